import { memo } from 'react';
import type { ClockReading } from '../../../shared/deadlines/clock.ts';
import { clockWords, dueWords, overWords, THEIRS, unitWord } from '../../../shared/deadlines/clock-words.ts';
import words from '../basics/words.module.css';
import styles from './record-panel.module.css';

const TONES: { readonly [level in ClockReading['level']]?: string | undefined } = {
  red: words.late,
  amber: words.soon,
};

const titleOf = ({ title, round }: ClockReading): string => (round > 1 ? `${title}（第 ${round} 轮）` : title);

const keyOf = ({ clock, startedOn, round }: ClockReading): string => `${clock} ${startedOn} ${round}`;

const startWords = ({ startedOn, startedAt }: ClockReading): string =>
  dueWords(startedAt === undefined ? { dueOn: startedOn } : { dueOn: startedOn, dueAt: startedAt });

/** 超期 stands in the days already, 正常 needs no word. */
const warnsBeforehand = ({ level, rung, isTheirs }: ClockReading): boolean =>
  level === 'amber' && rung !== '预警' && !isTheirs;

/** Which rule set the limit, and what is not certain about it. */
function basisWords({ basis, inferred, uncertain }: ClockReading): string {
  const doubts = [
    ...(inferred && !basis.includes('可调整的默认值') ? ['可调整的默认值'] : []),
    ...(uncertain ? ['有年份未录入节假日，只按周末推算'] : []),
  ];
  return doubts.length === 0 ? basis : `${basis}（${doubts.join('；')}）`;
}

/** Calendar days that end on a rest day: the other day beside the one that counts here. */
function restWords({ restDay, dueOn }: ClockReading): string {
  if (restDay === undefined) return '';
  const { counted, moved } = restDay;
  return dueOn === moved ? `（${counted} 逢休息日，顺延）` : `（当日逢休息日，按设置不顺延；顺延则为 ${moved}）`;
}

/** The limits of a case: days left, from when until when, and by which rule. Those over take one line each. */
export const ClocksBlock = memo(function ClocksBlock({ clocks }: { readonly clocks: readonly ClockReading[] }) {
  if (clocks.length === 0) return null;
  const running = clocks.filter(({ stoppedOn }) => stoppedOn === undefined);
  const over = clocks.filter(({ stoppedOn }) => stoppedOn !== undefined);
  return (
    <section className={styles.block} aria-label="办理时限">
      <h3 className={styles.blockTitle}>办理时限</h3>
      <ul className={styles.list}>
        {running.map((reading) => (
          <li key={keyOf(reading)}>
            <div className={styles.pair}>
              <span>
                {titleOf(reading)}
                {reading.isTheirs && `（${THEIRS}）`}
              </span>
              <span className={reading.isTheirs ? undefined : TONES[reading.level]}>
                {warnsBeforehand(reading) && `${reading.rung} · `}
                {clockWords(reading)}
              </span>
            </div>
            <div className={styles.small}>
              {startWords(reading)} 起，{reading.limit} {unitWord(reading.unit)}，到期 {dueWords(reading)}
              {reading.dueWhy && `（${reading.dueWhy}）`}
              {restWords(reading)}
            </div>
            <div className={styles.small}>依据：{basisWords(reading)}</div>
          </li>
        ))}
        {over.map((reading) => (
          <li
            key={keyOf(reading)}
            className={`${styles.pair} ${styles.small}`}
            title={`${startWords(reading)} 起，到期 ${dueWords(reading)}，${reading.stoppedOn} 办结。依据：${basisWords(reading)}`}
          >
            <span>
              {titleOf(reading)}　<span className={styles.unbroken}>{overWords(reading)}</span>
            </span>
            <span className={styles.unbroken}>{clockWords(reading)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
});
