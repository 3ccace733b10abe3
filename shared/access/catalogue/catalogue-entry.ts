import { textIn } from '../../kit/field-values.ts';
import type { Day, LedgerRecord } from '../../kit/values.ts';
import { isInForce } from './catalogue-versions.ts';
import { type CatalogueEntry, type CatalogueIndex, catalogueIndex } from './match.ts';

/** A catalogue item as matching sees it, or undefined where it is switched off, repealed or, if asked, not in force on a day. */
export function catalogueEntry(record: LedgerRecord, day?: Day): CatalogueEntry | undefined {
  const { values } = record;
  const told = (fieldId: string) => textIn(values, fieldId);
  if (values.enabled === false || told('status') === '废止') return undefined;
  if (day !== undefined && !isInForce(values, day)) return undefined;
  const optional = (key: 'code' | 'duty' | 'basis' | 'keywords' | 'status' | 'takeoverDept', fieldId: string) =>
    told(fieldId) === '' ? {} : { [key]: told(fieldId) };
  return {
    id: record.id,
    listType: told('listType'),
    name: told('name'),
    ...optional('code', 'code'),
    ...optional('duty', 'dutyStreet'),
    ...optional('basis', 'basis'),
    ...optional('keywords', 'keywords'),
    ...optional('status', 'status'),
    ...optional('takeoverDept', 'takeoverDept'),
  };
}

/**
 * The catalogue made ready for matching on any day. Applications of a year share one or two versions, so each stretch of
 * days on which the same items hold is prepared once, when first asked for.
 */
export function catalogueByDay(records: readonly LedgerRecord[]): (day: Day) => CatalogueIndex {
  const told = (fieldId: string) => records.map(({ values }) => textIn(values, fieldId)).filter((day) => day !== '');
  const starts = [...new Set(told('effectiveFrom'))];
  const ends = [...new Set(told('effectiveTo'))];
  const prepared = new Map<string, CatalogueIndex>();
  return (day) => {
    const begun = starts.filter((start) => start <= day).length;
    const over = ends.filter((end) => end < day).length;
    const stretch = `${begun} ${over}`;
    const known = prepared.get(stretch);
    if (known !== undefined) return known;
    const index = catalogueIndex(records.flatMap((record) => catalogueEntry(record, day) ?? []));
    prepared.set(stretch, index);
    return index;
  };
}
