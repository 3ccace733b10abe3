import { rowsIn, textIn } from '../kit/field-values.ts';
import type { Values } from '../kit/values.ts';

/** Between the records one line of the list stands for: restricted ones share a line. */
export const RECORD_SEPARATOR = ',';

/** How many cases a record of handing over tells of. */
export const handedOverCount = (values: Values): number =>
  rowsIn(values, 'items').reduce((count, row) => count + textIn(row, 'record').split(RECORD_SEPARATOR).length, 0);
