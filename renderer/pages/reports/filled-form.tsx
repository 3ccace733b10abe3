import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FormBinding } from '../../../shared/forms/form-binding.ts';
import type { FormSheet } from '../../../shared/forms/form-look.ts';
import { formPrint } from '../../../shared/forms/form-print.ts';
import type { FillingPlan, TracedFormCell } from '../../../shared/forms/plan-filling.ts';
import type { Period } from '../../../shared/kit/period.ts';
import { keptLists } from '../../../shared/submission/handed-lists.ts';
import type { Handed, Subject } from '../../../shared/submission/submissions.ts';
import { submittedFigures } from '../../../shared/submission/submitted-figures.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { figureLink } from '../../components/figures/figure-link.ts';
import { useExporting } from '../../components/ledger-workspace/use-exporting.ts';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
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
  readonly sheets: readonly FormSheet[];
  readonly binding: FormBinding;
  readonly period: Period;
};

/** A form filled for a period: the very file that is saved, each figure open to its records. */
export function FilledForm({ title, subject, extension, bytes, sheets, binding, period }: Props) {
  const { forms, store } = useStoreClient();
  const exporting = useExporting();
  const [isPrinting, setPrinting] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const version = useDataVersion();
  useShortcut('print', () => setPrinting(true));
  const { saved, keep } = useSavedFile(`${period.kind} ${period.first}`);
  const key = `${period.kind} ${period.first} ${version} ${JSON.stringify(binding)}`;
  const { data, problem } = useAnswer(key, async () => {
    const plan = await forms.planForm(title, binding, sheets, period);
    const handed: Handed = { figures: submittedFigures(plan.traced), lists: keptLists(plan.lists) };
    return { plan, handed, filled: await fillInWorker(bytes, plan.fillings) };
  });
  if (problem !== undefined) return <StateNote title="没有填成" text={problem} />;
  if (!data) return <LoadingLines />;
  const { plan, handed, filled } = data;
  const place = Math.max(
    plan.fillings.findIndex(({ sheet }) => sheet === chosen),
    0,
  );
  const isShown = ({ name: own }: FormSheet) => own === plan.fillings[place]?.sheet;
  const [shown, blank] = [filled.sheets.find(isShown), sheets.find(isShown)];
  const name = `${title}（${period.label}）.${extension}`;
  return (
    <>
      <div className={styles.acts}>
        <Button
          loading={exporting.busy}
          onClick={() =>
            exporting.run(async () => {
              await store.takeOut(`导出填报表“${title}”（${period.label}）`);
              return { name, bytes: filled.bytes };
            }, keep)
          }
        >
          填好另存
        </Button>
        {shown && (
          <Button variant="default" onClick={() => setPrinting(true)}>
            打印
          </Button>
        )}
        <Text size="sm" c="var(--quiet)">
          蓝色数字点开就是对应的记录；公式的结果由表格软件打开时重算；存出的表不加密
        </Text>
      </div>
      {subject && <SubmissionBar subject={subject} period={period} handed={handed} saved={saved} />}
      <Notes plan={plan} filled={filled} />
      {shown && plan.fillings.length > 1 && (
        <div className={styles.sheets}>
          <ViewTabs
            views={plan.fillings.map(({ sheet }) => ({ id: sheet, title: sheet }))}
            here={shown.name}
            onChoose={setChosen}
          />
        </div>
      )}
      {shown && <FilledPicture cells={plan.traced.filter(({ sheet }) => sheet === place)} sheet={shown} />}
      {shown && blank && isPrinting && (
        <PrintPreview
          sheet={formPrint(shown, blank)}
          title={`${title}（${period.label}）`}
          onClose={() => setPrinting(false)}
        />
      )}
    </>
  );
}

function Notes({ plan, filled }: { readonly plan: FillingPlan; readonly filled: FilledLook }) {
  const locked = filled.protectedSheets.map((name) => `工作表“${name}”有保护，已照样填入，保护没有取消`);
  const names = new Set(plan.fillings.map(({ sheet }) => sheet));
  const uncounted = filled.sheets
    .filter(({ name }) => names.has(name))
    .reduce((total, { cells }) => total + cells.flat().filter((cell) => cell?.isUnknown).length, 0);
  const left =
    uncounted === 0 ? [] : [`有 ${uncounted} 处公式程序算不出来（标着“公式”），要打印请在表格软件里打开另存的文件`];
  const notes = [...plan.notes, ...locked, ...left];
  if (notes.length + plan.uncounted.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="填报提示">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      {plan.uncounted.map((figure) => (
        <li key={`${figure.ledger} ${figure.ids[0]}`}>
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

type PictureProps = { readonly cells: readonly TracedFormCell[]; readonly sheet: FormSheet };

function FilledPicture({ cells, sheet }: PictureProps) {
  const traced = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]));
  return (
    <FormPicture
      sheet={sheet}
      title={`${sheet.name}（填好的样子）`}
      cellOf={(row, column, cell) => {
        if (cell?.isUnknown) return { shown: <span className={styles.formula}>公式</span> };
        const { figure, isSum = false } = traced.get(`${row}/${column}`) ?? {};
        const link = figure && figureLink(figure);
        if (cell === undefined || (link === undefined && !isSum)) return {};
        const words = isSum ? `∑ ${cell.text}` : cell.text;
        return {
          shown:
            link === undefined ? (
              words
            ) : (
              <Link href={link} className={styles.figure ?? ''} title={figure?.basis}>
                {words}
              </Link>
            ),
        };
      }}
    />
  );
}
