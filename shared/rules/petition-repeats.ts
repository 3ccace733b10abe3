import { isBlank } from '../kit/blank.ts';
import { type Complaint, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Values } from '../kit/values.ts';
import { findRepeats, repeatSearch, similarRepeats } from './repeats.ts';

const REPEATS = repeatSearch('petition', {
  person: 'petitioner',
  personId: 'petitionerId',
  phone: 'phone',
  community: 'community',
  text: 'matter',
});

export const similarPetitions = similarRepeats(REPEATS, 'repeatOf');

/**
 * 是否重复信访 is scored by month, so the program proposes it by person and matter. The earlier of two is no repeat; and
 * whoever answered 否 has looked.
 */
export function repeatComplaints(values: Values, id: string | undefined, context: LedgerContext): readonly Complaint[] {
  if (!isBlank(values.repeat) || !isBlank(values.repeatOf)) return [];
  const receivedOn = textIn(values, 'receivedOn');
  const before = findRepeats(values, id, REPEATS, context).find(
    ({ record }) => textIn(record.values, 'receivedOn') <= receivedOn,
  );
  if (before === undefined) return [];
  const { record, same } = before;
  const number = textIn(record.values, 'petitionNo');
  const message = `疑似重复信访：与${number === '' ? '' : ` ${number}`}（${textIn(record.values, 'receivedOn')}）${same}相同、内容相近。是重复的请选“是”，不是的选“否”。`;
  return [warning('petition/repeat', message, 'repeat')];
}
