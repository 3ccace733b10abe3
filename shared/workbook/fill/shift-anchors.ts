import type { RowShift } from './row-shift.ts';
import { localName, mapElements, textOf, withText, type XmlElement } from './xml-tree.ts';

/** `<from>` or `<to>` of a drawing or control: a picture below moves, one that reaches over a model row is stretched. */
export function shiftAnchor(anchor: XmlElement, shift: RowShift): XmlElement {
  return mapElements(anchor, (child) => {
    if (localName(child) !== 'row') return child;
    const row = Number(textOf(child));
    const moved = shift.row(row);
    return moved === row ? child : withText(child, String(moved));
  });
}

/** Every picture, chart and text box of a drawing part. One held absolutely names no rows and stays. */
export function shiftDrawing(drawing: XmlElement, shift: RowShift): XmlElement {
  return mapElements(drawing, (child) =>
    localName(child) === 'from' || localName(child) === 'to' ? shiftAnchor(child, shift) : shiftDrawing(child, shift),
  );
}

/**
 * The boxes of comments and old controls. Their part is HTML more than XML in older files, so it is not taken apart:
 * the row of a comment, and rows 3 and 7 of each anchor's eight numbers, are moved where they stand.
 */
export function shiftVmlDrawing(text: string, shift: RowShift): string {
  return text
    .replace(/(<x:Row>\s*)(\d+)/g, (_, before: string, row: string) => before + shift.row(Number(row)))
    .replace(/(<x:Anchor>)([^<]*)/g, (_, before: string, numbers: string) => {
      const moved = numbers.split(',').map((number, place) => {
        return place === 2 || place === 6 ? ` ${shift.row(Number(number))}` : number;
      });
      return before + moved.join(',');
    });
}
