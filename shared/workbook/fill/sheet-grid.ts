import { cellAddress, columnNumber, rangeAddress } from '../cell-address.ts';
import {
  attributeOf,
  childrenNamed,
  elementsIn,
  localName,
  withAttribute,
  withChildren,
  type XmlElement,
} from './xml-tree.ts';

/** A cell of a sheet part with its zero-based column; its element says everything else. */
export type GridCell = { readonly column: number; readonly element: XmlElement };

/** A row of a sheet part: its element without what is in it, and its cells from left to right. */
export type GridRow = { readonly row: number; readonly element: XmlElement; readonly cells: readonly GridCell[] };

/** Rows of `<sheetData>`, from top to bottom; rows and cells without an address stand behind the one before. */
export function gridOf(sheetData: XmlElement): readonly GridRow[] {
  let next = 0;
  return childrenNamed(sheetData, 'row').map((element) => {
    const row = Number(attributeOf(element, 'r') ?? next + 1) - 1;
    next = row + 1;
    return { row, element: withChildren(element, []), cells: cellsOf(element) };
  });
}

function cellsOf(row: XmlElement): readonly GridCell[] {
  let next = 0;
  return elementsIn(row)
    .filter((element) => localName(element) === 'c')
    .map((element) => {
      const letters = /^[A-Za-z]+/.exec(attributeOf(element, 'r') ?? '')?.[0];
      const column = letters === undefined ? next : columnNumber(letters);
      next = column + 1;
      return { column, element };
    });
}

/** `<sheetData>` holding these rows; every address is written as the row and cell stand. */
export function sheetDataOf(sheetData: XmlElement, grid: readonly GridRow[]): XmlElement {
  return withChildren(
    sheetData,
    grid.map(({ row, element, cells }) =>
      withChildren(
        addressed(element, String(row + 1)),
        cells.map((cell) => addressed(cell.element, cellAddress(row, cell.column))),
      ),
    ),
  );
}

const addressed = (element: XmlElement, address: string): XmlElement =>
  attributeOf(element, 'r') === address ? element : withAttribute(element, 'r', address);

/** The range all cells of a sheet stand in, as `<dimension>` writes it. */
export function extentOf(grid: readonly GridRow[]): string {
  const rows = grid.filter(({ cells }) => cells.length > 0);
  const columns = rows.flatMap(({ cells }) => [cells[0]?.column ?? 0, cells.at(-1)?.column ?? 0]);
  const edge = (pick: (...numbers: number[]) => number) => columns.reduce((a, b) => pick(a, b), columns[0] ?? 0);
  return rangeAddress({
    top: rows[0]?.row ?? 0,
    left: edge(Math.min),
    bottom: rows.at(-1)?.row ?? 0,
    right: edge(Math.max),
  });
}
