import { UnstyledButton } from '@mantine/core';
import styles from './ledger-workspace.module.css';

type Props = {
  readonly views: readonly { readonly id: string; readonly title: string }[];
  readonly here: string;
  readonly onChoose: (id: string) => void;
};

/** Saved views of a ledger, as tabs. */
export function ViewTabs({ views, here, onChoose }: Props) {
  return (
    <div className={styles.views} role="tablist" aria-label="视图">
      {views.map(({ id, title }) => (
        <UnstyledButton
          key={id}
          role="tab"
          className={styles.view ?? ''}
          aria-selected={id === here}
          data-here={id === here ? '' : undefined}
          onClick={() => onChoose(id)}
        >
          {title}
        </UnstyledButton>
      ))}
    </div>
  );
}
