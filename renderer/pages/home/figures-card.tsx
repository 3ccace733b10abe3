import { UnstyledButton } from '@mantine/core';
import { useLocation } from 'wouter';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import type { CaseFigure, LedgerFigures } from '../../../shared/workbench/month-figures.ts';
import { filtersOf, rowsLink } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import styles from './home.module.css';
import { MonthBars } from './month-bars.tsx';
import { monthWords } from './month-words.ts';

/** This month beside the last for each kind of case, and how it went over the year; every number opens its records. */
export function FiguresCard({ figures }: { readonly figures: readonly LedgerFigures[] }) {
  const { workbench } = useStoreClient();
  const [, navigate] = useLocation();
  const open = async (figure: CaseFigure) => {
    navigate(rowsLink(filtersOf(await workbench.behind(figure)), figure.ledger));
  };
  const [now, before] = (figures[0]?.months ?? []).toReversed();
  if (!now || !before) return null;
  const [thisMonth, lastMonth] = [monthWords(now.month), monthWords(before.month)];
  return (
    <section className={styles.card} aria-label="本月和上月">
      <div className={styles.cardHead}>
        <h2>
          {thisMonth}和{lastMonth}
        </h2>
        <span className={styles.count}>收到按收件日期计，办结按办结日期计</span>
      </div>
      <table className={`${styles.table} ${styles.months}`}>
        <thead>
          <tr>
            <th>台账</th>
            <th className={styles.numeric}>{thisMonth}收到</th>
            <th className={styles.numeric}>{lastMonth}收到</th>
            <th className={styles.numeric}>{thisMonth}办结</th>
            <th className={styles.numeric}>{lastMonth}办结</th>
            <th className={styles.numeric}>在办</th>
            <th>近 12 个月收到</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ ledger, months, inHand }) => {
            const title = ledgerById(ledger)?.title ?? ledger;
            const [current, last] = months.toReversed();
            if (!current || !last) return null;
            const end = (count: number) => (inHand === undefined ? undefined : count);
            const numbers: readonly (readonly [count: number | undefined, name: string, figure: CaseFigure])[] = [
              [current.received, `${thisMonth}收到`, { ledger, what: 'received', month: current.month }],
              [last.received, `${lastMonth}收到`, { ledger, what: 'received', month: last.month }],
              [end(current.closed), `${thisMonth}办结`, { ledger, what: 'closed', month: current.month }],
              [end(last.closed), `${lastMonth}办结`, { ledger, what: 'closed', month: last.month }],
              [inHand, '在办', { ledger, what: 'inHand' }],
            ];
            return (
              <tr key={ledger}>
                <td>{title}</td>
                {numbers.map(([count, name, figure]) => (
                  <td key={name} className={styles.numeric}>
                    {!count ? (
                      <span className={styles.count}>{count ?? '—'}</span>
                    ) : (
                      <UnstyledButton
                        c="blue.7"
                        aria-label={`${title} ${name} ${count} 件`}
                        onClick={() => void open(figure)}
                      >
                        {count}
                      </UnstyledButton>
                    )}
                  </td>
                ))}
                <td>
                  <MonthBars
                    title={`${title}近 12 个月收到`}
                    months={months}
                    onOpen={(month) => void open({ ledger, what: 'received', month })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
