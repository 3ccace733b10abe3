import type { ConvertLookup } from '../../../../shared/kit/convert/conversion.ts';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { type Field, text } from '../../../../shared/kit/fields.ts';
import type { Value } from '../../../../shared/kit/values.ts';

/** Declared options, no records: enough for every kind but references. */
export const plainLookup: ConvertLookup = {
  resolve: () => ({ nearest: [] }),
  options: (field) => field.options ?? [],
  date1904: false,
};

/** What a typed text becomes: its value, or the code of the error; warnings' codes stand behind a plus sign. */
export function typed(
  raw: string,
  field: Field<never> | Field<Value> = text('事项'),
  lookup: ConvertLookup = plainLookup,
): unknown {
  const { value, complaints } = convertText(raw, field.spec, lookup);
  const [complaint] = complaints;
  if (complaint === undefined) return value;
  return complaint.severity === 'error' ? complaint.code : [value, complaint.code];
}
