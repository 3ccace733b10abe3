import { maskValue } from '../../shared/kit/format.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { Values } from '../../shared/kit/values.ts';
import type { Row } from './store-api.ts';

/** A row as lists show it: personal fields in stars, those of child rows too. */
export function masked(ledger: Ledger, row: Row): Row {
  const values: { [fieldId: string]: Values[string] } = { ...row.values };
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
  return { ...row, values };
}
