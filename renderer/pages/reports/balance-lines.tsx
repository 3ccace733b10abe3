import { Link } from 'wouter';
import { balanceInNumbers } from '../../../shared/access/reports/balance-sheet.ts';
import figures from '../../components/figures/figures.module.css';
import { filtersOf, rowsLink } from '../../components/session/rows-link.ts';
import type { BalanceView } from '../../store/services/report-session.ts';
import styles from './reports.module.css';

/** The check lines of R7: balanced, or every case that keeps one from balancing and what to mend in it. */
export function BalanceLines({ lines }: { readonly lines: readonly BalanceView[] }) {
  return (
    <section className={styles.balance} aria-label="平衡校验">
      {lines.map((line) => (
        <div key={line.id} className={styles.line}>
          <span className={styles.verdict} data-ok={line.ok ? '' : undefined}>
            {line.ok ? '平衡' : '不平衡'}
          </span>
          <span>{line.rule}</span>
          <span className={styles.numbers}>{balanceInNumbers(line)}</span>
          {line.cases.map((one) => (
            <div key={one.id} className={styles.fault}>
              <Link href={rowsLink(filtersOf([one.id]))} className={figures.figure ?? ''}>
                {one.title}
              </Link>
              ：差 {one.difference > 0 ? `+${one.difference}` : one.difference}，{one.reasons.join('；')}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
