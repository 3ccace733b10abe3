import type { Draft } from '../../history/draft.ts';
import { type Complaint, error } from '../../kit/complaint.ts';
import { addDays, isDay } from '../../kit/day.ts';
import { textIn } from '../../kit/field-values.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';

const CATALOGUE = 'catalogueItem';
const REPEALED = '废止';

/** Whether an item holds on a day: begun, not yet over, not repealed. Without days it always holds. */
export function isInForce(values: Values, day: Day): boolean {
  if (textIn(values, 'status') === REPEALED || textIn(values, 'effectiveFrom') > day) return false;
  const to = textIn(values, 'effectiveTo');
  return to === '' || to >= day;
}

/** The items that hold on a day, of whatever version; those switched off (地方示例) are among them. */
export const itemsInForce = (records: readonly LedgerRecord[], day: Day): readonly LedgerRecord[] =>
  records.filter(({ values }) => isInForce(values, day));

/** How an item stands on a day. */
export const FORCES = ['现行', '未生效', '已失效', '废止'] as const;

export type Force = (typeof FORCES)[number];

/** Repealed goes before any day: it holds from no day on. */
export function forceOf(values: Values, day: Day): Force {
  if (textIn(values, 'status') === REPEALED) return '废止';
  if (textIn(values, 'effectiveFrom') > day) return '未生效';
  return isInForce(values, day) ? '现行' : '已失效';
}

/** One issue of the catalogue, as its items say. */
export type CatalogueVersion = {
  /** 2026, 2026.1; '' for items that name none. */
  readonly label: string;
  readonly items: number;
  /** How many of them hold on the day asked about. */
  readonly inForce: number;
  /** First day any of them holds; absent where one holds from ever. */
  readonly from?: Day;
  /** Last day any of them holds; absent where one has no end. */
  readonly to?: Day;
};

/** Every version, newest label first, items without one last. `day` is the day 现行 is judged by. */
export function versionsOf(records: readonly LedgerRecord[], day: Day): readonly CatalogueVersion[] {
  const labels = [...new Set(records.map(({ values }) => textIn(values, 'version')))];
  return labels.sort(newestFirst).map((label) => {
    const items = itemsOfVersion(records, label);
    const from = items.map(({ values }) => textIn(values, 'effectiveFrom')).sort()[0] ?? '';
    const ends = items.map(({ values }) => textIn(values, 'effectiveTo'));
    const to = ends.includes('') ? '' : (ends.sort().at(-1) ?? '');
    return {
      label,
      items: items.length,
      inForce: itemsInForce(items, day).length,
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
    };
  });
}

/** The items of one version, '' for those that name none. */
export const itemsOfVersion = (records: readonly LedgerRecord[], label: string): readonly LedgerRecord[] =>
  records.filter(({ values }) => textIn(values, 'version') === label);

/** 2026.10 after 2026.9: figures count as numbers, the rest by its signs. */
function newestFirst(left: string, right: string): number {
  const [a, b] = [left.split('.'), right.split('.')];
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const [one = '', other = ''] = [a[place], b[place]];
    if (one === other) continue;
    const difference = Number(other) - Number(one);
    if (one !== '' && other !== '' && !Number.isNaN(difference) && difference !== 0) return difference;
    return one < other ? 1 : -1;
  }
  return 0;
}

/** Which version becomes which, and from when the new one holds. */
export type VersionCopy = { readonly from: string; readonly to: string; readonly effectiveFrom: Day };

export type VersionCopyResult =
  | { readonly drafts: readonly Draft[]; readonly created: number; readonly closed: number }
  | { readonly complaints: readonly Complaint[] };

/**
 * Next year's version as drafts of one batch: every item of the old version that still holds on the new day is copied
 * under the new label, and the old one ends the day before, unless it ends earlier by itself. Repealed and ended items
 * stay behind. Refused by name where the new label is taken or an old item would end before it began.
 */
export function copyVersion(records: readonly LedgerRecord[], copy: VersionCopy): VersionCopyResult {
  const complaints = complaintsAbout(records, copy);
  if (complaints.length > 0) return { complaints };
  const lastDay = addDays(copy.effectiveFrom, -1);
  const items = itemsOfVersion(records, copy.from);
  const carried = items.filter(({ values }) => isInForce({ ...values, effectiveFrom: '' }, copy.effectiveFrom));
  const toClose = items.filter(({ values }) => {
    const to = textIn(values, 'effectiveTo');
    return to === '' || to > lastDay;
  });
  const created = carried.map(
    ({ values: { effectiveTo: _, ...values } }): Draft => ({
      kind: 'create',
      ledger: CATALOGUE,
      values: { ...values, version: copy.to, effectiveFrom: copy.effectiveFrom },
    }),
  );
  const closed = toClose.map(
    ({ id, rev }): Draft => ({
      kind: 'edit',
      ledger: CATALOGUE,
      id,
      rev,
      patch: { effectiveTo: lastDay },
    }),
  );
  return { drafts: [...created, ...closed], created: created.length, closed: closed.length };
}

function complaintsAbout(records: readonly LedgerRecord[], { from, to, effectiveFrom }: VersionCopy): Complaint[] {
  if (to.trim() === '') return [error('version/blank', '请填写新版本的名称，如 2027。没有复制任何条目。', 'to')];
  if (!isDay(effectiveFrom)) {
    return [error('version/no-day', '请填写新版本的生效日期。没有复制任何条目。', 'effectiveFrom')];
  }
  const complaints: Complaint[] = [];
  const items = itemsOfVersion(records, from);
  if (items.length === 0) complaints.push(error('version/empty', `没有版本为“${from}”的条目可以复制。`, 'from'));
  const taken = itemsOfVersion(records, to).length;
  if (taken > 0) {
    const message = `版本“${to}”已有 ${taken} 条，没有再复制。请换一个名称，或直接修改已有的条目。`;
    complaints.push(error('version/taken', message, 'to'));
  }
  const later = items.filter(({ values }) => textIn(values, 'effectiveFrom') >= effectiveFrom);
  if (later[0] !== undefined) {
    const name = textIn(later[0].values, 'name');
    const message = `版本“${from}”有 ${later.length} 条（如“${name}”）在 ${effectiveFrom} 当天或之后才生效，新版本须晚于它们。没有复制任何条目。`;
    complaints.push(error('version/not-later', message, 'effectiveFrom'));
  }
  return complaints;
}
