import { ActionIcon } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useLocation } from 'wouter';
import { ledgers } from '../../shared/ledgers/index.ts';
import { Icon } from '../components/basics/icon.tsx';
import { useUnsaved } from '../components/session/unsaved.tsx';
import styles from './frame.module.css';
import { isHere, navGroups } from './nav-entries.ts';

/** The places of the program, foldable to icons; which is remembered on this PC. */
export function FrameNav() {
  const [location, navigate] = useLocation();
  const { leave } = useUnsaved();
  const [isFolded, setFolded] = useLocalStorage({
    key: 'nav-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return (
    <nav className={styles.nav} data-folded={isFolded ? '' : undefined} aria-label="主导航">
      <div className={styles.brand}>
        {!isFolded && <span style={{ flex: 1 }}>街道准入台账</span>}
        <ActionIcon
          variant="subtle"
          color="gray.7"
          aria-label={isFolded ? '展开导航' : '收起导航'}
          onClick={() => setFolded(!isFolded)}
        >
          <Icon name={isFolded ? 'unfold' : 'fold'} />
        </ActionIcon>
      </div>
      {navGroups(ledgers).map(({ title, entries }, place) => (
        <div key={entries[0]?.path} style={title === undefined && place > 0 ? { marginTop: 8 } : undefined}>
          {title && !isFolded && <div className={styles.group}>{title}</div>}
          {entries.map((entry) => (
            <a
              key={entry.path}
              className={styles.link}
              href={`#${entry.path}`}
              title={entry.title}
              data-here={isHere(entry, location) ? '' : undefined}
              aria-current={isHere(entry, location) ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                leave(() => navigate(entry.path));
              }}
            >
              <Icon name={entry.icon} />
              {isFolded ? null : entry.title}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}
