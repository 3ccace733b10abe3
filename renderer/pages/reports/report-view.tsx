import { useState } from 'react';
import type { Period } from '../../../shared/kit/period.ts';
import { keptOfReport } from '../../../shared/submission/kept-report.ts';
import { reportSubject, type SentFile } from '../../../shared/submission/submissions.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { PrintPreview } from '../../components/print-preview/print-preview.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { SubmissionBar } from '../../components/submission/submission-bar.tsx';
import { BalanceLines } from './balance-lines.tsx';
import styles from './reports.module.css';
import { SheetTable } from './sheet-table.tsx';
import { SituationView } from './situation-view.tsx';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly period: Period;
  /** The file of it that was just saved. */
  readonly saved: SentFile | undefined;
  /** The sheet shown is looked at as it will be printed. */
  readonly isPrinting: boolean;
  readonly onPrinted: () => void;
};

/** One report of one period, made anew whenever records change. */
export function ReportView({ id, title, period, saved, isPrinting, onPrinted }: Props) {
  const { reports } = useStoreClient();
  const version = useDataVersion();
  const [chosen, setChosen] = useState(0);
  const { data, problem } = useAnswer(`${id} ${period.kind} ${period.first} ${version}`, () =>
    reports.build(id, period).then((built) => ({ ...built, handed: keptOfReport(built) })),
  );
  if (problem !== undefined) return <StateNote title="没有生成报表" text={problem} />;
  if (!data) return <LoadingLines />;
  const place = Math.min(chosen, data.sheets.length - 1);
  const sheet = data.sheets[place];
  return (
    <>
      <SubmissionBar
        subject={{ id: reportSubject(id), title, sentTo: '' }}
        period={period}
        handed={data.handed}
        saved={saved}
      />
      {data.balance.length > 0 && <BalanceLines lines={data.balance} />}
      {data.sheets.length > 1 && (
        <div className={styles.sheets}>
          <ViewTabs
            views={data.sheets.map(({ name }, at) => ({ id: String(at), title: name }))}
            here={String(place)}
            onChoose={(at) => setChosen(Number(at))}
          />
        </div>
      )}
      {sheet && <SheetTable sheet={sheet} cells={data.cells.filter((cell) => cell.sheet === place)} />}
      {sheet && isPrinting && <PrintPreview sheet={sheet} title={`${title}_${period.label}`} onClose={onPrinted} />}
      {data.paragraphs.length > 0 && <SituationView paragraphs={data.paragraphs} />}
    </>
  );
}
