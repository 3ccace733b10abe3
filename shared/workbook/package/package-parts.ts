import { quotedSheetName } from '../sheet-names.ts';
import { escapeXml } from './xml-text.ts';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const TYPES = 'application/vnd.openxmlformats-officedocument';
const SHEETS = `${TYPES}.spreadsheetml`;

/** A sheet as the workbook part lists it. */
export type ListedSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Has it notes on cells, in parts of their own? */
  readonly commented: boolean;
  readonly names: readonly { readonly name: string; readonly range: string }[];
};

/** The small parts around the sheets, by path inside the package. */
export function packageParts(
  sheets: readonly ListedSheet[],
  properties: { readonly title?: string; readonly author?: string },
): readonly (readonly [path: string, xml: string])[] {
  return [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', packageRelations('xl/workbook.xml')],
    ['docProps/app.xml', applicationProperties()],
    ['docProps/core.xml', coreProperties(properties)],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets)],
  ];
}

export const sheetPath = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;
export const sheetRelationsPath = (place: number): string => `xl/worksheets/_rels/sheet${place + 1}.xml.rels`;
export const commentsPath = (place: number): string => `xl/comments${place + 1}.xml`;
export const drawingPath = (place: number): string => `xl/drawings/vmlDrawing${place + 1}.vml`;

export const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;

function contentTypes(sheets: readonly ListedSheet[]): string {
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    sheets.some(({ commented }) => commented) ? `<Default Extension="vml" ContentType="${TYPES}.vmlDrawing"/>` : '',
    override('xl/workbook.xml', `${SHEETS}.sheet.main+xml`),
    ...sheets.map((_, place) => override(sheetPath(place), `${SHEETS}.worksheet+xml`)),
    ...sheets.flatMap(({ commented }, place) =>
      commented ? [override(commentsPath(place), `${SHEETS}.comments+xml`)] : [],
    ),
    override('xl/styles.xml', `${SHEETS}.styles+xml`),
    override('xl/sharedStrings.xml', `${SHEETS}.sharedStrings+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', `${TYPES}.extended-properties+xml`),
    '</Types>',
  ].join('');
}

export const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;

/** Relations of the package: its main part and the two parts of properties. */
export function packageRelations(main: string): string {
  return [
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`,
    relation(1, `${OFFICE}/relationships/officeDocument`, main),
    relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relation(3, `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'),
    '</Relationships>',
  ].join('');
}

function workbookRelations(sheets: readonly ListedSheet[]): string {
  return [
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`,
    ...sheets.map((_, place) =>
      relation(place + 1, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${place + 1}.xml`),
    ),
    relation(sheets.length + 1, `${OFFICE}/relationships/styles`, 'styles.xml'),
    relation(sheets.length + 2, `${OFFICE}/relationships/sharedStrings`, 'sharedStrings.xml'),
    '</Relationships>',
  ].join('');
}

function workbook(sheets: readonly ListedSheet[]): string {
  const listed = sheets.map(
    ({ name, hidden }, place) =>
      `<sheet name="${escapeXml(name)}" sheetId="${place + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${place + 1}"/>`,
  );
  const names = sheets.flatMap(({ name: sheet, names: own }, place) =>
    own.map(
      ({ name, range }) =>
        `<definedName name="${name}" localSheetId="${place}">${escapeXml(`${quotedSheetName(sheet)}!${range}`)}</definedName>`,
    ),
  );
  return [
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${listed.join('')}</sheets>`,
    names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`,
    // Cached results are ours; a full calculation on opening lets the reader's own program confirm them.
    '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
    '</workbook>',
  ].join('');
}

export const applicationProperties = (): string =>
  `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties"><Application>StreetLedger</Application></Properties>`;

/** No date of making: the same content gives the same bytes, and the sheet itself says when it was filled in. */
export function coreProperties({ title, author }: { readonly title?: string; readonly author?: string }): string {
  const element = (name: string, text: string | undefined) =>
    text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`;
  return [
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    element('dc:title', title),
    element('dc:creator', author),
    '</cp:coreProperties>',
  ].join('');
}
