import { isCaseLedger } from '../../../shared/kit/case-links.ts';
import type { ConvertLookup } from '../../../shared/kit/convert/conversion.ts';
import { convertText } from '../../../shared/kit/convert/convert-text.ts';
import { decidedFields } from '../../../shared/kit/decisions.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { type FieldSpec, optionTitle } from '../../../shared/kit/fields.ts';
import type { NameOf } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { STATE_FIELD, STEPS_FIELD } from '../../../shared/kit/workflow.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import type { Row } from '../../store/store-api.ts';
import { cellText } from '../basics/shown-text.ts';
import { isTyped } from '../record-form/sections.ts';
import type { ReferenceBook } from '../session/reference-book.tsx';
import type { CellEdit } from './row-edits.ts';

/** A case is looked for by its words, which takes more than a cell. */
const isCaseReference = ({ target }: FieldSpec): boolean => {
  const ledger = target && ledgerById(target.ledger);
  return ledger !== undefined && isCaseLedger(ledger);
};

/** Whether a column's cells can be typed in: not what the program fills in, acts decide, or a list or file holds. */
export function isEntered(ledger: Ledger, fieldId: string): boolean {
  const field = ledger.fields[fieldId];
  if (!field || fieldId === STATE_FIELD || fieldId === STEPS_FIELD || fieldId === ledger.numbering?.field) return false;
  return isTyped(field) && field.kind !== 'children' && field.kind !== 'attachments' && !isCaseReference(field);
}

/** Whether a cell can be typed in: in this row an act may have decided it, or the row be another office's. */
export const isEnteredIn = (ledger: Ledger, fieldId: string, row: Row | undefined): boolean =>
  isEntered(ledger, fieldId) &&
  row?.office === undefined &&
  !(row && decidedFields(ledger.workflow, row.values).has(fieldId));

/** A text as the cell will hold it, by the rules an import uses. What cannot be read stays as it was typed. */
export function readCell(
  ledger: Ledger,
  fieldId: string,
  text: string,
  lookup: ConvertLookup,
  nameOf: NameOf,
): CellEdit {
  const field = ledger.fields[fieldId];
  if (!field) return { text, value: undefined };
  const { value, complaints } = convertText(text, field, lookup);
  const wrong = complaints.find(({ severity }) => severity === 'error');
  if (wrong) return { text, value: undefined, problem: wrong.message };
  return { text: cellText(ledger, fieldId, value, nameOf), value };
}

/** The words a cell may be filled with, where they are few; [] where anything may be typed. */
export function wordsFor(field: FieldSpec, book: ReferenceBook): readonly string[] {
  if (field.kind === 'yesNo') return ['是', '否'];
  if (field.kind === 'choice' || field.kind === 'choices') {
    const options = book.lookup.options(field);
    return options.map(({ value }) => optionTitle(options, value));
  }
  const { target } = field;
  if (!target) return [];
  const { where } = target;
  return book
    .recordsOf(target.ledger)
    .filter(({ values }) => values.inUse !== false && (!where || where.is.includes(textIn(values, where.field))))
    .map(({ id }) => book.nameOf(target.ledger, id));
}
