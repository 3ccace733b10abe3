import { OFFICE_FIELD, OFFICE_SPEC } from '../../../shared/exchange/office.ts';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import { formatValue, type NameOf } from '../../../shared/kit/format.ts';
import { moneyDigits } from '../../../shared/kit/format-money.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { stateTitle } from '../../../shared/kit/steps.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { STATE_FIELD } from '../../../shared/kit/workflow.ts';

/** A field of the ledger, stored or derived. */
export const fieldOf = (ledger: Ledger, fieldId: string): FieldSpec | undefined =>
  ledger.fields[fieldId] ?? ledger.derived?.fields[fieldId] ?? (fieldId === OFFICE_FIELD ? OFFICE_SPEC : undefined);

/** A value as words: states by their title, everything else as the kit formats it. */
export function shownText(ledger: Ledger, fieldId: string, value: Value | undefined, nameOf: NameOf): string {
  const field = fieldOf(ledger, fieldId);
  if (!field || value === undefined) return '';
  if (fieldId === STATE_FIELD && typeof value === 'string') return stateTitle(ledger, value);
  return formatValue(value, field, nameOf);
}

/** As `shownText`, for a column whose header already names the money unit. */
export function cellText(ledger: Ledger, fieldId: string, value: Value | undefined, nameOf: NameOf): string {
  const field = fieldOf(ledger, fieldId);
  if (field?.kind === 'money' && typeof value === 'number') return moneyDigits(value, field.unit ?? '元');
  return shownText(ledger, fieldId, value, nameOf);
}

/** The label of a column, with the unit of its money. */
export const columnLabel = (field: FieldSpec): string =>
  field.kind === 'money' ? `${field.label}（${field.unit ?? '元'}）` : field.label;
