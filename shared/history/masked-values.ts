import { type Complaint, error } from '../kit/complaint.ts';
import type { FieldSpec, FieldSpecs } from '../kit/fields.ts';
import { maskValue } from '../kit/format.ts';
import { childPath } from '../kit/validate.ts';
import type { ChildRow, Value, Values } from '../kit/values.ts';
import { childRows } from './child-rows.ts';

/**
 * What an edit really says about a field: a value that is only the mask of the one stored, come back from a list or a
 * masked export, is no new value, and the stored one stands in its place. In child rows field by field, by the row's id.
 */
export function behindMask(value: Value | undefined, stored: Value | undefined, field: FieldSpec): Value | undefined {
  if (isMaskOf(value, stored, field)) return stored;
  if (field.childFields === undefined || !Array.isArray(value)) return value;
  const personal = Object.entries(field.childFields).filter(([, child]) => child.personal);
  if (personal.length === 0) return value;
  const before = new Map(childRows(stored).map((row) => [row.id, row]));
  return childRows(value).map((row) => rowBehindMask(row, before.get(row.id), personal));
}

function rowBehindMask(
  row: ChildRow,
  stored: ChildRow | undefined,
  personal: readonly [string, FieldSpec][],
): ChildRow {
  const real = personal.filter(([field, spec]) => isMaskOf(row[field], stored?.[field], spec));
  if (real.length === 0) return row;
  const values: Values = Object.fromEntries(real.map(([field]) => [field, stored?.[field]]));
  return { ...row, ...values, id: row.id };
}

const isMaskOf = (value: Value | undefined, stored: Value | undefined, field: FieldSpec): boolean =>
  field.personal === true && value !== undefined && value !== stored && value === maskValue(stored, field);

/**
 * Personal values of a new record that are nothing but a mask, its child rows' too: stars are how such data is shown, and
 * nothing is stored behind these.
 */
export function strayMasks(
  fields: FieldSpecs,
  values: Values,
  pathOf = (fieldId: string): string => fieldId,
): readonly Complaint[] {
  // Gathered in one list: an import asks this for every row, and nearly all answers are empty.
  const complaints: Complaint[] = [];
  for (const fieldId of Object.keys(values)) {
    const field = fields[fieldId];
    const value = values[fieldId];
    if (field?.childFields) {
      for (const [at, row] of childRows(value).entries()) {
        complaints.push(...strayMasks(field.childFields, row, (id) => childPath(fieldId, at, id)));
      }
    } else if (
      field?.personal &&
      typeof value === 'string' &&
      value.includes('*') &&
      maskValue(value, field) === value
    ) {
      const message = `“${field.label}”里是带星号的遮盖内容，请填写完整内容或留空`;
      complaints.push(error('personal/masked', message, pathOf(fieldId)));
    }
  }
  return complaints;
}
