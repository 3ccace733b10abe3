import { DECLARATION } from '../../workbook/package/package-parts.ts';
import { escapeXml } from '../../workbook/package/xml-text.ts';
import type { DocumentModel, PageSize, Paragraph } from '../document-model.ts';
import { LETTERHEAD, pageNumberFoot, TEXT_STYLES, textWidth } from '../document-styles.ts';
import { textStyleId } from './styles-part.ts';
import { tableXml } from './table-xml.ts';
import { RELATIONS, twipsOfMm, twipsOfPoints, WORD } from './units.ts';

/** Relation ids of the headers and footers, where the document has them. */
export type MarginParts = {
  readonly firstHeader?: string;
  readonly firstFooter?: string;
  readonly oddFooter: string;
  readonly evenFooter: string;
};

/** A run of text; tabs become tab marks, line breaks line breaks. */
export function run(text: string, properties = ''): string {
  const pieces = text.split(/(\t|\n)/).map((piece) => {
    if (piece === '\t') return '<w:tab/>';
    if (piece === '\n') return '<w:br/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
  });
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`;
}

/** word/document.xml: the blocks in order, and the sheet they stand on. */
export function bodyPart(model: DocumentModel, parts: MarginParts): string {
  const blocks = model.blocks.map((block) =>
    block.kind === 'table' ? tableXml(block) : paragraphXml(block, model.page),
  );
  // Word wants a paragraph behind a table; a line of one point, so that a full form stays on one sheet.
  const tail =
    model.blocks.at(-1)?.kind === 'table'
      ? '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
      : '';
  return [
    `${DECLARATION}<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>`,
    ...blocks,
    tail,
    sectionXml(model.page, parts),
    '</w:body></w:document>',
  ].join('');
}

function paragraphXml({ role, text, atRight, indentRight, keepNext }: Paragraph, page: PageSize): string {
  const tab =
    atRight === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${twipsOfMm(textWidth(page))}"/></w:tabs>`;
  const indent =
    indentRight === undefined
      ? ''
      : `<w:ind w:rightChars="${Math.round(indentRight * 100)}" w:right="${twipsOfPoints(indentRight * TEXT_STYLES[role].size)}"/>`;
  return [
    `<w:p><w:pPr><w:pStyle w:val="${textStyleId(role)}"/>${keepNext ? '<w:keepNext/>' : ''}${tab}${indent}</w:pPr>`,
    run(atRight === undefined ? text : `${text}\t${atRight}`),
    '</w:p>',
  ].join('');
}

function sectionXml(page: PageSize, parts: MarginParts): string {
  const { firstHeader, firstFooter } = parts;
  const refer = (what: 'header' | 'footer', type: string, id: string | undefined) =>
    id === undefined ? '' : `<w:${what}Reference w:type="${type}" r:id="${id}"/>`;
  const margin = (name: string, millimetres: number) => `w:${name}="${twipsOfMm(millimetres)}"`;
  return [
    '<w:sectPr>',
    refer('header', 'first', firstHeader),
    refer('footer', 'default', parts.oddFooter),
    refer('footer', 'even', parts.evenFooter),
    refer('footer', 'first', firstFooter),
    `<w:pgSz w:w="${twipsOfMm(page.width)}" w:h="${twipsOfMm(page.height)}"/>`,
    `<w:pgMar ${margin('top', page.top)} ${margin('right', page.right)} ${margin('bottom', page.bottom)} ${margin('left', page.left)}`,
    ` ${margin('header', LETTERHEAD.top)} ${margin('footer', pageNumberFoot(page))} w:gutter="0"/>`,
    firstHeader === undefined ? '' : '<w:titlePg/>',
    '</w:sectPr>',
  ].join('');
}
