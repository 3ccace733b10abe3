import { type Figure, figureText } from '../indicators/figure.ts';
import { sha256OfText } from '../kit/sha256.ts';
import { cellAddress } from '../workbook/cell-address.ts';

/** A figure of a form or report, and where it stands. `sheet` counts from 0; a form has one. */
export type PlacedFigure = {
  readonly sheet?: number;
  readonly row: number;
  readonly column: number;
  readonly figure: Figure;
};

/** What the figures were when something was handed in: by cell the figure as it was shown, and a mark of the records counted. */
export type SubmittedFigures = { readonly [cell: string]: readonly [shown: string, records: string] };

/** A cell whose figure is another one now. `records`: the number is the same, the records behind it are not. */
export type FigureChange = {
  readonly cell: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly records: boolean;
};

/** Long enough that two sets of records are never taken for each other, short enough for a thousand cells. */
const MARK_LENGTH = 16;

/** A mark of a set of records, in whatever order. */
export const recordsMark = (ids: readonly string[]): string =>
  sha256OfText([...ids].sort().join('\n')).slice(0, MARK_LENGTH);

/** The figures as they are kept with a submission: numbers and marks, no data of people. */
export const submittedFigures = (cells: readonly PlacedFigure[]): SubmittedFigures =>
  Object.fromEntries(
    cells.map(({ sheet = 0, row, column, figure }) => [
      `${sheet === 0 ? '' : `表${sheet + 1} `}${cellAddress(row, column)}`,
      [figureText(figure), recordsMark(figure.ids)] as const,
    ]),
  );

/** What changed under a submitted period since, cell by cell. */
export function figureChanges(then: SubmittedFigures, now: SubmittedFigures): readonly FigureChange[] {
  const cells = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return cells.flatMap((cell): readonly FigureChange[] => {
    const [before, old] = then[cell] ?? [];
    const [after, fresh] = now[cell] ?? [];
    if (before !== after) return [{ cell, before, after, records: false }];
    return old === fresh ? [] : [{ cell, before, after, records: true }];
  });
}

/** The figures a record keeps; undefined where it keeps none, as of a 零报告. */
export function readFigures(text: string): SubmittedFigures | undefined {
  if (text === '') return undefined;
  const kept: unknown = JSON.parse(text);
  return typeof kept === 'object' && kept !== null ? (kept as SubmittedFigures) : undefined;
}
