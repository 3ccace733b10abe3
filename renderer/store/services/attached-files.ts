import { childRows } from '../../../shared/history/child-rows.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import type { FieldSpecs } from '../../../shared/kit/fields.ts';
import type { Value, Values } from '../../../shared/kit/values.ts';

/** SHA-256 names of the files attached to a record and to its child rows. */
export function hashesIn(fields: FieldSpecs, values: Values): readonly string[] {
  return Object.entries(fields).flatMap(([fieldId, { kind, childFields }]) => {
    const value = values[fieldId];
    if (!Array.isArray(value)) return [];
    if (childFields) return childRows(value).flatMap((row) => hashesIn(childFields, row));
    return kind === 'attachments' ? value.flatMap((file) => ('hash' in Object(file) ? [file.hash] : [])) : [];
  });
}

/** SHA-256 names of every attachment that a record, deleted ones too, or a child row of it still names. */
export function attachmentHashes(state: OfficeState): string[] {
  const hashes = new Set<string>();
  for (const { id, fields } of state.ledgers) {
    const { records, deleted } = state.table(id);
    for (const { values } of [...records.values(), ...deleted.values()])
      for (const hash of hashesIn(fields, values)) hashes.add(hash);
  }
  return [...hashes].sort();
}

/** A record with no file attached to it or to its child rows. */
export function withoutFiles(fields: FieldSpecs, values: Values): Values {
  const kept: { [fieldId: string]: Value } = {};
  for (const [fieldId, value] of Object.entries(values)) {
    const spec = fields[fieldId];
    if (value === undefined || spec?.kind === 'attachments') continue;
    const { childFields } = spec ?? {};
    kept[fieldId] = childFields
      ? childRows(value).map((row) => ({ ...withoutFiles(childFields, row), id: row.id }))
      : value;
  }
  return kept;
}
