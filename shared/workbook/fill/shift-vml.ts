import { escapeXml } from '../package/xml-text.ts';
import { type Shifts, shiftFormula } from './shift-formula.ts';
import { decodeXml } from './xml-tree.ts';

/**
 * The boxes of comments and old controls. Their part is HTML more than XML in older files, so it is not taken apart:
 * the row of a comment, rows 3 and 7 of each anchor's eight numbers, and the cells a control is linked to are moved where
 * they stand.
 */
export function shiftVmlDrawing(text: string, sheet: string, shifts: Shifts): string {
  const shift = shifts.get(sheet.toLowerCase());
  const linked = text.replace(
    /(<x:Fmla(?:Link|Range|Txbx|Pict)>)([^<]*)/g,
    (whole, before: string, formula: string) => {
      const read = decodeXml(formula);
      const shifted = shiftFormula(read, shifts, { sheet });
      return shifted === read ? whole : before + escapeXml(shifted);
    },
  );
  if (shift === undefined) return linked;
  return linked
    .replace(/(<x:Row>\s*)(\d+)/g, (_, before: string, row: string) => before + shift.row(Number(row)))
    .replace(/(<x:Anchor>)([^<]*)/g, (_, before: string, numbers: string) => {
      const moved = numbers.split(',').map((number, place) => {
        return place === 2 || place === 6 ? ` ${shift.row(Number(number))}` : number;
      });
      return before + moved.join(',');
    });
}
