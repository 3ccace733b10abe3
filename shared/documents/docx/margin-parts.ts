import { DECLARATION } from '../../workbook/package/package-parts.ts';
import type { PageSize } from '../document-model.ts';
import { LETTERHEAD, LETTERHEAD_COLOR, letterheadSize, PAGE_NUMBER, POINTS_PER_MM } from '../document-styles.ts';
import { run } from './body-part.ts';
import { fonts, PAGE_NUMBER_STYLE, size } from './styles-part.ts';
import { twipsOfMm, twipsOfPoints, WORD } from './units.ts';

const footer = (content: string): string => `${DECLARATION}<w:ftr xmlns:w="${WORD}">${content}</w:ftr>`;

/** `— 1 —` at the outer edge, one character in: right on odd pages, left on even ones (GB/T 9704—2012 7.5). */
export function pageNumberPart(side: 'left' | 'right'): string {
  const indent = `<w:ind w:${side}Chars="100" w:${side}="${twipsOfPoints(PAGE_NUMBER.size)}"/>`;
  const field = `<w:fldSimple w:instr=" PAGE ">${run('1')}</w:fldSimple>`;
  return footer(
    `<w:p><w:pPr><w:pStyle w:val="${PAGE_NUMBER_STYLE}"/>${indent}<w:jc w:val="${side}"/></w:pPr>${run('— ')}${field}${run(' —')}</w:p>`,
  );
}

/** The red rules are longer than the text and stand in the middle of the sheet. */
function ruleIndent(page: PageSize): string {
  const edge = (page.width - LETTERHEAD.ruleWidth) / 2;
  return `<w:ind w:left="${-twipsOfMm(page.left - edge)}" w:right="${-twipsOfMm(page.right - edge)}"/>`;
}

const rule = (side: 'top' | 'bottom', kind: 'thickThin' | 'thinThick', space: number): string =>
  `<w:pBdr><w:${side} w:val="${kind}SmallGap" w:sz="24" w:space="${space}" w:color="${LETTERHEAD_COLOR}"/></w:pBdr>`;

/** 发文机关标志 in red over a double rule, thick above thin. */
export function letterheadPart(office: string, page: PageSize): string {
  const points = letterheadSize(office, page);
  const name = run(office, `${fonts('title')}<w:color w:val="${LETTERHEAD_COLOR}"/>${size(points)}`);
  return [
    `${DECLARATION}<w:hdr xmlns:w="${WORD}"><w:p><w:pPr>`,
    rule('bottom', 'thickThin', Math.round(LETTERHEAD.ruleGap * POINTS_PER_MM)),
    `<w:spacing w:before="0" w:after="0" w:line="${twipsOfPoints(points * 1.2)}" w:lineRule="exact"/>${ruleIndent(page)}<w:jc w:val="center"/>`,
    `</w:pPr>${name}</w:p></w:hdr>`,
  ].join('');
}

/** The first page of a letter bears no number but the lower rule, thin above thick (10.1). */
export function lowerRulePart(page: PageSize): string {
  return footer(
    `<w:p><w:pPr>${rule('bottom', 'thinThick', 1)}<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>${ruleIndent(page)}</w:pPr></w:p>`,
  );
}
