import type { FieldChange } from '../../history/change.ts';
import { isBlank } from '../../kit/blank.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerRecord, Value, Values } from '../../kit/values.ts';
import { catalogueItem } from '../../ledgers/catalogue-item.ts';
import { type Paired, pairItems } from './catalogue-pairs.ts';
import { type RunningTouch, touchingCases } from './catalogue-touch.ts';

/** What became of an item from one catalogue to the other. */
export type ItemChange = 'added' | 'dropped' | 'changed';

export const ITEM_CHANGE_TITLES: { readonly [change in ItemChange]: string } = {
  added: '新增',
  dropped: '取消',
  changed: '调整',
};

export type ComparedItem = Paired & {
  readonly change: ItemChange;
  /** Of a changed item, what stood in each field before and after; a blank side is absent. */
  readonly fields: { readonly [fieldId: string]: FieldChange };
  /** Applications not closed yet that rest on this item. */
  readonly running: readonly RunningTouch[];
};

/** Two catalogues side by side. Order is the later catalogue's, dropped items in the earlier one's. */
export type CatalogueComparison = {
  readonly added: readonly ComparedItem[];
  readonly dropped: readonly ComparedItem[];
  readonly changed: readonly ComparedItem[];
  readonly unchanged: number;
};

/** Fields that differ between versions by their nature, and what the program notes for itself. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'code',
  'version',
  'effectiveFrom',
  'effectiveTo',
  'sourceDoc',
  'inferred',
]);

/**
 * Compares two catalogues: two versions, or what held on two days. Items are paired by record, code, name or, shown as
 * 疑似同一项, by likeness; blanks and the width of signs make no difference. With each difference come the running
 * applications it touches.
 */
export function compareCatalogues(
  before: readonly LedgerRecord[],
  after: readonly LedgerRecord[],
  applications: readonly LedgerRecord[],
): CatalogueComparison {
  const pairs = pairItems(before, after);
  const touching = touchingCases(before, after, applications);
  const compared = pairs.flatMap((pair): ComparedItem[] => {
    const change = changeOf(pair);
    if (change === undefined) return [];
    const fields = change === 'changed' ? fieldsChanged(pair) : {};
    return [{ ...pair, change, fields, running: touching(pair) }];
  });
  const only = (change: ItemChange) => compared.filter((item) => item.change === change);
  return {
    added: only('added'),
    dropped: only('dropped'),
    changed: only('changed'),
    unchanged: pairs.length - compared.length,
  };
}

function changeOf(pair: Paired): ItemChange | undefined {
  if (pair.before === undefined) return 'added';
  if (pair.after === undefined) return 'dropped';
  return Object.keys(fieldsChanged(pair)).length > 0 ? 'changed' : undefined;
}

function fieldsChanged({ before, after }: Paired): ComparedItem['fields'] {
  if (before === undefined || after === undefined) return {};
  const changed = Object.keys(catalogueItem.fields).flatMap((fieldId): [string, FieldChange][] => {
    if (NOT_COMPARED.has(fieldId)) return [];
    const [was, is] = [shownValue(before.values, fieldId), shownValue(after.values, fieldId)];
    if (comparable(was) === comparable(is)) return [];
    return [[fieldId, { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }]];
  });
  return Object.fromEntries(changed);
}

/** A blank 启用 means yes, a blank 条目状态 means in force. */
function shownValue(values: Values, fieldId: string): Value | undefined {
  const value = values[fieldId];
  if (!isBlank(value)) return value;
  if (fieldId === 'enabled') return true;
  return fieldId === 'status' ? '有效' : undefined;
}

function comparable(value: Value | undefined): string {
  return typeof value === 'string' ? value.normalize('NFKC').replace(/\s+/g, '') : JSON.stringify(value ?? '');
}

/** The item as it stands in the later catalogue, or as it last stood. */
export function itemShown({ before, after }: Paired): {
  readonly code: string;
  readonly name: string;
  readonly listType: string;
} {
  const values = (after ?? before)?.values ?? {};
  return { code: textIn(values, 'code'), name: textIn(values, 'name'), listType: textIn(values, 'listType') };
}
