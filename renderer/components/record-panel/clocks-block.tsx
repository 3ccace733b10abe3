import type { ClockReading } from '../../../shared/deadlines/clock.ts';
import { clockWords, unitWord } from '../basics/clock-words.ts';
import styles from './record-panel.module.css';

const TONES: { readonly [level in ClockReading['level']]?: string | undefined } = {
  red: styles.late,
  amber: styles.soon,
};

/** The limits of a case: days left, from when until when, and by which rule. Running ones first. */
export function ClocksBlock({ clocks }: { readonly clocks: readonly ClockReading[] }) {
  if (clocks.length === 0) return null;
  const running = clocks.filter(({ stoppedOn }) => stoppedOn === undefined);
  const over = clocks.filter(({ stoppedOn }) => stoppedOn !== undefined);
  return (
    <section className={styles.block} aria-label="办理时限">
      <h3 className={styles.blockTitle}>办理时限</h3>
      <ul className={styles.list}>
        {[...running, ...over].map((reading) => (
          <li key={`${reading.clock} ${reading.startedOn} ${reading.round}`}>
            <div className={styles.pair}>
              <span>
                {reading.title}
                {reading.round > 1 && `（第 ${reading.round} 轮）`}
              </span>
              <span className={TONES[reading.level]}>{clockWords(reading)}</span>
            </div>
            <div className={styles.small}>
              {reading.startedOn} 起，{reading.limit} {unitWord(reading.unit)}，到期 {reading.dueOn}
              {reading.stoppedOn !== undefined &&
                `，${reading.stoppedOn} 办结，用 ${reading.used} ${unitWord(reading.unit)}`}
            </div>
            <div className={styles.small}>
              依据：{reading.basis}
              {reading.inferred && !reading.basis.includes('可调整的默认值') && '（可调整的默认值）'}
              {reading.uncertain && '；该年节假日未录入，只按周末推算'}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
