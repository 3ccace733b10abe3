import {
  filterOfList,
  initialOfList,
  LIST_GROUP_TITLES,
  type ListGroup,
  ledgerOfList,
  PUBLISHED_LISTS,
} from '../../../shared/access/catalogue/six-lists.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter } from '../../../shared/kit/query.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { catalogueItem } from '../../../shared/ledgers/catalogue-item.ts';

/** A tab of 准入清单: one published list, or all items of a group of lists. */
export type CatalogueView = {
  readonly id: string;
  readonly title: string;
  readonly group: ListGroup;
  readonly ledger: Ledger;
  readonly filters: readonly Filter[];
  readonly initial: Values;
  /** Values whose counts add up to the tab's. */
  readonly counted: readonly string[];
};

/** The id of 全部 of each group stands in addresses: it stays. */
const ALL_IDS: { readonly [group in ListGroup]: string } = { six: 'all', street: 'street' };

function allOf(group: ListGroup): CatalogueView {
  const types = PUBLISHED_LISTS.filter((list) => list.group === group && list.field === 'listType').map(
    ({ value }) => value,
  );
  return {
    id: ALL_IDS[group],
    title: '全部',
    group,
    ledger: catalogueItem,
    filters: [{ field: 'listType', is: types }],
    initial: {},
    counted: types,
  };
}

const viewsOf = (group: ListGroup): readonly CatalogueView[] => [
  allOf(group),
  ...PUBLISHED_LISTS.filter((list) => list.group === group).map(
    (list): CatalogueView => ({
      id: list.id,
      title: list.title,
      group,
      ledger: ledgerOfList(list),
      filters: [filterOfList(list)],
      initial: initialOfList(list),
      counted: [list.value],
    }),
  ),
];

export const CATALOGUE_GROUPS: readonly {
  readonly id: ListGroup;
  readonly title: string;
  readonly views: readonly CatalogueView[];
}[] = [
  { id: 'six', title: LIST_GROUP_TITLES.six, views: viewsOf('six') },
  { id: 'street', title: LIST_GROUP_TITLES.street, views: viewsOf('street') },
];

/** The tab an address names; the first where it names none. */
export function catalogueView(id: string): CatalogueView {
  const views = CATALOGUE_GROUPS.flatMap((group) => group.views);
  return views.find((view) => view.id === id) ?? allOf('six');
}

/** Which items the version switcher lets through: 现行 today, one version, or all. */
export type VersionChoice = 'now' | 'all' | `v:${string}`;

export const versionChoice = (label: string): VersionChoice => `v:${label}`;

/** The choice as filters of the list. */
export function versionFilters(choice: VersionChoice): readonly Filter[] {
  if (choice === 'all') return [];
  if (choice === 'now') return [{ field: 'force', is: ['现行'] }];
  const label = choice.slice(2);
  return [label === '' ? { field: 'version', blank: true } : { field: 'version', is: [label] }];
}

/** 2026 版; a name that ends so already is left alone. */
export function versionName(label: string): string {
  if (label === '') return '未注明版本';
  return label.endsWith('版') ? label : `${label} 版`;
}

/** What a version is called in lists: 2026 版（82 条，2026-01-01 起）. */
export function versionTitle(version: {
  readonly label: string;
  readonly items: number;
  readonly from?: string;
  readonly to?: string;
}): string {
  const days =
    version.from !== undefined && version.to !== undefined
      ? `，${version.from} 至 ${version.to}`
      : version.from !== undefined
        ? `，${version.from} 起`
        : version.to !== undefined
          ? `，至 ${version.to}`
          : '';
  return `${versionName(version.label)}（${version.items} 条${days}）`;
}
