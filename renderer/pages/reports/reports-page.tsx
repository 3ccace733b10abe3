import { Button } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Period } from '../../../shared/kit/period.ts';
import { REPORTS } from '../../../shared/reports/report-list.ts';
import frame from '../../components/basics/page-frame.module.css';
import { useExporting } from '../../components/ledger-workspace/use-exporting.ts';
import { periodIn } from '../../components/period/period-kind.ts';
import { PeriodPicker } from '../../components/period/period-picker.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useToday } from '../../components/session/use-today.ts';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';
import { useSavedFile } from '../../components/submission/use-saved-file.ts';
import { reportLink } from './report-links.ts';
import { ReportView } from './report-view.tsx';
import styles from './reports.module.css';
import { ReportsNav } from './reports-nav.tsx';

type Props = {
  readonly report?: string | undefined;
  readonly kind?: string | undefined;
  readonly day?: string | undefined;
};

/** Whoever comes back from a figure's cases finds the report they left. */
function useLastShown({ report, kind, day }: Props): Props {
  const [last, setLast] = useSessionStorage<Props>({ key: 'last-report', defaultValue: {} });
  useEffect(() => {
    if (report !== undefined) setLast({ report, kind, day });
  }, [report, kind, day, setLast]);
  return report === undefined ? last : { report, kind, day };
}

/** 上报: every report by period, on screen as on paper, each figure open to its cases. */
export function ReportsPage(props: Props) {
  const [, navigate] = useLocation();
  const { report, kind, day } = useLastShown(props);
  const { reports } = useStoreClient();
  const exporting = useExporting();
  const [isPrinting, setPrinting] = useState(false);
  const today = useToday();
  const chosen = REPORTS.find(({ id }) => id === report) ?? REPORTS[0];
  const period = periodIn(kind, day, chosen?.usual ?? 'month', today);
  const { saved, keep } = useSavedFile(`${chosen?.id} ${period.kind} ${period.first}`);
  useShortcut('print', () => setPrinting(true), { isOn: chosen?.id !== 'R14' });
  if (!chosen) return null;
  const show = (id: string, of: Period) => navigate(reportLink(id, of));
  return (
    <div className={frame.page}>
      <ReportsNav here={chosen.id} period={period} />
      <section className={frame.main} aria-label={chosen.title}>
        <div className={frame.bar}>
          <PeriodPicker period={period} today={today} onChoose={(next) => show(chosen.id, next)} />
          {period.last >= today && <span className={styles.quiet}>本期未结束，数字截至今天</span>}
          {chosen.id !== 'R14' && (
            <>
              <Button
                ml="auto"
                loading={exporting.busy}
                onClick={() => exporting.run(() => reports.file(chosen.id, period), keep)}
              >
                导出 Excel
              </Button>
              <Button variant="default" onClick={() => setPrinting(true)}>
                打印
              </Button>
            </>
          )}
        </div>
        <div className={styles.view}>
          <ReportView
            key={chosen.id}
            id={chosen.id}
            title={chosen.title}
            period={period}
            saved={saved}
            isPrinting={isPrinting}
            onPrinted={() => setPrinting(false)}
          />
        </div>
      </section>
    </div>
  );
}
