import { columnLetters, columnNumber, rangeAddress } from '../cell-address.ts';
import {
  attributeOf,
  childrenNamed,
  elementsIn,
  localName,
  withAttribute,
  withChildren,
  writeNodes,
  type XmlElement,
  type XmlNode,
} from './xml-tree.ts';

/**
 * A cell of a sheet part, taken apart once so that thousands of clones cost no more than their text: zero-based column,
 * `rest` its attributes as written without address and type, and what is inside.
 */
export type GridCell = {
  readonly column: number;
  readonly tag: string;
  readonly rest: string;
  readonly type?: string;
  readonly children?: readonly XmlNode[];
};

/** A row of a sheet part: tag and attributes (without its number) and its cells from left to right. */
export type GridRow = {
  readonly row: number;
  readonly tag: string;
  readonly rest: string;
  readonly cells: readonly GridCell[];
};

/** Rows of `<sheetData>`, from top to bottom; rows and cells without an address stand behind the one before. */
export function gridOf(sheetData: XmlElement): readonly GridRow[] {
  let next = 0;
  return childrenNamed(sheetData, 'row').map((element) => {
    const row = Number(attributeOf(element, 'r') ?? next + 1) - 1;
    next = row + 1;
    return { row, tag: element.tag, rest: withAttribute(element, 'r', undefined).attributes, cells: cellsOf(element) };
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
      const type = attributeOf(element, 't');
      const { attributes } = withAttribute(withAttribute(element, 'r', undefined), 't', undefined);
      return {
        column,
        tag: element.tag,
        rest: attributes,
        ...(type === undefined ? {} : { type }),
        ...(element.children === undefined ? {} : { children: element.children }),
      };
    });
}

/** The child of a cell by its local name: its formula, value or inline string. */
export const partOfCell = ({ children }: GridCell, name: string): XmlElement | undefined =>
  children?.find((child): child is XmlElement => typeof child !== 'string' && localName(child) === name);

/** An attribute of a cell or row beside its address: its style, say. */
export const restAttribute = ({ tag, rest }: Pick<GridCell, 'tag' | 'rest'>, name: string): string | undefined =>
  attributeOf({ tag, attributes: rest }, name);

/** `<sheetData>` holding these rows, every address written as the row and cell stand. */
export function sheetDataOf(sheetData: XmlElement, grid: readonly GridRow[]): XmlElement {
  const letters: string[] = [];
  const lettersOf = (column: number): string => {
    letters[column] ??= columnLetters(column);
    return letters[column];
  };
  return withChildren(
    sheetData,
    grid.map(({ row, tag, rest, cells }) => {
      let inside = '';
      for (const cell of cells) inside += cellXml(cell, `${lettersOf(cell.column)}${row + 1}`);
      const head = `<${tag} r="${row + 1}"${rest}`;
      return inside === '' ? `${head}/>` : `${head}>${inside}</${tag}>`;
    }),
  );
}

function cellXml({ tag, rest, type, children }: GridCell, address: string): string {
  const head = `<${tag} r="${address}"${rest}${type === undefined ? '' : ` t="${type}"`}`;
  return children === undefined ? `${head}/>` : `${head}>${writeNodes(children)}</${tag}>`;
}

/** The range all cells of a sheet stand in, as `<dimension>` writes it. */
export function extentOf(grid: readonly GridRow[]): string {
  const rows = grid.filter(({ cells }) => cells.length > 0);
  const [first] = rows;
  let [left, right] = [first?.cells[0]?.column ?? 0, 0];
  for (const { cells } of rows) {
    left = Math.min(left, cells[0]?.column ?? left);
    right = Math.max(right, cells.at(-1)?.column ?? 0);
  }
  return rangeAddress({ top: first?.row ?? 0, left, bottom: rows.at(-1)?.row ?? 0, right });
}
