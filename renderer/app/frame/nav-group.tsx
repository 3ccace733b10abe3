import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Icon } from '../../components/basics/icon.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import styles from './frame.module.css';
import { type NavGroup as Group, isHere, type NavEntry } from './nav-entries.ts';

type Props = {
  readonly group: Group;
  /** The navigation shows icons alone: then there is no heading to fold by. */
  readonly isNarrow: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

/** Places that belong together under a heading that folds; where the clerk is stays in sight all the same. */
export function NavGroup({ group: { title, entries }, isNarrow, isOpen, onToggle }: Props) {
  const [location] = useLocation();
  const shown =
    title === undefined || isNarrow || isOpen ? entries : entries.filter((entry) => isHere(entry, location));
  return (
    <>
      {title !== undefined && !isNarrow && (
        <button type="button" className={styles.group} aria-expanded={isOpen} onClick={onToggle}>
          <Icon name={isOpen ? 'opened' : 'unfold'} size={12} />
          {title}
        </button>
      )}
      {shown.map((entry) => (
        <NavLink key={entry.path} entry={entry} isNarrow={isNarrow} />
      ))}
    </>
  );
}

function NavLink({ entry, isNarrow }: { readonly entry: NavEntry; readonly isNarrow: boolean }) {
  const [location, navigate] = useLocation();
  const { leave } = useUnsaved();
  const here = isHere(entry, location);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (here) link.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <a
      ref={link}
      className={styles.link}
      href={`#${entry.path}`}
      title={entry.title}
      data-here={here ? '' : undefined}
      aria-current={here ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        leave(() => navigate(entry.path));
      }}
    >
      <Icon name={entry.icon} />
      {isNarrow ? null : entry.title}
    </a>
  );
}
