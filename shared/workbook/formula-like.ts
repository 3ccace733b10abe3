/** What a spreadsheet would take for a formula where it reads plain text (OWASP, CSV injection). */
const FORMULA_LIKE = /^[=+\-@\t\r]/;

/** Whether a spreadsheet would calculate a text, were it typed into a cell. */
export const isFormulaLike = (text: string): boolean => FORMULA_LIKE.test(text);

/** A text on its way out as plain text (clipboard, .csv): an apostrophe keeps it a text. A cell of an .xlsx needs none. */
export const withApostrophe = (text: string): string => (isFormulaLike(text) ? `'${text}` : text);

/** The text as it was before it went out; an apostrophe before anything else is the clerk's own. */
export const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && isFormulaLike(text.slice(1)) ? text.slice(1) : text;
