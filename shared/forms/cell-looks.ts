import type { FormPackage } from '../workbook/fill/form-package.ts';
import {
  attributeOf,
  childNamed,
  childrenNamed,
  elementsIn,
  isSet,
  listedIn,
  localName,
  type XmlElement,
} from '../workbook/fill/xml-tree.ts';
import { showsDate } from '../workbook/read/number-format.ts';
import { formatCode } from './number-shown.ts';

/** How a cell looks, as far as a picture of the sheet needs it, and what its number format makes of a number. */
export type CellLook = {
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly bordered?: boolean;
  /** CSS colour of the ground. */
  readonly fill?: string;
  readonly format?: 'percent' | 'date';
  /** The number format, where numbers are not shown as they are. */
  readonly code?: string;
};

const PLAIN: CellLook = {};

/** The look of every cell style, by its number. */
export function readCellLooks(form: FormPackage): (style: number) => CellLook {
  const key = form.relatedKey(form.workbookKey, 'styles');
  if (key === undefined) return () => PLAIN;
  const styles = form.root(key);
  const list = (name: string, item: string) => listedIn(styles, name, item);
  const fonts = list('fonts', 'font');
  const fills = list('fills', 'fill');
  const borders = list('borders', 'border');
  const formats = new Map(
    list('numFmts', 'numFmt').map((one) => [attributeOf(one, 'numFmtId') ?? '', attributeOf(one, 'formatCode') ?? '']),
  );
  const looks = list('cellXfs', 'xf').map((style): CellLook => {
    const at = (name: string) => Number(attributeOf(style, name) ?? 0);
    return {
      ...fontLook(fonts[at('fontId')]),
      ...alignmentLook(childNamed(style, 'alignment')),
      ...(isBordered(borders[at('borderId')]) ? { bordered: true } : {}),
      ...fillLook(fills[at('fillId')]),
      ...formatLook(attributeOf(style, 'numFmtId') ?? '0', formats),
    };
  });
  return (style) => looks[style] ?? PLAIN;
}

function fontLook(font: XmlElement | undefined): CellLook {
  if (font === undefined) return PLAIN;
  const bold = childNamed(font, 'b');
  const size = childNamed(font, 'sz');
  return {
    ...(bold !== undefined && attributeOf(bold, 'val') !== '0' && attributeOf(bold, 'val') !== 'false'
      ? { bold: true }
      : {}),
    ...(size === undefined ? {} : { size: Number(attributeOf(size, 'val')) }),
  };
}

function alignmentLook(alignment: XmlElement | undefined): CellLook {
  if (alignment === undefined) return PLAIN;
  const horizontal = attributeOf(alignment, 'horizontal');
  return {
    ...(horizontal === 'left' || horizontal === 'center' || horizontal === 'right' ? { align: horizontal } : {}),
    ...(isSet(alignment, 'wrapText') ? { wrap: true } : {}),
  };
}

const isBordered = (border: XmlElement | undefined): boolean =>
  border !== undefined &&
  elementsIn(border).filter((side) => ['left', 'right', 'top', 'bottom'].includes(localName(side)) && isDrawn(side))
    .length >= 2;

const isDrawn = (side: XmlElement): boolean => (attributeOf(side, 'style') ?? 'none') !== 'none';

/** Grounds in plain colours are shown as they are, those of the theme as a light grey: the picture is for finding one's way. */
function fillLook(fill: XmlElement | undefined): CellLook {
  const pattern = fill && childNamed(fill, 'patternFill');
  if (pattern === undefined || attributeOf(pattern, 'patternType') !== 'solid') return PLAIN;
  const color = childrenNamed(pattern, 'fgColor')[0];
  const rgb = color && attributeOf(color, 'rgb');
  return { fill: rgb === undefined ? '#f1f3f5' : `#${rgb.slice(-6)}` };
}

function formatLook(id: string, own: ReadonlyMap<string, string>): Pick<CellLook, 'format' | 'code'> {
  const code = formatCode(id, own);
  if (code === undefined) return PLAIN;
  if (code.includes('%')) return { format: 'percent', code };
  return showsDate(code) ? { format: 'date', code } : { code };
}
