import { DECLARATION } from '../../workbook/package/package-parts.ts';
import type { CellRole, TextRole } from '../document-model.ts';
import {
  BODY_SPACING,
  CELL_STYLES,
  FACES,
  type FaceName,
  PAGE_NUMBER,
  TEXT_STYLES,
  type TextStyle,
} from '../document-styles.ts';
import { halfPoints, twipsOfPoints, WORD } from './units.ts';

/** What Word lists the styles as; a clerk who touches up a letter finds them by these names. */
const TITLES: { readonly [role in TextRole]: string } = {
  number: '发文字号',
  title: '公文标题',
  formTitle: '表格标题',
  addressee: '主送机关',
  body: '公文正文',
  level1: '一级标题',
  level2: '二级标题',
  flush: '顶格正文',
  signature: '发文机关署名',
  date: '成文日期',
  above: '表头行',
  note: '表注',
};

const CELL_TITLES: { readonly [role in CellRole]: string } = {
  label: '表格栏目',
  value: '表格内容',
  centred: '表格居中',
  said: '表格意见',
  signed: '表格签字',
  party: '协议签章',
};

export const textStyleId = (role: TextRole): string => `Text-${role}`;
export const cellStyleId = (role: CellRole): string => `Cell-${role}`;
export const PAGE_NUMBER_STYLE = 'PageNumber';

/** All four: Word takes eastAsia for Chinese and ascii for digits, and the hint alone moves no digit. */
export const fonts = (face: FaceName): string => {
  const { name } = FACES[face];
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
};

export const size = (points: number): string =>
  `<w:sz w:val="${halfPoints(points)}"/><w:szCs w:val="${halfPoints(points)}"/>`;

const JUSTIFY = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

function paragraphProperties(style: TextStyle): string {
  const { before = 0, after = 0, firstLine = 0 } = style;
  const spacing = `<w:spacing w:before="${twipsOfPoints(before)}" w:after="${twipsOfPoints(after)}" w:line="${twipsOfPoints(style.pitch)}" w:lineRule="exact"/>`;
  const indent =
    firstLine === 0
      ? ''
      : `<w:ind w:firstLineChars="${firstLine * 100}" w:firstLine="${twipsOfPoints(firstLine * style.size)}"/>`;
  return `<w:pPr>${style.keepNext ? '<w:keepNext/>' : ''}${spacing}${indent}<w:jc w:val="${JUSTIFY[style.align]}"/></w:pPr>`;
}

/** Only text of the letter itself is set closer: forms have no 28 characters to fit. */
const isBodyText = ({ face, size: points }: TextStyle): boolean => points === TEXT_STYLES.body.size && face !== 'title';

function styleXml(id: string, title: string, style: TextStyle): string {
  const closer = isBodyText(style) ? `<w:spacing w:val="${twipsOfPoints(BODY_SPACING)}"/>` : '';
  return [
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${title}"/>`,
    '<w:basedOn w:val="Normal"/><w:qFormat/>',
    paragraphProperties(style),
    `<w:rPr>${fonts(style.face)}${closer}${size(style.size)}</w:rPr></w:style>`,
  ].join('');
}

const TEXT_ROLES = Object.keys(TITLES).filter((role): role is TextRole => role in TEXT_STYLES);
const CELL_ROLES = Object.keys(CELL_TITLES).filter((role): role is CellRole => role in CELL_STYLES);

/** word/styles.xml: one style a role, so that the document itself carries no formatting of its own. */
export function stylesPart(): string {
  return [
    `${DECLARATION}<w:styles xmlns:w="${WORD}">`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('body')}<w:kern w:val="2"/>${size(TEXT_STYLES.body.size)}`,
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>',
    '<w:pPrDefault/></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>',
    // Without the last two Word opens a quarter of a character between Chinese and digits, and 28 no longer fit.
    '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>',
    ...TEXT_ROLES.map((role) => styleXml(textStyleId(role), TITLES[role], TEXT_STYLES[role])),
    ...CELL_ROLES.map((role) => styleXml(cellStyleId(role), CELL_TITLES[role], CELL_STYLES[role])),
    styleXml(PAGE_NUMBER_STYLE, '公文页码', PAGE_NUMBER),
    '</w:styles>',
  ].join('');
}

/** word/fontTable.xml: what to take where a face is missing. */
export function fontTablePart(): string {
  const listed = Object.values(FACES).map(
    ({ name, fallback }) =>
      `<w:font w:name="${name}"><w:altName w:val="${fallback}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `${DECLARATION}<w:fonts xmlns:w="${WORD}">${listed.join('')}</w:fonts>`;
}
