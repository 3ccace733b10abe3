import { memo } from 'react';
import { actTitle } from '../../../shared/documents/issued-documents.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { stateTitle, stepsOf } from '../../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import styles from './record-panel.module.css';

type Props = { readonly ledger: Ledger; readonly record: LedgerRecord };

/** What happened so far: the act, when, by whom, with which document. Newest first. */
export const TimelineBlock = memo(function TimelineBlock({ ledger, record }: Props) {
  const steps = stepsOf(record).toReversed();
  if (!ledger.workflow) return null;
  return (
    <section className={styles.block} aria-label="办理过程">
      <h3 className={styles.blockTitle}>办理过程</h3>
      {steps.length === 0 && <div className={styles.small}>还没有办理环节。</div>}
      <ul className={styles.list}>
        {steps.map((step) => (
          <li key={step.id} className={styles.step}>
            <div className={styles.pair}>
              <span>
                {actTitle(ledger, step.transition)}
                {step.round !== undefined && step.round > 1 && `（第 ${step.round} 轮）`}
              </span>
              <span className={styles.small}>{step.on}</span>
            </div>
            <div className={styles.small}>
              {stateTitle(ledger, step.from)}
              {step.to !== step.from && ` → ${stateTitle(ledger, step.to)}`}
              {step.by && ` · ${step.by}`}
              {step.document && ` · ${step.document}`}
            </div>
            {step.note && <div className={`${styles.small} ${styles.quote}`}>{step.note}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
});
