import { columnNumber } from '../workbook/cell-address.ts';
import type { FormPackage } from '../workbook/fill/form-package.ts';
import { attributeOf, childNamed, isSet, listedIn, textOf, type XmlElement } from '../workbook/fill/xml-tree.ts';
import { paperOfCode } from '../workbook/paper-sizes.ts';
import type { PageModel } from '../workbook/sheet-model.ts';

/** How the superior's own file wants a sheet printed; a sheet is never wider than its page. */
export type PageSetup = Omit<PageModel, 'fitToWidth'>;

const MILLIMETRES_PER_INCH = 25.4;

/** Page setup, print titles, print area, page breaks and page numbers of a sheet, as far as they are set. */
export function readPageSetup(form: FormPackage, sheet: XmlElement, name: string): PageSetup {
  const setup = childNamed(sheet, 'pageSetup');
  const properties = childNamed(childNamed(sheet, 'sheetPr') ?? sheet, 'pageSetUpPr');
  const isFitted = properties !== undefined && isSet(properties, 'fitToPage');
  const scale = Number((setup && attributeOf(setup, 'scale')) ?? 100) / 100;
  const names = definedNames(form, name);
  const words = childNamed(sheet, 'headerFooter');
  const header = pageWords(words && childNamed(words, 'oddHeader'));
  const breaks = listedIn(sheet, 'rowBreaks', 'brk').map((one) => Number(attributeOf(one, 'id')) - 1);
  const fitToHeight = (setup && attributeOf(setup, 'fitToHeight')) ?? '1';
  const options = childNamed(sheet, 'printOptions');
  const paper = paperOfCode(setup && attributeOf(setup, 'paperSize'));
  return {
    ...(paper === undefined ? {} : { paper }),
    landscape: setup !== undefined && attributeOf(setup, 'orientation') === 'landscape',
    ...marginsOf(childNamed(sheet, 'pageMargins')),
    ...(isFitted && fitToHeight === '1' ? { fitToHeight: true } : {}),
    ...(isFitted || scale === 1 || !(scale > 0) ? {} : { scale }),
    ...titleRows(names.get('_xlnm.Print_Titles')),
    ...printedArea(names.get('_xlnm.Print_Area')),
    ...(options !== undefined && isSet(options, 'horizontalCentered') ? { centered: true } : {}),
    ...(breaks.length === 0 ? {} : { breaks }),
    ...(header === undefined ? {} : { header }),
    // A form without a foot of its own gets none from the program.
    footer: pageWords(words && childNamed(words, 'oddFooter')) ?? '',
  };
}

function marginsOf(margins: XmlElement | undefined): Pick<PageModel, 'margins'> {
  if (margins === undefined) return {};
  const side = (name: string) => Number(attributeOf(margins, name) ?? 0) * MILLIMETRES_PER_INCH;
  return { margins: { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') } };
}

/** Names of the workbook that speak of this sheet, by name; where one lists several ranges, all of them. */
function definedNames(form: FormPackage, sheet: string): ReadonlyMap<string, string> {
  const quoted = `'${sheet.replaceAll("'", "''")}'!`;
  const all = listedIn(form.root(form.workbookKey), 'definedNames', 'definedName');
  return new Map(
    all.flatMap((one): (readonly [string, string])[] => {
      const text = textOf(one);
      return text.includes(quoted) || text.split(',').some((part) => part.startsWith(`${sheet}!`))
        ? [[attributeOf(one, 'name') ?? '', text]]
        : [];
    }),
  );
}

/** `通报表!$A:$B,通报表!$1:$5` repeats rows 1 to 5; columns are not repeated, no page being wider than the sheet. */
function titleRows(text: string | undefined): Pick<PageModel, 'repeatRows'> {
  const [, first, last] = /!\$?(\d+):\$?(\d+)(?:,|$)/.exec(text ?? '') ?? [];
  return first === undefined ? {} : { repeatRows: { first: Number(first) - 1, last: Number(last) - 1 } };
}

/** The first range of a print area. */
function printedArea(text: string | undefined): Pick<PageModel, 'printArea'> {
  const [, left = '', top, right = '', bottom] = /!\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)/.exec(text ?? '') ?? [];
  if (top === undefined) return {};
  const rows = { top: Number(top) - 1, bottom: Number(bottom) - 1 };
  return { printArea: { ...rows, left: columnNumber(left), right: columnNumber(right) } };
}

/** A head or foot of plain words and page numbers; one with fonts, pictures or three parts is left to the office suite. */
function pageWords(words: XmlElement | undefined): string | undefined {
  const text = words === undefined ? '' : textOf(words).trim();
  return /^(&[LCR])?(?:[^&]|&[PN])+$/.test(text) ? text : undefined;
}
