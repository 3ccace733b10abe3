import type { Figure } from '../../../shared/indicators/figure.ts';
import { filtersOf, rowsLink } from '../session/rows-link.ts';

/** Address of the records behind a figure; none where nothing stands behind it. */
export function figureLink({ ledger, ids }: Pick<Figure, 'ledger' | 'ids'>): string | undefined {
  if (ids.length === 0) return undefined;
  if (ledger === 'application') return rowsLink(filtersOf(ids));
  return `/reports/rows/${ledger}/${encodeURIComponent(JSON.stringify(ids))}`;
}

/** The ids of such an address; none where it was mangled. */
export function idsOfLink(text: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(text));
    return Array.isArray(parsed) ? parsed.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
