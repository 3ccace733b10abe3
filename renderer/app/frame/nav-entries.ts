import type { Ledger, LedgerGroup } from '../../../shared/kit/ledger.ts';
import type { IconName } from '../../components/basics/icon.tsx';

export type NavEntry = { readonly path: string; readonly title: string; readonly icon: IconName };

export type NavGroup = {
  readonly title: string | undefined;
  readonly entries: readonly NavEntry[];
  /** Stays in view below, however long the list of ledgers above is. */
  readonly atFoot?: boolean;
};

/** Groups in the order a street office thinks of its work. 准入 has screens of its own. */
const GROUPS: readonly LedgerGroup[] = ['诉求信访', '民生', '党建', '队伍', '组织', '场所', '基础'];

/** Pages over the ledgers of a group, before them. */
const PAGES: { readonly [group: string]: readonly NavEntry[] } = {
  基础: [{ path: '/organisation', title: '四级联动', icon: 'reports' }],
};

/** Every place the navigation leads to; a group without ledgers is no place. */
export function navGroups(ledgers: readonly Ledger[]): readonly NavGroup[] {
  const first: readonly NavEntry[] = [
    { path: '/', title: '工作台', icon: 'home' },
    { path: '/review', title: '准入审核', icon: 'review' },
    { path: '/catalogue', title: '准入清单', icon: 'catalogue' },
    { path: '/ledger/strayTask', title: '清单外下派', icon: 'ledger' },
    { path: '/ledger/burdenItem', title: '减负清理', icon: 'ledger' },
    { path: '/load', title: '社区负荷', icon: 'reports' },
  ];
  const groups = GROUPS.flatMap((group): readonly NavGroup[] => {
    const own = ledgers.filter((ledger) => ledger.group === group);
    if (own.length === 0) return [];
    const entries = [
      ...(PAGES[group] ?? []),
      ...own.map((ledger): NavEntry => ({ path: `/ledger/${ledger.id}`, title: ledger.title, icon: 'ledger' })),
    ];
    return [{ title: group, entries }];
  });
  return [
    { title: undefined, entries: first },
    ...groups,
    {
      title: undefined,
      atFoot: true,
      entries: [
        { path: '/indicators', title: '指标', icon: 'reports' },
        { path: '/collection', title: '收表', icon: 'ledger' },
        { path: '/reports', title: '上报', icon: 'reports' },
        { path: '/settings', title: '设置', icon: 'settings' },
      ],
    },
  ];
}

/** Whether a place of the navigation is where the clerk is. */
export const isHere = (entry: NavEntry, location: string): boolean =>
  entry.path === '/' ? location === '/' : location === entry.path || location.startsWith(`${entry.path}/`);
