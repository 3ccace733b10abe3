import { UnstyledButton } from '@mantine/core';
import { isBlank } from '../../../shared/kit/blank.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { goToField } from '../record-form/go-to-field.ts';
import styles from './record-panel.module.css';

type Props = { readonly complaints: readonly Complaint[]; readonly typed: Values };

/** What nobody has filled in yet. Nothing waits for it now; a click leads to the field. */
export function WantedBlock({ complaints, typed }: Props) {
  const wanted = complaints.filter(
    ({ code, field }) => code === 'field/wanted' && (field === undefined || isBlank(typed[field])),
  );
  if (wanted.length === 0) return null;
  return (
    <section className={styles.block} aria-label="待补">
      <h3 className={styles.blockTitle}>待补 {wanted.length} 栏</h3>
      <div className={styles.wanted}>
        {wanted.map(({ field, message }) => (
          <UnstyledButton key={field ?? message} fz={13} c="blue.7" onClick={() => field && goToField(field)}>
            {message.replace(/待补$/, '')}
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}
