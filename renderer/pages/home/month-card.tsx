import { Link } from 'wouter';
import { rowsLink } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useToday } from '../../components/session/use-today.ts';
import styles from './home.module.css';
import { filtersOf, MONTH_FIGURES, monthBefore, monthOfDay } from './month-figures.ts';

const monthWords = (month: string): string => `${Number(month.slice(5))}月`;

/** This month in figures, last month beside; every number leads to its rows. */
export function MonthCard() {
  const { store } = useStoreClient();
  const version = useDataVersion();
  const today = useToday();
  const months = [monthOfDay(today), monthBefore(today)] as const;
  const count = async (figure: (typeof MONTH_FIGURES)[number], month: string) => {
    const filters = filtersOf(figure, month);
    const { total } = await store.window({ ledger: 'application', filters }, 0, 0);
    return { total, link: rowsLink(filters) };
  };
  const { data } = useAnswer(`${version} ${months.join(' ')}`, () =>
    Promise.all(
      MONTH_FIGURES.map(async (figure) => ({
        title: figure.title,
        now: await count(figure, months[0]),
        before: await count(figure, months[1]),
      })),
    ),
  );
  return (
    <section className={styles.card} aria-label="本月数字">
      <h2 className={styles.cardHead}>
        准入审核{monthWords(months[0])}收件情况{' '}
        <span className={styles.count}>按收件日期计，括号内为{monthWords(months[1])}</span>
      </h2>
      <div className={styles.figures}>
        {(data ?? []).map(({ title, now, before }) => (
          <div key={title} className={styles.figure}>
            <div className={styles.count}>{title}</div>
            <Link
              href={now.link}
              className={`${styles.number} ${styles.record}`}
              aria-label={`${title} 本月 ${now.total}`}
            >
              {now.total}
            </Link>{' '}
            <Link href={before.link} className={styles.record ?? ''} aria-label={`${title} 上月 ${before.total}`}>
              （{before.total}）
            </Link>
          </div>
        ))}
      </div>
    </section>
  );
}
