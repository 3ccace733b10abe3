import { Radio, Stack } from '@mantine/core';
import { REVIEW_PROFILES } from '../../../shared/access/review/profile.ts';
import styles from './first-start.module.css';
import type { FirstOfficeState } from './use-first-office.ts';

/** Which set of steps the review follows, each said in a sentence. */
export function ProfileField({ state }: { readonly state: FirstOfficeState }) {
  return (
    <Radio.Group
      className={styles.wide ?? ''}
      label="审核步骤"
      value={state.form.profile}
      onChange={(name) => state.set('profile', name)}
    >
      <Stack gap={8} mt={6}>
        {REVIEW_PROFILES.map(({ name, explained }) => (
          <Radio key={name} size="sm" value={name} label={name} description={explained} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
