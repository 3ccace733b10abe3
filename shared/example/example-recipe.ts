import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import type { Chance } from './chance.ts';
import type { ExampleDesk } from './example-desk.ts';

/**
 * How one ledger of the example office is filled. A ledger without a recipe gets a few rows by its declaration alone
 * (example-values.ts); whoever adds a ledger adds its recipe, for rows that read like an office's own.
 */
export type ExampleRecipe = {
  readonly ledger: string;
  /** Rows over two years. */
  readonly count: number;
  /** What is entered when the row comes in, on its day; `place` counts the rows from 0. */
  readonly values: (on: Day, desk: ExampleDesk, chance: Chance, place: number) => Values;
  /** What the clerk types for an act of the workflow: into its form what it asks for, into the record the rest. */
  readonly entered?: (act: string, record: LedgerRecord, on: Day, desk: ExampleDesk, chance: Chance) => Values;
  /** How much likelier an act is than another that is offered too; 1 where nothing is said, 0 never. Of a case, where it depends on that. */
  readonly weights?: { readonly [act: string]: number | ((values: Values) => number) };
  /** Most days between two acts. */
  readonly pace?: number;
};
