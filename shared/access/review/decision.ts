import { rowsIn, textIn } from '../../kit/field-values.ts';
import type { Day, Values } from '../../kit/values.ts';

/** The decision as it stands now: the last one written, with the corrections (更正) made since. */
export type Decision = {
  readonly kind: string;
  readonly result: string;
  readonly docNo: string;
  readonly decideDate: Day | '';
  readonly validFrom: Day | '';
  readonly validTo: Day | '';
};

/** The decision in force, or undefined where nobody decided yet. Rows are only ever appended, so the last one counts. */
export function decisionInForce(values: Values): Decision | undefined {
  const last = rowsIn(values, 'decisions').at(-1);
  if (last === undefined) return undefined;
  const decideDate = textIn(last, 'decideDate');
  const since = rowsIn(values, 'corrections').filter((row) => textIn(row, 'correctedOn') >= decideDate);
  const corrected = (fieldId: string, written: string) =>
    since.reduce((value, row) => textIn(row, fieldId) || value, written);
  return {
    kind: textIn(last, 'kind'),
    result: textIn(last, 'result'),
    docNo: corrected('decisionNo', textIn(last, 'docNo')),
    decideDate,
    validFrom: corrected('validFrom', textIn(last, 'validFrom')),
    validTo: corrected('validTo', textIn(last, 'validTo')),
  };
}
