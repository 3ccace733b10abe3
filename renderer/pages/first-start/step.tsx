import type { ReactNode } from 'react';
import words from '../../components/basics/words.module.css';
import styles from './first-start.module.css';

type Props = { readonly title: string; readonly hint: string; readonly children: ReactNode };

/** One short step of the form: what it asks and why. */
export function Step({ title, hint, children }: Props) {
  return (
    <section className={styles.step} aria-label={title}>
      <h2>{title}</h2>
      <div className={words.quiet}>{hint}</div>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
