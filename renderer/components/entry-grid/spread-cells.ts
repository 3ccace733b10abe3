/** A cell of a table, over so many columns and rows. */
export type SpanningCell = { readonly text: string; readonly across: number; readonly down: number };

/** Cells in the columns where they are seen: what spans several stands in the first of them, and the others are empty. */
export function spreadCells(rows: readonly (readonly SpanningCell[])[]): readonly (readonly string[])[] {
  const placed: string[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const { text, across, down } of row) {
      // Cells of the rows above reach down to here.
      while (placed[at]?.[column] !== undefined) column += 1;
      for (const [below, line] of placed.slice(at, at + down).entries()) {
        for (let right = 0; right < across; right += 1) line[column + right] = below + right === 0 ? text : '';
      }
      column += across;
    }
  }
  return placed.map((line) => Array.from(line, (text) => text ?? ''));
}
