import type { ReactNode } from 'react';
import words from '../../components/basics/words.module.css';
import styles from './settings.module.css';

type Props = {
  readonly title: string;
  /** What this is for, in one sentence. */
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** One block of a settings tab: title, what it is for, what can be done, and the content. */
export function Section({ title, hint, actions, children }: Props) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <div style={{ flex: 1 }}>
          <h2>{title}</h2>
          {hint && <div className={words.quiet}>{hint}</div>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
