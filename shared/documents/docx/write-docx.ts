import {
  applicationProperties,
  coreProperties,
  DECLARATION,
  override,
  PACKAGE,
  packageRelations,
  relation,
  TYPES,
} from '../../workbook/package/package-parts.ts';
import { ZipWriter } from '../../workbook/package/zip-writer.ts';
import type { DocumentModel } from '../document-model.ts';
import { bodyPart } from './body-part.ts';
import { letterheadPart, lowerRulePart, pageNumberPart } from './margin-parts.ts';
import { fontTablePart, stylesPart } from './styles-part.ts';
import { RELATIONS, WORD } from './units.ts';

/** A part beside the body: its name below word/, its kind (which is also its content type) and its text. */
type Part = {
  readonly name: string;
  readonly kind: 'styles' | 'fontTable' | 'settings' | 'header' | 'footer';
  readonly xml: string;
};

/** Left and right pages differ: page numbers stand at the outer edge. */
const settingsPart = (): string =>
  `${DECLARATION}<w:settings xmlns:w="${WORD}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/**
 * The document as the bytes of a .docx. The same model gives the same bytes: no date of making, no random ids.
 */
export function writeDocx(model: DocumentModel): Uint8Array<ArrayBuffer> {
  const { letterhead, page, title, office } = model;
  const beside: readonly Part[] = [
    { name: 'styles.xml', kind: 'styles', xml: stylesPart() },
    { name: 'fontTable.xml', kind: 'fontTable', xml: fontTablePart() },
    { name: 'settings.xml', kind: 'settings', xml: settingsPart() },
    { name: 'footer-odd.xml', kind: 'footer', xml: pageNumberPart('right') },
    { name: 'footer-even.xml', kind: 'footer', xml: pageNumberPart('left') },
    ...(letterhead === undefined
      ? []
      : [
          { name: 'header-first.xml', kind: 'header', xml: letterheadPart(letterhead, page) } as const,
          { name: 'footer-first.xml', kind: 'footer', xml: lowerRulePart(page) } as const,
        ]),
  ];
  const id = (name: string) => `rId${beside.findIndex((part) => part.name === name) + 1}`;
  const body = bodyPart(model, {
    oddFooter: id('footer-odd.xml'),
    evenFooter: id('footer-even.xml'),
    ...(letterhead === undefined ? {} : { firstHeader: id('header-first.xml'), firstFooter: id('footer-first.xml') }),
  });
  const entries: readonly (readonly [path: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypes(beside)],
    ['_rels/.rels', packageRelations('word/document.xml')],
    ['docProps/app.xml', applicationProperties()],
    ['docProps/core.xml', coreProperties({ title, author: office })],
    ['word/document.xml', body],
    ['word/_rels/document.xml.rels', bodyRelations(beside)],
    ...beside.map(({ name, xml }) => [`word/${name}`, xml] as const),
  ];
  const zip = new ZipWriter();
  for (const [path, xml] of entries) for (const _ of zip.entry(path, [xml]));
  return zip.finish();
}

function contentTypes(beside: readonly Part[]): string {
  const word = `${TYPES}.wordprocessingml`;
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('word/document.xml', `${word}.document.main+xml`),
    ...beside.map(({ name, kind }) => override(`word/${name}`, `${word}.${kind}+xml`)),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', `${TYPES}.extended-properties+xml`),
    '</Types>',
  ].join('');
}

function bodyRelations(beside: readonly Part[]): string {
  const related = beside.map(({ name, kind }, place) => relation(place + 1, `${RELATIONS}/${kind}`, name));
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}</Relationships>`;
}
