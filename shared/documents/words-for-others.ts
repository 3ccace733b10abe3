import { caseReferences } from '../kit/case-links.ts';
import { type Complaint, error } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { maskValue } from '../kit/format.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { isRestricted } from '../kit/restricted.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { ledgerById } from '../ledgers/index.ts';

/** What a paper says to somebody else than the person the case is about: without that person's data. */

/** Shorter texts are no names: one character would be struck out everywhere. */
const LEAST = 2;

const ID_NUMBER = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?![\dXx])/g;
const MOBILE = /(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/g;

/** Every personal text of a record with its mask, the longest first, so that a name within an address does not break it. */
function masksOf({ fields }: Ledger, values: Values): readonly (readonly [whole: string, mask: string])[] {
  return Object.entries(fields)
    .flatMap(([fieldId, field]) => {
      const whole = field.personal ? textIn(values, fieldId) : '';
      const mask = maskValue(whole, field);
      return whole.length < LEAST || typeof mask !== 'string' ? [] : [[whole, mask] as const];
    })
    .toSorted(([a], [b]) => b.length - a.length);
}

/** A record and the cases it came from: their people may stand in its words. */
function withSources(ledger: Ledger, record: LedgerRecord, context: LedgerContext) {
  const sources = caseReferences(ledger, record.values, ledgerById).flatMap(({ ledger: ledgerId, id }) => {
    const source = ledgerById(ledgerId);
    const found = context.record(ledgerId, id);
    return source && found ? [{ ledger: source, record: found }] : [];
  });
  return [{ ledger, record }, ...sources];
}

/** A text of the record as it goes to others: names, addresses and numbers of the people it is about in stars. */
export function wordsForOthers(fieldId: string, ledger: Ledger, record: LedgerRecord, context: LedgerContext): string {
  const masks = withSources(ledger, record, context).flatMap((one) => masksOf(one.ledger, one.record.values));
  const masked = masks.reduce((text, [whole, mask]) => text.replaceAll(whole, mask), textIn(record.values, fieldId));
  return masked.replace(ID_NUMBER, '$1********$2').replace(MOBILE, '$1****$2');
}

/** 检举控告 is never passed on to the person or unit accused, and who that is the program cannot know. */
export function restrictedComplaints(
  ledger: Ledger,
  record: LedgerRecord,
  context: LedgerContext,
): readonly Complaint[] {
  const isHidden = caseReferences(ledger, record.values, ledgerById).some(
    (one) => context.record(one.ledger, one.id) === undefined,
  );
  const restricted = withSources(ledger, record, context).some((one) => isRestricted(one.ledger, one.record.values));
  if (!isHidden && !restricted) return [];
  return [
    error(
      'document/restricted',
      '检举控告事项不出具发给其他单位的文书，以免转到被检举控告的人或者单位手里。请按规定报有权机关。',
      undefined,
      '信访工作条例 第三十条',
    ),
  ];
}
