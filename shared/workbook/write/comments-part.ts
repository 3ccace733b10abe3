import { cellAddress } from '../cell-address.ts';
import { DECLARATION, OFFICE, PACKAGE, relation } from '../package/package-parts.ts';
import { cellText, escapeXml, preservesSpace } from '../package/xml-text.ts';
import type { SheetModel } from '../sheet-model.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Drawing ids are given out in blocks of this size; the drawing names the blocks it uses. */
const ID_BLOCK = 1024;
/** Characters of a line of a note as wide as drawn here, and the height of a line in points. */
const LINE_CHARACTERS = 16;
const LINE_HEIGHT = 14;

/** A note on one cell, zero-based. */
export type CellComment = { readonly row: number; readonly column: number; readonly text: string };

/** The notes of a sheet, from top to bottom. */
export function commentsOf(sheet: SheetModel): readonly CellComment[] {
  return sheet.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell?.comment === undefined ? [] : [{ row, column, text: cell.comment }])),
  );
}

/** What the words of the notes are, cell by cell. */
export function* commentsXml(comments: readonly CellComment[], author: string): Generator<string> {
  yield `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>${escapeXml(author)}</author></authors><commentList>`;
  for (const { row, column, text } of comments) {
    const words = `<t${preservesSpace(text)}>${cellText(text)}</t>`;
    yield `<comment ref="${cellAddress(row, column)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/></rPr>${words}</r></text></comment>`;
  }
  yield '</commentList></comments>';
}

/**
 * How the notes are drawn: Excel shows a note only where this older drawing (VML, ECMA-376 part 4) has a box for it.
 * Each box is hidden until the pointer rests on its cell.
 */
export function* drawingXml(comments: readonly CellComment[]): Generator<string> {
  const blocks = Array.from({ length: Math.ceil((comments.length + 1) / ID_BLOCK) }, (_, block) => block + 1);
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
  yield `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>`;
  yield '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  for (const [place, { row, column, text }] of comments.entries()) {
    const lines = Math.max(2, Math.ceil(text.length / LINE_CHARACTERS));
    const look = `position:absolute;width:170pt;height:${(lines + 1) * LINE_HEIGHT}pt;z-index:${place + 1};visibility:hidden`;
    // Column and offset of the left edge, row and offset of the top, then the same of right and bottom.
    const anchor = [column + 1, 12, Math.max(0, row - 1), 8, column + 3, 40, row + lines, 4].join(', ');
    const data = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData>`;
    yield `<v:shape id="_x0000_s${ID_BLOCK + 1 + place}" type="#_x0000_t202" style="${look}" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>${data}</v:shape>`;
  }
  yield '</xml>';
}

/** Relations of a sheet with notes. The sheet itself names the first of them. */
export function commentRelations(place: number): string {
  return [
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`,
    relation(1, `${OFFICE}/relationships/vmlDrawing`, `../drawings/vmlDrawing${place + 1}.vml`),
    relation(2, `${OFFICE}/relationships/comments`, `../comments${place + 1}.xml`),
    '</Relationships>',
  ].join('');
}
