import { isBlank } from '../../kit/blank.ts';
import { type Complaint, hasError, warning } from '../../kit/complaint.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { validateValues } from '../../kit/validate.ts';
import type { Value, Values } from '../../kit/values.ts';
import type { ImportChoices } from './import-choices.ts';
import type { PlanCell } from './plan.ts';
import { type SameKeys, sameKeys } from './same-rows.ts';

/** A row read and judged, before it is held against what is stored. */
export type Draft = {
  readonly row: number;
  readonly cells: readonly PlanCell[];
  readonly values: Values;
  readonly keys: SameKeys;
  readonly identity?: string;
  readonly errors: readonly Complaint[];
  readonly warnings: readonly Complaint[];
  readonly leftEmpty: readonly string[];
};

export type DraftQuestion = {
  readonly ledger: Ledger;
  readonly choices: ImportChoices;
  readonly context: LedgerContext;
  readonly hiddenRows: ReadonlySet<number>;
  /** What is wrong with a row as a whole. */
  readonly cut: (row: number) => Complaint | undefined;
};

/** One empty list for the many rows of which there is nothing to say. */
const NONE: readonly never[] = [];

const isError = ({ severity }: Complaint): boolean => severity === 'error';

/** Values of a row with what stands against them; faulty cells are dropped where the clerk takes the row without them. */
export function draftRow(row: number, cells: readonly PlanCell[], question: DraftQuestion): Draft {
  const { ledger, choices, context } = question;
  const leaveEmpty = choices.leaveEmpty === 'all' || choices.leaveEmpty.has(row);
  const identityField = ledger.numbering?.field;
  const identity = cells.find((cell) => cell.field === identityField)?.value;
  const own = identity === undefined ? cells : cells.filter((cell) => cell.field !== identityField);
  let values = valuesOf(own);
  const judge = () => validateValues(ledger, values, context).filter((one) => one.code !== 'field/wanted');
  let judged = judge();
  const faulty = leaveEmpty ? faultyFields(cells, values, judged) : NONE;
  if (faulty.length > 0) {
    values = valuesOf(own.filter((cell) => !faulty.includes(cell.field)));
    judged = judge();
  }
  const ofCells = cells.flatMap((cell) => cell.complaints);
  const cellErrors = leaveEmpty ? NONE : ofCells.filter(isError);
  // A key whose cell is in error is said once, by the cell.
  const isSaid = ({ field }: Complaint) => cellErrors.some((one) => one.field === field);
  const whole = question.cut(row);
  const errors = [...(whole ? [whole] : NONE), ...cellErrors, ...judged.filter((one) => isError(one) && !isSaid(one))];
  const warnings = [...ofHidden(row, question), ...ofCells, ...judged].filter((one) => !isError(one));
  return {
    row,
    cells,
    values,
    keys: sameKeys(ledger, values),
    ...(typeof identity === 'string' && identity !== '' ? { identity } : {}),
    errors: errors.length === 0 ? NONE : errors,
    warnings: warnings.length === 0 ? NONE : warnings,
    leftEmpty: faulty,
  };
}

/** Fields whose cell is in error, or whose value is. */
function faultyFields(cells: readonly PlanCell[], values: Values, judged: readonly Complaint[]): readonly string[] {
  const ofCells = cells.flatMap(({ field, complaints }) => (hasError(complaints) ? [field] : []));
  const ofValues = judged.flatMap((one) =>
    isError(one) && one.field !== undefined && one.field in values ? [one.field] : [],
  );
  return [...new Set([...ofCells, ...ofValues])];
}

export const HIDDEN_ROW = 'import/hidden-row';

/** Hidden rows are records as much as the others, but whoever sent the sheet may have meant to leave them out. */
function ofHidden(row: number, { hiddenRows }: DraftQuestion): readonly Complaint[] {
  if (!hiddenRows.has(row)) return NONE;
  return [warning(HIDDEN_ROW, '这一行在原表里是隐藏的，请确认要不要导入')];
}

function valuesOf(cells: readonly PlanCell[]): Values {
  const values: { [fieldId: string]: Value } = {};
  for (const { field, value } of cells) if (value !== undefined && !isBlank(value)) values[field] = value;
  // A copy, because the engine keeps an object that was filled key by key as a table of three times the size.
  return { ...values };
}
