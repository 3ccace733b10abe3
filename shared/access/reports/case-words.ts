import { documentDate } from '../../kit/document-date.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import { formatForDocument } from '../../kit/format.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import { application } from '../../ledgers/application.ts';
import { type Decision, decisionInForce } from '../review/decision.ts';

/** A field of a case as a table prints it; '' where it is blank. */
export function fieldWords({ values }: LedgerRecord, fieldId: string, { nameOf }: LedgerContext): string {
  const field = application.fields[fieldId];
  return field ? formatForDocument(values[fieldId], field, nameOf) : '';
}

/** 新增·长期 */
export const natureWords = ({ values }: LedgerRecord): string =>
  [textIn(values, 'nature'), textIn(values, 'term')].filter((word) => word !== '').join('·');

/** 2026年4月1日—2027年3月31日; a missing end stays open to the eye (GB/T 15834—2011 一字线). */
export function spanWords(from: Day | '', to: Day | ''): string {
  if (from === '' && to === '') return '';
  return `${from === '' ? '' : documentDate(from)}—${to === '' ? '' : documentDate(to)}`;
}

/** The decision as it stood on the evening of a day: later ones and later corrections are not known yet. */
export function decisionOn(values: Values, day: Day): Decision | undefined {
  const until = (list: string, date: string) => rowsIn(values, list).filter((row) => textIn(row, date) <= day);
  return decisionInForce({
    decisions: until('decisions', 'decideDate'),
    corrections: until('corrections', 'correctedOn'),
  });
}

/** Name of a community, '' where none is named. */
export const communityName = (id: string, { nameOf }: LedgerContext): string =>
  id === '' ? '' : nameOf('organisation', id);

export const departmentName = (id: string, { nameOf }: LedgerContext): string =>
  id === '' ? '' : nameOf('department', id);
