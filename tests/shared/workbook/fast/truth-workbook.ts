import { zipSync } from 'fflate';
import type { Cell } from '../../../../shared/workbook/workbook.ts';

/** One cell as XML, and what it says. `place` is the ` r="B3"` of the cell, or nothing. */
export type TruthCell = {
  readonly what: string;
  readonly xml: (place: string) => string;
  readonly truth: Cell;
  /** Why the xlsx package is known to answer otherwise. */
  readonly oracleDiffers?: string;
};

const cell =
  (attributes: string, content: string) =>
  (place: string): string =>
    `<c${place}${attributes}>${content}</c>`;
const text = (value: string): Cell => (value === '' ? { kind: 'empty' } : { kind: 'text', text: value });
const number = (value: number): Cell => ({ kind: 'number', number: value });
const date = (serial: number): Cell => ({ kind: 'date', serial });

/** Shared strings: the XML of each item and the text it is. */
const SHARED: readonly (readonly [what: string, xml: string, truth: string, oracleDiffers?: string])[] = [
  ['plain', '<t>街道办事处</t>', '街道办事处'],
  ['an ID number', '<t>320381199001011234</t>', '320381199001011234'],
  ['leading zeros', '<t>00123</t>', '00123'],
  ['outer blanks', '<t xml:space="preserve">  甲 乙 </t>', '  甲 乙 '],
  ['the five entities', '<t>&lt;甲&gt; &amp; &quot;乙&quot; &apos;丙&apos;</t>', `<甲> & "乙" '丙'`],
  ['numbered entities', '<t>&#30002;&#x4E59;</t>', '甲乙'],
  ['a character beyond the BMP', '<t>𠮷野</t>', '𠮷野'],
  ['rich text', '<r><rPr><b/></rPr><t>红</t></r><r><t xml:space="preserve"> 黑</t></r>', '红 黑'],
  ['a phonetic run', '<t>张三</t><rPh sb="0" eb="2"><t>zhang</t></rPh><phoneticPr fontId="1"/>', '张三'],
  ['rich text with a phonetic run', '<r><t>张</t></r><r><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh>', '张三'],
  ['an escaped CR', '<t>甲_x000D_\n乙</t>', '甲\r\n乙', 'drops the CR'],
  ['an escaped underscore', '<t>_x005F_x000D_</t>', '_x000D_'],
  ['a line feed', '<t>甲\n乙</t>', '甲\n乙'],
  ['CDATA', '<t><![CDATA[甲&乙]]></t>', '甲&乙'],
  ['empty', '<t></t>', ''],
  ['self-closing', '<t/>', ''],
  ['full-width digits', '<t>１２３</t>', '１２３'],
  ['an ideographic space', '<t>　甲</t>', '　甲'],
  ['a comment inside', '<t>甲<!-- no -->乙</t>', '甲乙', 'keeps the comment'],
];

/** Formats by `s`: index in cellXfs, the format and whether it is built in. */
const FORMATS: readonly (readonly [id: number, code?: string])[] = [
  [0],
  [14],
  [22],
  [27],
  [31],
  [32],
  [36],
  [57],
  [58],
  [165, 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'],
  [166, '[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@'],
  [167, '000000'],
  [168, '0&quot;days&quot;'],
  [169, '[Red]0.00'],
  [170, '&quot;NO.&quot;000'],
  [4],
  [10],
  [45],
  [49],
  [171, '#,##0.00_ ;[Red]\\-#,##0.00\\ '],
  [172, '0.00E+00'],
  [173, 'h:mm'],
  [174, '000-0000-0000'],
  [175, '&quot;第&quot;0&quot;号&quot;'],
  [176, '\\S\\Q0000'],
  [177, '0.0&quot;万元&quot;'],
  [178, '0\\.0,&quot;万元&quot;'],
];
const styled = (id: number): string => ` s="${FORMATS.findIndex(([format]) => format === id)}"`;
const NO_TIME_32 = 'its table of built-ins leaves out 32, a time';
const BARE_SERIAL = 'gives the serial as a plain number';

export const TRUTH_CELLS: readonly TruthCell[] = [
  ...SHARED.map(([what, , truth, oracleDiffers], index) => ({
    what: `shared string: ${what}`,
    xml: cell(' t="s"', `<v>${index}</v>`),
    truth: text(truth),
    ...(oracleDiffers === undefined ? {} : { oracleDiffers }),
  })),
  { what: 'inline string', xml: cell(' t="inlineStr"', '<is><t>甲 乙</t></is>'), truth: text('甲 乙') },
  {
    what: 'inline rich string with a phonetic run',
    xml: cell(' t="inlineStr"', '<is><r><t>甲</t></r><r><t>&amp;乙</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>'),
    truth: text('甲&乙'),
  },
  { what: 'inline empty', xml: cell(' t="inlineStr"', '<is/>'), truth: text('') },
  { what: 'formula with a text', xml: cell(' t="str"', '<f>A1&amp;"x"</f><v>甲&lt;x</v>'), truth: text('甲<x') },
  { what: 'formula with an empty text', xml: cell(' t="str"', '<f>""</f><v></v>'), truth: text('') },
  { what: 'formula with 0', xml: cell('', '<f>1-1</f><v>0</v>'), truth: number(0) },
  { what: 'formula with FALSE', xml: cell(' t="b"', '<f>1=2</f><v>0</v>'), truth: { kind: 'trueFalse', value: false } },
  {
    what: 'formula never calculated',
    xml: cell('', '<f>NOW()</f>'),
    truth: { kind: 'error', text: '#公式无结果' },
    oracleDiffers: 'takes it for blank',
  },
  {
    what: 'formula never calculated, with an empty value',
    xml: cell('', '<f>A1+B1</f><v></v>'),
    truth: { kind: 'error', text: '#公式无结果' },
    oracleDiffers: 'takes it for blank',
  },
  { what: 'shared formula', xml: cell('', '<f t="shared" si="0"/><v>7</v>'), truth: number(7) },
  { what: 'TRUE', xml: cell(' t="b"', '<v>1</v>'), truth: { kind: 'trueFalse', value: true } },
  { what: '#N/A', xml: cell(' t="e"', '<v>#N/A</v>'), truth: { kind: 'error', text: '#N/A' } },
  { what: '#DIV/0!', xml: cell(' t="e"', '<v>#DIV/0!</v>'), truth: { kind: 'error', text: '#DIV/0!' } },
  { what: 'a whole number', xml: cell('', '<v>42</v>'), truth: number(42) },
  { what: 'a number with its type', xml: cell(' t="n"', '<v>-3.25</v>'), truth: number(-3.25) },
  { what: '17 digits', xml: cell('', '<v>0.10000000000000001</v>'), truth: number(0.1) },
  { what: 'an exponent', xml: cell('', '<v>1.5E-7</v>'), truth: number(1.5e-7) },
  { what: 'a destroyed ID', xml: cell('', '<v>320381199001010000</v>'), truth: number(320381199001010000) },
  { what: 'blanks round a number', xml: cell('', '<v> 5 </v>'), truth: number(5) },
  { what: 'a style only', xml: (place) => `<c${place} s="1"/>`, truth: text('') },
  { what: 'a date, m/d/yy', xml: cell(styled(14), '<v>46275</v>'), truth: date(46275) },
  { what: 'a moment', xml: cell(styled(22), '<v>46275.5</v>'), truth: date(46275.5) },
  { what: 'built-in 27', xml: cell(styled(27), '<v>46275</v>'), truth: date(46275) },
  { what: 'built-in 31', xml: cell(styled(31), '<v>46276</v>'), truth: date(46276) },
  { what: 'built-in 32', xml: cell(styled(32), '<v>0.25</v>'), truth: date(0.25), oracleDiffers: NO_TIME_32 },
  { what: 'built-in 36', xml: cell(styled(36), '<v>46277</v>'), truth: date(46277) },
  { what: 'built-in 57', xml: cell(styled(57), '<v>46278</v>'), truth: date(46278) },
  { what: 'built-in 58', xml: cell(styled(58), '<v>46279</v>'), truth: date(46279) },
  { what: '年月日', xml: cell(styled(165), '<v>46280</v>'), truth: date(46280) },
  { what: '年月 with a locale', xml: cell(styled(166), '<v>46281</v>'), truth: date(46281) },
  { what: 'h:mm', xml: cell(styled(173), '<v>0.5</v>'), truth: date(0.5) },
  { what: 'mm:ss', xml: cell(styled(45), '<v>0.125</v>'), truth: date(0.125) },
  { what: 'serial 59', xml: cell(styled(14), '<v>59</v>'), truth: date(59) },
  { what: 'a padded code', xml: cell(styled(167), '<v>42</v>'), truth: text('000042') },
  { what: 'a padded code with letters', xml: cell(styled(170), '<v>7</v>'), truth: text('NO.007') },
  { what: 'a phone', xml: cell(styled(174), '<v>13800138000</v>'), truth: text('138-0013-8000') },
  { what: 'a number of a paper', xml: cell(styled(175), '<v>7</v>'), truth: text('第7号') },
  { what: 'a code with escaped letters', xml: cell(styled(176), '<v>7</v>'), truth: text('SQ0007') },
  { what: 'an amount with its unit', xml: cell(styled(177), '<v>1.2</v>'), truth: text('1.2万元') },
  { what: 'an amount shown divided', xml: cell(styled(178), '<v>12000</v>'), truth: text('12000元') },
  { what: '0"days"', xml: cell(styled(168), '<v>3</v>'), truth: number(3) },
  { what: '[Red]', xml: cell(styled(169), '<v>4.5</v>'), truth: number(4.5) },
  { what: '#,##0.00', xml: cell(styled(4), '<v>1234.5</v>'), truth: number(1234.5) },
  { what: 'a percentage', xml: cell(styled(10), '<v>0.826086956521739</v>'), truth: text('82.61%') },
  { what: 'accounting', xml: cell(styled(171), '<v>-9.5</v>'), truth: number(-9.5) },
  { what: 'scientific', xml: cell(styled(172), '<v>12000</v>'), truth: number(12000) },
  { what: 'a number in a text format', xml: cell(styled(49), '<v>13812345678</v>'), truth: number(13812345678) },
  { what: 'an ISO date', xml: cell(' t="d"', '<v>2026-09-30</v>'), truth: date(46295), oracleDiffers: BARE_SERIAL },
  {
    what: 'an ISO moment',
    xml: cell(' t="d"', '<v>2026-09-30T12:00:00</v>'),
    truth: date(46295.5),
    oracleDiffers: BARE_SERIAL,
  },
  { what: 'a comment between', xml: cell('', '<!-- 甲 --><v>8</v>'), truth: number(8) },
  { what: 'an extension behind', xml: cell('', '<v>9</v><extLst><ext uri="u"/></extLst>'), truth: number(9) },
];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const SHAPES = ['plain', '1904', 'strict', 'prefixed', 'absolute', 'without r', 'capitals'] as const;
export type Shape = (typeof SHAPES)[number];

/** Ten cells a row, none left out, so that a shape without references says the same. */
export const TRUTH_WIDTH = 10;

function rowsOf(shape: Shape): string {
  const rows: string[] = [];
  for (let at = 0; at < TRUTH_CELLS.length; at += TRUTH_WIDTH) {
    const row = at / TRUTH_WIDTH + 1;
    const cells = TRUTH_CELLS.slice(at, at + TRUTH_WIDTH).map(({ xml }, column) =>
      xml(shape === 'without r' ? '' : ` r="${String.fromCharCode(65 + column)}${row}"`),
    );
    const place = shape === 'without r' ? '' : ` r="${row}"`;
    rows.push(`<row${place}${row === 3 ? ' hidden="1"' : ''}>${cells.join('')}</row>`);
  }
  return rows.join('');
}

/** The parts of the truth workbook in one of its shapes. */
export function truthParts(shape: Shape): Record<string, string> {
  const main = shape === 'strict' ? STRICT_MAIN : MAIN;
  const relations = shape === 'strict' ? STRICT_RELATIONS : RELATIONS;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  const whole = (xml: string): string => head + (shape === 'prefixed' ? prefixed(xml) : xml);
  const target = (name: string): string => (shape === 'absolute' ? `/xl/${name}` : name);
  const strings = shape === 'capitals' ? 'SharedStrings.xml' : 'sharedStrings.xml';
  const formats = FORMATS.flatMap(([id, code]) =>
    code === undefined ? [] : [`<numFmt numFmtId="${id}" formatCode="${code}"/>`],
  );
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/xl/${strings}" ContentType="${CONTENT}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': whole(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${shape === '1904' ? ' date1904="1"' : ''}/><sheets><sheet name="真&amp;值" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="${target('worksheets/sheet1.xml')}"/><Relationship Id="r2" Type="${relations}/styles" Target="${target('styles.xml')}"/><Relationship Id="r3" Type="${relations}/sharedStrings" Target="${target('sharedStrings.xml')}"/></Relationships>`,
    'xl/styles.xml': whole(
      `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${FORMATS.map(([id]) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    [`xl/${strings}`]: whole(
      `<sst xmlns="${main}" count="${SHARED.length}" uniqueCount="${SHARED.length}">${SHARED.map(([, xml]) => `<si>${xml}</si>`).join('')}</sst>`,
    ),
    'xl/worksheets/sheet1.xml': whole(
      `<worksheet xmlns="${main}"><dimension ref="A1:J7"/><sheetData>${rowsOf(shape)}</sheetData><mergeCells count="2"><mergeCell ref="A9:C10"/><mergeCell ref="D1:D2"/></mergeCells></worksheet>`,
    ),
  };
}

function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[A-Za-z])/g, '<$1x:').replace(' xmlns="', ' xmlns:x="');
}

export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)])));
}
