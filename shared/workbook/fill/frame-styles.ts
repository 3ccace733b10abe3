import type { FormPackage } from './form-package.ts';
import { type GridCell, type GridRow, restAttribute } from './sheet-grid.ts';
import { listedIn, withAttribute, writeXml } from './xml-tree.ts';

/** Whether two cell styles, by their numbers, differ in nothing but their lines. */
export type DifferInLines = (one: string | undefined, other: string | undefined) => boolean;

export function differInLines(form: FormPackage): DifferInLines {
  const key = form.relatedKey(form.workbookKey, 'styles');
  const styles = key === undefined ? [] : listedIn(form.root(key), 'cellXfs', 'xf');
  const rest = styles.map((style) =>
    writeXml({
      before: '',
      root: withAttribute(withAttribute(style, 'borderId', undefined), 'applyBorder', undefined),
      after: '',
    }),
  );
  return (one = '0', other = '0') => one !== other && rest[Number(one)] === rest[Number(other)];
}

/** The cells of a row in the lines of the row above it, where nothing else of their styles is different. */
export function inLinesOf(
  cells: readonly GridCell[],
  above: GridRow | undefined,
  differ: DifferInLines,
): readonly GridCell[] {
  return cells.map((cell) => {
    const model = above?.cells.find(({ column }) => column === cell.column);
    const style = model && restAttribute(model, 's');
    if (model === undefined || !differ(restAttribute(cell, 's'), style)) return cell;
    return { ...cell, rest: withAttribute({ tag: cell.tag, attributes: cell.rest }, 's', style).attributes };
  });
}
