import { maskValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { isRestricted } from '../../../shared/kit/restricted.ts';
import type { Values } from '../../../shared/kit/values.ts';
import type { Row } from '../store-api.ts';

const STARS = '***';

/** What was said in a restricted row is read on its own page alone, where the reading is recorded. */
function withoutWords(ledger: Ledger, row: Row): Row {
  const values = Object.entries(row.values).flatMap(([fieldId, value]) => {
    const kind = ledger.fields[fieldId]?.kind;
    if (kind === 'children' || kind === 'attachments') return [];
    return [[fieldId, kind === 'text' || kind === 'longText' ? STARS : value]] as const;
  });
  return { ...row, values: Object.fromEntries(values) };
}

/** Personal fields in stars, those of child rows too. */
export function maskedValues(ledger: Ledger, whole: Values): Values {
  const values: { [fieldId: string]: Values[string] } = { ...whole };
  for (const [fieldId, field] of Object.entries(ledger.fields)) {
    const value = values[fieldId];
    if (value === undefined) continue;
    if (field.personal) values[fieldId] = maskValue(value, field);
    else if (field.childFields && Array.isArray(value)) {
      const personal = Object.entries(field.childFields).filter(([, child]) => child.personal);
      if (personal.length === 0) continue;
      values[fieldId] = value.map((child) => ({
        ...child,
        ...Object.fromEntries(personal.map(([id, spec]) => [id, maskValue(child[id], spec)])),
      }));
    }
  }
  return values;
}

/** A row as lists show it: personal data in stars; of a restricted row every word. */
export function masked(ledger: Ledger, whole: Row): Row {
  const row = isRestricted(ledger, whole.values) ? withoutWords(ledger, whole) : whole;
  return { ...row, values: maskedValues(ledger, row.values) };
}
