import { type Filter, RECORD_ID } from '../../../shared/kit/query.ts';

/** Address of the page showing exactly the rows behind a figure: 准入审核 has one of its own. */
export const rowsLink = (filters: readonly Filter[], ledger = 'application'): string => {
  const rows = encodeURIComponent(JSON.stringify(filters));
  return ledger === 'application' ? `/review/rows/${rows}` : `/rows/${ledger}/${rows}`;
};

/** Records by id, as a list's filters say it. */
export const filtersOf = (ids: readonly string[]): readonly Filter[] => [{ field: RECORD_ID, is: ids }];

const isFilter = (one: unknown): one is Filter =>
  typeof one === 'object' && one !== null && 'field' in one && typeof one.field === 'string';

/** The filters of such an address; none where it was mangled. */
export function filtersOfLink(text: string): readonly Filter[] {
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(text));
    return Array.isArray(parsed) ? parsed.filter(isFilter) : [];
  } catch {
    return [];
  }
}
