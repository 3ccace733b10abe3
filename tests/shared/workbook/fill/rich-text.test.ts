import { expect, test } from 'vitest';
import { inlineString, patchRuns, runsOf, textOfRuns } from '../../../../shared/workbook/fill/rich-text.ts';
import { parseXml } from '../../../../shared/workbook/fill/xml-tree.ts';

const si = (xml: string) => parseXml(`<si>${xml}</si>`).root;
const written = (xml: string, ...patches: readonly { start: number; end: number; text: string }[]): string =>
  inlineString('', patchRuns(runsOf(si(xml)), patches));

const TITLE =
  '<r><rPr><b/></rPr><t>2026</t></r><r><rPr><sz val="20"/></rPr><t xml:space="preserve">年    月份</t></r><r><t>通报表</t></r>';

test('a gap inside a run is filled in the look of its run', () => {
  expect(written(TITLE, { start: 5, end: 9, text: '9' })).toBe(
    '<is><r><rPr><b/></rPr><t>2026</t></r><r><rPr><sz val="20"/></rPr><t>年9月份</t></r><r><t>通报表</t></r></is>',
  );
});

test('several gaps at once, one of them over the border of two runs', () => {
  expect(written(TITLE, { start: 0, end: 4, text: '2027' }, { start: 5, end: 9, text: '10' })).toContain(
    '<t>2027</t></r><r><rPr><sz val="20"/></rPr><t>年10月份</t>',
  );
  expect(written('<r><t>甲  </t></r><r><t>  乙</t></r>', { start: 1, end: 5, text: '丙' })).toBe(
    '<is><r><t>甲丙</t></r><r><t>乙</t></r></is>',
  );
});

test('text is put in at the end, and a plain text stays plain', () => {
  expect(written('<t>填报单位：</t>', { start: 5, end: 5, text: '顺河街道' })).toBe(
    '<is><t>填报单位：顺河街道</t></is>',
  );
});

test('phonetic readings are no text, escapes are read', () => {
  expect(textOfRuns(runsOf(si('<t>张_x000A_三&amp;</t><rPh sb="0" eb="1"><t>zhang</t></rPh>')))).toBe('张\n三&');
});
