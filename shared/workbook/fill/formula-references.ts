/** One cell a formula names: its column as written, its zero-based row, and what the $ hold fast. */
export type FormulaCell = { readonly column: string; readonly row: number; readonly rowFixed: boolean };

/** A cell, a range of cells or whole rows, with the sheet it names, if any, unquoted. */
export type FormulaReference = {
  readonly sheet?: string;
  readonly first: FormulaCell;
  /** Absent for a single cell. */
  readonly last?: FormulaCell;
  /** Set where the cell ends a range that names its sheet twice: `表!B9:表!B10`. */
  readonly endsRange?: true;
};

const WORD = String.raw`[\w.\u0080-\uffff]`;
const CELL = String.raw`(\$?[A-Za-z]{1,3})(\$?)(\d{1,7})`;
const ROW = String.raw`(\$?)(\d{1,7})`;
const END = String.raw`(?![\w.(!\u0080-\uffff])`;

/**
 * A formula's pieces: texts, sheet names before a reference, references, names and numbers (which may look like
 * references: LOG10, 季度2), names of table columns in brackets, and everything else one sign at a time. What follows a
 * sheet's name is a reference, never another sheet (表!B9:表!B10).
 */
const TOKEN = new RegExp(
  [
    `"(?:[^"]|"")*"`,
    String.raw`(?<!!)('(?:[^']|'')*'|(?:\[\d+\])?${WORD}+(?::${WORD}+)?)!`,
    `${CELL}(?::${CELL})?${END}`,
    `${ROW}:${ROW}${END}`,
    String.raw`\[(?:[^[\]]|\[[^\]]*\])*\]`,
    String.raw`[A-Za-z_\\\u0080-\uffff]${WORD}*`,
    String.raw`\d${WORD}*`,
    String.raw`[\s\S]`,
  ].join('|'),
  'y',
);

const unquoted = (sheet: string): string => (sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet);

const cellOf = (column: string, fixed: string, row: string): FormulaCell => ({
  column,
  row: Number(row) - 1,
  rowFixed: fixed === '$',
});

/** A formula taken apart: its references, and everything between them as written. */
export type FormulaPieces = readonly (string | FormulaReference)[];

/** Takes a formula apart at its references. */
export function formulaPieces(formula: string): FormulaPieces {
  const pieces: (string | FormulaReference)[] = [];
  let sheet: string | undefined;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(formula); token !== null; token = TOKEN.exec(formula)) {
    const [written, named] = token;
    const reference = named === undefined ? referenceIn(token, sheet) : undefined;
    pieces.push(reference && endsRange(pieces, sheet) ? { ...reference, endsRange: true } : (reference ?? written));
    sheet = named === undefined ? undefined : unquoted(named);
  }
  return pieces;
}

/** Whether a cell of the named sheet, written behind these pieces, ends a range that began with a cell of the same sheet. */
function endsRange(pieces: FormulaPieces, sheet: string | undefined): boolean {
  const begin = pieces.at(-3);
  if (sheet === undefined || pieces.at(-2) !== ':' || begin === undefined || typeof begin === 'string') return false;
  return begin.last === undefined && begin.sheet?.toLowerCase() === sheet.toLowerCase();
}

/** The formula with each of its references written as `change` answers; undefined leaves one as it is. */
export function changeReferences(
  pieces: FormulaPieces,
  change: (reference: FormulaReference) => FormulaReference | undefined,
): string {
  let formula = '';
  for (const piece of pieces) formula += typeof piece === 'string' ? piece : referenceText(change(piece) ?? piece);
  return formula;
}

function referenceIn(token: RegExpExecArray, sheet: string | undefined): FormulaReference | undefined {
  const [, , column, fixed = '', row, lastColumn, lastFixed = '', lastRow, topFixed = '', top, endFixed = '', end] =
    token;
  const named = sheet === undefined ? {} : { sheet };
  if (column !== undefined && row !== undefined) {
    const first = cellOf(column, fixed, row);
    if (lastColumn === undefined || lastRow === undefined) return { ...named, first };
    return { ...named, first, last: cellOf(lastColumn, lastFixed, lastRow) };
  }
  if (top === undefined || end === undefined) return undefined;
  return { ...named, first: cellOf('', topFixed, top), last: cellOf('', endFixed, end) };
}

const cellText = ({ column, row, rowFixed }: FormulaCell): string => `${column}${rowFixed ? '$' : ''}${row + 1}`;

const referenceText = ({ first, last }: FormulaReference): string =>
  last === undefined ? cellText(first) : `${cellText(first)}:${cellText(last)}`;

/** Names of sheets and of everything else (functions, defined names) a formula uses, each as written. */
export function namesIn(formula: string): readonly string[] {
  return formulaPieces(formula).flatMap((piece) => {
    if (typeof piece !== 'string') return [];
    if (piece.endsWith('!')) return [unquoted(piece.slice(0, -1))];
    return /^[A-Za-z_\\\u0080-\uffff]/.test(piece) ? [piece] : [];
  });
}
