import { type ReactNode, useEffect, useRef } from 'react';
import styles from './side-list.module.css';

type ListProps = {
  readonly label: string;
  /** Entries are short names without notes. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
};

/** Places of one page listed at its left edge: reports, rounds, ledgers. */
export function SideList({ label, narrow = false, children }: ListProps) {
  return (
    <nav className={styles.list} data-narrow={narrow ? '' : undefined} aria-label={label}>
      {children}
    </nav>
  );
}

export const SideGroup = ({ title }: { readonly title: string }) => <h2 className={styles.group}>{title}</h2>;

type EntryProps = {
  readonly href: string;
  readonly title: string;
  readonly note?: string;
  readonly isHere: boolean;
};

export function SideEntry({ href, title, note, isHere }: EntryProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <a
      ref={link}
      href={`#${href}`}
      className={styles.entry}
      data-here={isHere ? '' : undefined}
      aria-current={isHere ? 'page' : undefined}
    >
      {title}
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </a>
  );
}
