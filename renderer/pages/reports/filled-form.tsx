import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FormBinding } from '../../../shared/forms/form-binding.ts';
import type { FormSheet } from '../../../shared/forms/form-look.ts';
import { formPrint } from '../../../shared/forms/form-print.ts';
import type { FillingPlan } from '../../../shared/forms/plan-filling.ts';
import type { Period } from '../../../shared/indicators/period.ts';
import type { Subject } from '../../../shared/submission/submissions.ts';
import { submittedFigures } from '../../../shared/submission/submitted-figures.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { figureLink } from '../../components/figures/figure-link.ts';
import { useExporting } from '../../components/ledger-workspace/use-exporting.ts';
import { PrintPreview } from '../../components/print-preview/print-preview.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';
import { SubmissionBar } from '../../components/submission/submission-bar.tsx';
import { useSavedFile } from '../../components/submission/use-saved-file.ts';
import { fillInWorker } from '../../workers/form-client.ts';
import type { FilledLook } from '../../workers/form-messages.ts';
import styles from './form-picture.module.css';
import { FormPicture } from './form-picture.tsx';

type Props = {
  readonly title: string;
  /** What is handed in; absent while the form is only looked at. */
  readonly subject?: Subject;
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly sheet: FormSheet;
  readonly binding: FormBinding;
  readonly period: Period;
};

/** A form filled for a period: the very file that is saved, each figure open to its records. */
export function FilledForm({ title, subject, extension, bytes, sheet, binding, period }: Props) {
  const { forms } = useStoreClient();
  const exporting = useExporting();
  const [isPrinting, setPrinting] = useState(false);
  const version = useDataVersion();
  useShortcut('print', () => setPrinting(true));
  const { saved, keep } = useSavedFile(`${period.kind} ${period.first}`);
  const key = `${period.kind} ${period.first} ${version} ${JSON.stringify(binding)}`;
  const { data, problem } = useAnswer(key, async () => {
    const plan = await forms.planForm(binding, sheet, period);
    return { plan, filled: await fillInWorker(bytes, [plan.filling]) };
  });
  if (problem !== undefined) return <StateNote title="没有填成" text={problem} />;
  if (!data) return <LoadingLines />;
  const { plan, filled } = data;
  const shown = filled.sheets.find(({ name: own }) => own === plan.filling.sheet);
  const name = `${title}（${period.label}）.${extension}`;
  return (
    <>
      <div className={styles.acts}>
        <Button
          loading={exporting.busy}
          onClick={() => exporting.run(async () => ({ name, bytes: filled.bytes }), keep)}
        >
          填好另存
        </Button>
        {shown && (
          <Button variant="default" onClick={() => setPrinting(true)}>
            打印
          </Button>
        )}
        <Text size="sm" c="var(--quiet)">
          蓝色数字点开就是对应的记录；公式的结果由表格软件打开时重算
        </Text>
      </div>
      {subject && (
        <SubmissionBar subject={subject} period={period} figures={submittedFigures(plan.traced)} saved={saved} />
      )}
      <Notes plan={plan} filled={filled} />
      {shown && <FilledPicture plan={plan} sheet={shown} />}
      {shown && isPrinting && (
        <PrintPreview
          sheet={formPrint(shown)}
          title={`${title}（${period.label}）`}
          onClose={() => setPrinting(false)}
        />
      )}
    </>
  );
}

function Notes({ plan, filled }: { readonly plan: FillingPlan; readonly filled: FilledLook }) {
  const locked = filled.protectedSheets.map((name) => `工作表“${name}”有保护，已照样填入，保护没有取消`);
  if (plan.notes.length + plan.uncounted.length + locked.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="填报提示">
      {[...plan.notes, ...locked].map((note) => (
        <li key={note}>{note}</li>
      ))}
      {plan.uncounted.map((figure) => (
        <li key={figure.ledger}>
          有{' '}
          <Link href={figureLink(figure) ?? '#'} className={styles.figure ?? ''}>
            {figure.ids.length} 件
          </Link>{' '}
          没有计入任何一行（没有填所属单位，或表样里没有它的行）
        </li>
      ))}
    </ul>
  );
}

function FilledPicture({ plan, sheet }: { readonly plan: FillingPlan; readonly sheet: FormSheet }) {
  const figures = new Map(plan.traced.map(({ row, column, figure }) => [`${row}/${column}`, figure]));
  return (
    <FormPicture
      sheet={sheet}
      title={`${sheet.name}（填好的样子）`}
      cellOf={(row, column, cell) => {
        const figure = figures.get(`${row}/${column}`);
        const link = figure && figureLink(figure);
        if (link === undefined || cell === undefined) return {};
        return {
          shown: (
            <Link href={link} className={styles.figure ?? ''} title={figure?.basis}>
              {cell.text}
            </Link>
          ),
        };
      }}
    />
  );
}
