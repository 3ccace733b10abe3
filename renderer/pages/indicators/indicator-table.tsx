import { previousPeriod } from '../../../shared/kit/period.ts';
import type { IndicatorQuestion, IndicatorRow } from '../../store/services/indicator-session.ts';
import { changeWords } from './figure-change.ts';
import { FigureFraction, FigureLeftOut, FigureValue } from './figure-number.tsx';
import styles from './indicators.module.css';

type Props = { readonly rows: readonly IndicatorRow[]; readonly question: IndicatorQuestion };

/** The indicators of a ledger: the value with what was divided by what, the period before, what stays out, and the basis. */
export function IndicatorTable({ rows, question }: Props) {
  const before = previousPeriod(question.period);
  return (
    <table className={`${styles.table} ${styles.indicators}`} aria-label="指标">
      <thead>
        <tr>
          <th>指标</th>
          <th>{question.period.label}</th>
          <th>分子 ÷ 分母</th>
          <th>{before.label}</th>
          <th>增减</th>
          <th>未计入</th>
          <th>口径和来源</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const now = { indicator: row.id, figure: row.now, question };
          return (
            <tr key={row.id}>
              <td>
                <div className={styles.name}>{row.title}</div>
              </td>
              <td className={styles.value}>
                <FigureValue {...now} />
              </td>
              <td className={styles.number}>
                <FigureFraction {...now} />
              </td>
              <td className={styles.number}>
                <FigureValue indicator={row.id} figure={row.before} question={{ ...question, period: before }} />
              </td>
              <td className={styles.number}>{changeWords(row.now, row.before)}</td>
              <td>
                <FigureLeftOut {...now} />
              </td>
              <td className={styles.basis}>
                <div>{row.basis}</div>
                <div className={styles.quiet}>
                  来源：{row.source}
                  {row.inferred && '（可调整的默认值）'}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
