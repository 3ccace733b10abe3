import { finished } from '../../kit/finished.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { RowPlace, SheetReader } from '../cells.ts';
import { ROWS_A_STEP, type SheetLayout } from './header.ts';
import { fieldsOf, type Mapping } from './mapping.ts';

/** A column of organisation names, blank below a filled cell though nothing is merged: written once, meant for all. */
export type FillDownProposal = {
  readonly column: number;
  readonly header: string;
  readonly field: string;
  /** How many blank cells would take the value above them. */
  readonly blanks: number;
  /** The names that would be carried down, in order. */
  readonly names: readonly string[];
};

/** Proposed, never applied unseen: a blank cell may also mean that nobody is in charge. */
export const proposeFillDown = (
  reader: SheetReader,
  layout: SheetLayout,
  mapping: Mapping,
  ledger: Ledger,
): readonly FillDownProposal[] => finished(fillDownSteps(reader, layout, mapping, ledger));

/** The same with stops on the way down each column of names. */
export function* fillDownSteps(
  reader: SheetReader,
  layout: SheetLayout,
  mapping: Mapping,
  ledger: Ledger,
): Generator<undefined, readonly FillDownProposal[]> {
  const proposals: FillDownProposal[] = [];
  for (const { column, header, target } of mapping.columns) {
    const [field] = fieldsOf(target);
    const spec = field === undefined ? undefined : ledger.fields[field];
    if (field === undefined || spec?.kind !== 'reference') continue;
    const names = new Set<string>();
    let blanks = 0;
    /** The sheet on which a name stands above: what stood last on one is not meant for the next. */
    let named: RowPlace['sheet'] | false = false;
    for (const row of layout.body) {
      const cell = reader.bodyCell(row, column);
      const { sheet } = reader.placeOf(row);
      if (cell.kind === 'text' && cell.text.trim() !== '') {
        names.add(cell.text.trim());
        named = sheet;
      } else if (named === sheet) blanks += 1;
      if (row % ROWS_A_STEP === 0) yield;
    }
    if (blanks > 0) proposals.push({ column, header, field, blanks, names: [...names] });
  }
  return proposals;
}
