import { isDay, serialFromDay } from '../../kit/day.ts';
import { absoluteRange, cellAddress, columnLetters, rangeAddress } from '../cell-address.ts';
import { isFormulaLike } from '../formula-like.ts';
import { OFFICE } from '../package/package-parts.ts';
import { escapeXml } from '../package/xml-text.ts';
import { PAPER_SIZES } from '../paper-sizes.ts';
import { USUAL_MARGINS } from '../print/print-pages.ts';
import type { CellModel, CellStyle, PageModel, RowModel, SheetModel, ValidationModel } from '../sheet-model.ts';
import type { SharedStrings } from './shared-strings-part.ts';
import type { StyleTable } from './styles-part.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MILLIMETRES_PER_INCH = 25.4;
/** Excel adds these five pixels of a seven-pixel digit to every column. */
const WIDTH_PADDING = 0.7109375;

/** Where a worksheet's drop-down list finds its options: quoted in place, or a range of the options sheet. */
export type ListSource = (options: readonly string[]) => string;

type Tables = {
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
  readonly listSource: ListSource;
  /** Id of the drawing of the sheet's notes, where it has any. */
  readonly drawing?: string;
};

/** One worksheet part in pieces, a row a piece, so that a long sheet never stands in memory as one text. */
export function* sheetXml(sheet: SheetModel, tables: Tables): Generator<string> {
  yield head(sheet, tables.styles);
  yield '<sheetData>';
  const covered = coveredCells(sheet);
  const letters = sheet.widths.map((_, column) => columnLetters(column));
  for (const [place, row] of sheet.rows.entries()) yield rowXml(row, place, covered.get(place), letters, tables);
  let place = sheet.rows.length;
  for (const row of sheet.more?.rows ?? []) {
    yield rowXml(row, place, undefined, letters, tables);
    place += 1;
  }
  yield '</sheetData>';
  yield tail(sheet, tables);
}

function head(sheet: SheetModel, styles: StyleTable): string {
  const { page, widths, freeze, columnStyles = [] } = sheet;
  const columns = widths.map((width, column) => {
    const style = columnStyles[column];
    const look = style === undefined ? '' : ` style="${styles.place(style)}"`;
    return `<col min="${column + 1}" max="${column + 1}" width="${width + WIDTH_PADDING}"${look} customWidth="1"/>`;
  });
  const fit = page.fitToWidth || page.fitToHeight === true;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`,
    fit ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<dimension ref="${rangeAddress(usedRange(sheet))}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${freeze ? `>${paneXml(freeze)}</sheetView>` : '/>'}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
  ].join('');
}

function usedRange({ rows, more, widths }: SheetModel) {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), widths.length);
  const height = rows.length + (more?.count ?? 0);
  return { top: 0, left: 0, bottom: Math.max(height, 1) - 1, right: Math.max(width, 1) - 1 };
}

function paneXml({ rows, columns }: { readonly rows: number; readonly columns: number }): string {
  if (rows === 0 && columns === 0) return '';
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return `<pane${split} topLeftCell="${cellAddress(rows, columns)}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

/**
 * The look of the cells a merge covers, by row and column: Excel draws a merged range's lines from every cell of it,
 * so each takes the look of the first.
 * @throws Error where two merges overlap: Excel would call the file damaged.
 */
function coveredCells(sheet: SheetModel): Map<number, Map<number, CellStyle>> {
  const rows = new Map<number, Map<number, CellStyle>>();
  for (const merge of sheet.merges) {
    const style = sheet.rows[merge.top]?.cells[merge.left]?.style;
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const cells = rows.get(row) ?? new Map<number, CellStyle>();
      rows.set(row, cells);
      for (let column = merge.left; column <= merge.right; column += 1) {
        if (cells.has(column)) throw new Error(`sheet ${sheet.name}: two merges cover ${cellAddress(row, column)}`);
        if (style) cells.set(column, style);
      }
    }
  }
  return rows;
}

function rowXml(
  row: RowModel,
  place: number,
  covered: Map<number, CellStyle> | undefined,
  letters: readonly string[],
  tables: Tables,
): string {
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
  let cells = '';
  const last = Math.max(row.cells.length, ...(covered ? [...covered.keys()].map((column) => column + 1) : []));
  for (let column = 0; column < last; column += 1) {
    const look = covered?.get(column);
    const cell = row.cells[column] ?? (look && { style: look });
    if (cell === undefined) continue;
    const address = `${letters[column] ?? columnLetters(column)}${place + 1}`;
    cells += cellXml(address, look ? { ...cell, style: look } : cell, tables);
  }
  return `<row r="${place + 1}"${height}>${cells}</row>`;
}

function cellXml(address: string, { value, style }: CellModel, { styles, strings }: Tables): string {
  const open = (look: number) => `<c r="${address}" s="${look}"`;
  if (value === undefined || value === '') return `${open(styles.place(style))}/>`;
  if (typeof value === 'string') {
    return `${open(styles.place(style, looksLikeFormula(value, style)))} t="s"><v>${strings.place(value)}</v></c>`;
  }
  if (typeof value === 'number') return `${open(styles.place(style))}><v>${finite(value, address)}</v></c>`;
  if (typeof value === 'boolean') return `${open(styles.place(style))} t="b"><v>${value ? 1 : 0}</v></c>`;
  if ('formula' in value) {
    const formula = escapeXml(value.formula.replace(/^=/, ''));
    return `${open(styles.place(style))}><f>${formula}</f><v>${finite(value.cached, address)}</v></c>`;
  }
  // Days before March 1900 have no number that every spreadsheet agrees on; they stay readable as text.
  if (!isDay(value.day) || value.day < '1900-03-01') {
    return `${open(styles.place(style))} t="s"><v>${strings.place(value.day)}</v></c>`;
  }
  return `${open(styles.place(style))}><v>${serialFromDay(value.day)}</v></c>`;
}

/** Texts that a spreadsheet would calculate once somebody edits the cell; text cells ('@') are safe already. */
const looksLikeFormula = (text: string, style: CellStyle): boolean => style.format !== '@' && isFormulaLike(text);

function finite(number: number, address: string): number {
  if (!Number.isFinite(number)) throw new RangeError(`${address}: ${number} is no number a cell can hold`);
  return number;
}

function tail(sheet: SheetModel, { listSource, drawing }: Tables): string {
  const { merges, page } = sheet;
  const mergeCells = merges.map((merge) => `<mergeCell ref="${rangeAddress(merge)}"/>`).join('');
  return [
    sheet.protected === true ? PROTECTION : '',
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${mergeCells}</mergeCells>`,
    validationsXml(sheet, listSource),
    '<printOptions horizontalCentered="1"/>',
    marginsXml(page),
    pageSetupXml(page),
    headerFooterXml(page),
    // IDs and phones are text on purpose: no green triangles.
    `<ignoredErrors><ignoredError sqref="${rangeAddress(usedRange(sheet))}" numberStoredAsText="1"/></ignoredErrors>`,
    drawing === undefined ? '' : `<legacyDrawing xmlns:r="${OFFICE}/relationships" r:id="${drawing}"/>`,
    '</worksheet>',
  ].join('');
}

/** Rows and columns may still be made wider, and rows put in; only what stands in locked cells is kept. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0"/>';

function validationsXml({ validations = [] }: SheetModel, listSource: ListSource): string {
  if (validations.length === 0) return '';
  const each = validations.map((validation) => validationXml(validation, listSource));
  return `<dataValidations count="${validations.length}">${each.join('')}</dataValidations>`;
}

/** Excel's limits for a hint, in UTF-16 units; a longer one makes it call the file damaged. */
const LONGEST_HINT = { title: 32, text: 255 };

function validationXml(validation: ValidationModel, listSource: ListSource): string {
  const { options, strict, hint } = validation;
  const said = (text: string, longest: number) => escapeXml(Array.from(text.slice(0, longest)).join(''));
  const prompt = hint
    ? ` showInputMessage="1" promptTitle="${said(hint.title, LONGEST_HINT.title)}" prompt="${said(hint.text, LONGEST_HINT.text)}"`
    : '';
  const open = `<dataValidation${options ? ' type="list"' : ''} allowBlank="1"`;
  const tail = `${prompt} showErrorMessage="${strict === true ? 1 : 0}" sqref="${rangeAddress(validation)}"`;
  return options
    ? `${open}${tail}><formula1>${escapeXml(listSource(options))}</formula1></dataValidation>`
    : `${open}${tail}/>`;
}

function marginsXml({ margins = USUAL_MARGINS }: PageModel): string {
  const inches = (millimetres: number) => Math.round((millimetres / MILLIMETRES_PER_INCH) * 1000) / 1000;
  const { top, right, bottom, left } = margins;
  return `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}" header="0.3" footer="0.3"/>`;
}

function pageSetupXml({ paper = 'A4', landscape, fitToWidth, fitToHeight }: PageModel): string {
  const fit =
    fitToWidth || fitToHeight === true
      ? ` fitToWidth="${fitToWidth ? 1 : 0}" fitToHeight="${fitToHeight === true ? 1 : 0}"`
      : '';
  return `<pageSetup paperSize="${PAPER_SIZES[paper].code}" orientation="${landscape ? 'landscape' : 'portrait'}"${fit}/>`;
}

function headerFooterXml({ header, footer }: PageModel): string {
  if (header === undefined && footer === undefined) return '';
  const part = (element: string, text: string | undefined) =>
    text === undefined ? '' : `<${element}>${escapeXml(/^&[LCR]/.test(text) ? text : `&C${text}`)}</${element}>`;
  return `<headerFooter>${part('oddHeader', header)}${part('oddFooter', footer)}</headerFooter>`;
}

/** What the workbook part must say for a sheet: the rows repeated on every page and the range printed. */
export function printNames({ page }: SheetModel): readonly { readonly name: string; readonly range: string }[] {
  const { repeatRows, printArea } = page;
  return [
    ...(printArea ? [{ name: '_xlnm.Print_Area', range: absoluteRange(printArea) }] : []),
    ...(repeatRows ? [{ name: '_xlnm.Print_Titles', range: `$${repeatRows.first + 1}:$${repeatRows.last + 1}` }] : []),
  ];
}
