import { escapeXml } from '../package/xml-text.ts';
import type { CellStyle, Edge } from '../sheet-model.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const EDGES = ['left', 'right', 'top', 'bottom'] as const satisfies readonly Edge[];
/** Numbers below 164 belong to Excel; these are the built-in ones the product uses. */
const BUILT_IN_FORMATS = new Map([
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['@', 49],
]);

/** Texts in the order they came, each once. */
class Unique {
  readonly #places = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const xml of first) this.place(xml);
  }
  place(xml: string): number {
    const known = this.#places.get(xml);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(xml, place);
    return place;
  }
  entries(): readonly string[] {
    return [...this.#places.keys()];
  }
  list(element: string): string {
    return `<${element} count="${this.#places.size}">${this.entries().join('')}</${element}>`;
  }
}

/**
 * Collects the looks of a workbook, each once: Excel takes about 64,000 cell formats, so a look per cell would break
 * a long ledger. Styles are values; sharing one object among cells only makes the look-up faster.
 */
export class StyleTable {
  // The first font is the workbook's normal font, in whose digits column widths are counted.
  readonly #fonts = new Unique(fontXml({ name: '宋体', size: 11 }, undefined));
  readonly #fills = new Unique(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  readonly #borders = new Unique(borderXml([]));
  readonly #formats = new Unique();
  readonly #looks = new Unique('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  readonly #known = new WeakMap<CellStyle, number>();
  readonly #knownQuoted = new WeakMap<CellStyle, number>();

  /**
   * Number of the look among the cell formats. `quoted` marks a text that begins like a formula: it stays text even
   * when a clerk opens the cell and presses Enter.
   */
  place(style: CellStyle, quoted = false): number {
    const known = quoted ? this.#knownQuoted : this.#known;
    const before = known.get(style);
    if (before !== undefined) return before;
    const place = this.#looks.place(this.#look(style, quoted));
    known.set(style, place);
    return place;
  }

  #look(style: CellStyle, quoted: boolean): string {
    const font = this.#fonts.place(fontXml(style.font, style.color));
    const fill = style.fill === undefined ? 0 : this.#fills.place(fillXml(style.fill));
    const border = this.#borders.place(borderXml(edgesOf(style)));
    const { horizontal, vertical, wrap } = style.align ?? {};
    const alignment = [
      horizontal === undefined ? '' : ` horizontal="${horizontal}"`,
      // Absent means bottom in the format.
      vertical === undefined || vertical === 'bottom' ? '' : ` vertical="${vertical}"`,
      wrap === true ? ' wrapText="1"' : '',
    ].join('');
    const inner = [
      alignment === '' ? '' : `<alignment${alignment}/>`,
      style.unlocked === true ? '<protection locked="0"/>' : '',
    ].join('');
    return [
      `<xf numFmtId="${this.#format(style.format)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`,
      quoted ? ' quotePrefix="1"' : '',
      style.format === undefined ? '' : ' applyNumberFormat="1"',
      ' applyFont="1"',
      fill === 0 ? '' : ' applyFill="1"',
      border === 0 ? '' : ' applyBorder="1"',
      style.unlocked === true ? ' applyProtection="1"' : '',
      inner === '' ? '/>' : `${alignment === '' ? '' : ' applyAlignment="1"'}>${inner}</xf>`,
    ].join('');
  }

  #format(format: string | undefined): number {
    if (format === undefined) return 0;
    return BUILT_IN_FORMATS.get(format) ?? 164 + this.#formats.place(format);
  }

  /** The finished xl/styles.xml. */
  toXml(): string {
    return [
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">`,
      this.#formatsXml(),
      this.#fonts.list('fonts'),
      this.#fills.list('fills'),
      this.#borders.list('borders'),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.#looks.list('cellXfs'),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }

  #formatsXml(): string {
    const formats = this.#formats.entries();
    if (formats.length === 0) return '';
    const each = formats.map((code, place) => `<numFmt numFmtId="${164 + place}" formatCode="${escapeXml(code)}"/>`);
    return `<numFmts count="${formats.length}">${each.join('')}</numFmts>`;
  }
}

function edgesOf(style: CellStyle): readonly Edge[] {
  if (style.border === true) return EDGES;
  return style.border === undefined || style.border === false ? [] : style.border;
}

function fontXml(font: CellStyle['font'], color: string | undefined): string {
  // Character set 134 (GB 2312) lets a PC without the named font choose a Chinese one in its place.
  return `<font>${font.bold === true ? '<b/>' : ''}<sz val="${font.size}"/>${
    color === undefined ? '' : `<color rgb="FF${color}"/>`
  }<name val="${escapeXml(font.name)}"/><charset val="134"/></font>`;
}

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;

function borderXml(edges: readonly Edge[]): string {
  const side = (edge: Edge) =>
    edges.includes(edge) ? `<${edge} style="thin"><color auto="1"/></${edge}>` : `<${edge}/>`;
  return `<border>${EDGES.map(side).join('')}<diagonal/></border>`;
}
