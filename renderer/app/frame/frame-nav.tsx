import { ActionIcon } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { Icon } from '../../components/basics/icon.tsx';
import styles from './frame.module.css';
import { type NavGroup as Group, navGroups } from './nav-entries.ts';
import { NavGroup } from './nav-group.tsx';

/** What a street office opens every day; the other groups are one click away, so that all headings fit the screen. */
const FIRST_OPEN: readonly string[] = ['诉求信访'];

/** The places of the program, foldable to icons, its groups foldable by their headings; both remembered on this PC. */
export function FrameNav() {
  const [isFolded, setFolded] = useLocalStorage({
    key: 'nav-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [open, setOpen] = useLocalStorage({
    key: 'nav-open-groups',
    defaultValue: FIRST_OPEN,
    getInitialValueInEffect: false,
  });
  const toggle = (title: string) =>
    setOpen(open.includes(title) ? open.filter((one) => one !== title) : [...open, title]);
  const draw = (group: Group) => (
    <NavGroup
      key={group.entries[0]?.path}
      group={group}
      isNarrow={isFolded}
      isOpen={group.title !== undefined && open.includes(group.title)}
      onToggle={() => group.title !== undefined && toggle(group.title)}
    />
  );
  const groups = navGroups(ledgers);
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
      <div className={styles.places}>{groups.filter(({ atFoot }) => !atFoot).map(draw)}</div>
      <div className={styles.navFoot}>{groups.filter(({ atFoot }) => atFoot).map(draw)}</div>
    </nav>
  );
}
