import { sum } from '../../kit/numbers.ts';
import { escapeXml } from '../../workbook/package/xml-text.ts';
import type { CellRole, Table, TableCell } from '../document-model.ts';
import { cellStyleId } from './styles-part.ts';
import { twipsOfMm } from './units.ts';

const LINE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"';
const NO_LINE = 'w:val="nil"';
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
/** Room between text and line at either side, in millimetres. */
const PADDING = 1.5;
/** Room above and below. */
const ABOVE = 0.4;

/** A column still covered by a cell that began further up. */
type Covering = { readonly across: number; readonly role: CellRole; rows: number };

/** One table, cells that cover several rows spelt out row by row as Word wants them. */
export function tableXml(table: Table): string {
  const border = table.borders === 'none' ? NO_LINE : LINE;
  const covering = new Map<number, Covering>();
  const rows = table.rows.map(({ height, cells }, place) => {
    const head = place < (table.headRows ?? 0) ? '<w:tblHeader/>' : '';
    const properties = `<w:trPr><w:cantSplit/><w:trHeight w:val="${twipsOfMm(height)}" w:hRule="atLeast"/>${head}</w:trPr>`;
    return `<w:tr>${properties}${rowCells(table, cells, covering)}</w:tr>`;
  });
  return [
    '<w:tbl><w:tblPr>',
    `<w:tblW w:w="${twipsOfMm(sum(table.widths))}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${SIDES.map((side) => `<w:${side} ${border}/>`).join('')}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar><w:top w:w="${twipsOfMm(ABOVE)}" w:type="dxa"/><w:left w:w="${twipsOfMm(PADDING)}" w:type="dxa"/><w:bottom w:w="${twipsOfMm(ABOVE)}" w:type="dxa"/><w:right w:w="${twipsOfMm(PADDING)}" w:type="dxa"/></w:tblCellMar>`,
    '</w:tblPr>',
    `<w:tblGrid>${table.widths.map((width) => `<w:gridCol w:w="${twipsOfMm(width)}"/>`).join('')}</w:tblGrid>`,
    ...rows,
    '</w:tbl>',
  ].join('');
}

function rowCells(table: Table, cells: readonly TableCell[], covering: Map<number, Covering>): string {
  const out: string[] = [];
  const waiting = [...cells];
  for (let column = 0; column < table.widths.length; ) {
    const covered = covering.get(column);
    if (covered !== undefined) {
      out.push(cellXml(table, column, { role: covered.role, text: '', across: covered.across }, '<w:vMerge/>'));
      covered.rows -= 1;
      if (covered.rows === 0) covering.delete(column);
      column += covered.across;
      continue;
    }
    const cell = waiting.shift();
    if (cell === undefined) break;
    const { role, across = 1, down = 1 } = cell;
    if (down > 1) covering.set(column, { across, role, rows: down - 1 });
    out.push(cellXml(table, column, cell, down > 1 ? '<w:vMerge w:val="restart"/>' : ''));
    column += across;
  }
  return out.join('');
}

/** Said and signed are one box of two rows: no line between them. */
const OPEN: { readonly [role in CellRole]?: string } = { said: 'bottom', signed: 'top' };

function cellXml(table: Table, column: number, { role, text, across = 1 }: TableCell, merge: string): string {
  const width = twipsOfMm(sum(table.widths.slice(column, column + across)));
  const open = OPEN[role];
  const style = cellStyleId(role);
  return [
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>`,
    across > 1 ? `<w:gridSpan w:val="${across}"/>` : '',
    merge,
    open === undefined ? '' : `<w:tcBorders><w:${open} ${NO_LINE}/></w:tcBorders>`,
    `<w:vAlign w:val="${role === 'said' || table.borders === 'none' ? 'top' : 'center'}"/></w:tcPr>`,
    ...text
      .split('\n')
      .map(
        (line) =>
          `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
      ),
    '</w:tc>',
  ].join('');
}
