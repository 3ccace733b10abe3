import { Button, UnstyledButton } from '@mantine/core';
import { type Complaint, hasError } from '../../../shared/kit/complaint.ts';
import { specsOf } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Transition } from '../../../shared/kit/workflow.ts';
import type { Offer } from '../../store/store-api.ts';
import { goToField } from '../record-form/go-to-field.ts';
import styles from './record-panel.module.css';

type Props = {
  readonly ledger: Ledger;
  readonly offers: readonly Offer[];
  /** Unsaved typing comes first: a transition takes the record as it is stored. */
  readonly isDirty: boolean;
  readonly onTake: (transition: string) => void;
};

function Why({ complaint: { message, field, basis } }: { readonly complaint: Complaint }) {
  if (field === undefined) return <div title={basis}>{message}</div>;
  return (
    <UnstyledButton display="block" fz={12} c="blue.7" title={basis} onClick={() => goToField(field)}>
      {message}
    </UnstyledButton>
  );
}

/** An act that asks what only the program knows, such as the hash of a printed paper, is taken where that is at hand. */
const filledByProgram = (transition: Transition | undefined): boolean =>
  Object.values(specsOf(transition?.asks ?? {})).some(({ automatic }) => automatic);

/** The acts the state allows now. What stands against one is said below it and leads to the field. */
export function ActionsBlock({ ledger, offers, isDirty, onTake }: Props) {
  const { workflow } = ledger;
  if (!workflow) return null;
  const taken = offers.filter(({ transition }) => !filledByProgram(workflow.transitions[transition]));
  const allowed = taken.filter(({ complaints }) => !hasError(complaints));
  const refused = taken.filter(({ complaints }) => hasError(complaints));
  const titleOf = (id: string) => workflow.transitions[id]?.title ?? id;
  return (
    <section className={styles.block} aria-label="可办环节" tabIndex={-1} data-acts="">
      <h3 className={styles.blockTitle}>下一步</h3>
      {taken.length === 0 && <div className={styles.small}>本件已结束，没有可办的环节。</div>}
      {isDirty && <div className={styles.small}>有未保存的修改，请先保存再办理。</div>}
      <ul className={styles.list} style={{ marginTop: 6 }}>
        {allowed.map(({ transition, complaints }) => (
          <li key={transition}>
            <Button
              fullWidth
              variant={allowed.length === 1 ? 'filled' : 'light'}
              disabled={isDirty}
              title={workflow.transitions[transition]?.basis}
              onClick={() => onTake(transition)}
            >
              {titleOf(transition)}
            </Button>
            {complaints.map((complaint) => (
              <div key={complaint.code + complaint.message} className={styles.small}>
                {complaint.message}
              </div>
            ))}
          </li>
        ))}
        {refused.map(({ transition, complaints }) => (
          <li key={transition}>
            <Button fullWidth variant="default" disabled>
              {titleOf(transition)}
            </Button>
            <div className={styles.small}>
              {complaints.map((complaint) => (
                <Why key={complaint.code + complaint.message} complaint={complaint} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
