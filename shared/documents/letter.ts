import { documentDate } from '../kit/document-date.ts';
import type { Day } from '../kit/values.ts';
import type { DocumentHeading } from './document-heading.ts';
import type { DocumentKind } from './document-kinds.ts';
import { type Block, type DocumentModel, type Paragraph, paragraph } from './document-model.ts';
import { blankNumber } from './document-number.ts';
import { OFFICIAL_PAGE } from './document-styles.ts';

/** What a letter or notice of the office says, between its number and its signature. */
export type Letter = {
  readonly template: DocumentKind;
  readonly title: string;
  readonly addressee: string;
  readonly blocks: readonly Block[];
  /** Number where the case already has one; else that of the heading, else a blank to fill. */
  readonly number?: string;
};

/**
 * A letter of the office in the letter format of GB/T 9704—2012 10.1: name and rules in red, number at the right, title,
 * addressee, text, signature and date. The wording is the program's own; no form of these letters was ever published.
 */
export function letter(
  { template, title, addressee, blocks, number }: Letter,
  heading: DocumentHeading,
): DocumentModel {
  const { office, on } = heading;
  const contact = contactLine(heading);
  const signed = signatureBlock(office, on);
  const year = on === undefined ? undefined : Number(on.slice(0, 4));
  return {
    template,
    title,
    office,
    page: OFFICIAL_PAGE,
    letterhead: office,
    blocks: [
      paragraph('number', heading.number || number || blankNumber('', year)),
      paragraph('title', title),
      paragraph('addressee', `${addressee}：`),
      ...keptWithNext(blocks),
      ...(contact.length === 0 ? signed : keptWithNext(signed)),
      ...contact,
    ],
  };
}

/** The last paragraph goes over the page with what follows: no signature stands on a page of its own (7.3.5.5). */
export const keptWithNext = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, place) =>
    place === blocks.length - 1 && block.kind === 'paragraph' ? { ...block, keepNext: true } : block,
  );

/** 附注: in brackets below the date (7.3.6). */
function contactLine({ contact = '', phone = '' }: DocumentHeading): readonly Paragraph[] {
  const words = [contact === '' ? '' : `联系人：${contact}`, phone === '' ? '' : `联系电话：${phone}`];
  const said = words.filter((word) => word !== '').join('；');
  return said === '' ? [] : [paragraph('body', `（${said}）`)];
}

/** Width in characters: digits and Latin letters are half as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e]/.test(character) ? 0.5 : 1;
  return width;
}

/** The date stands four characters from the right with room for the seal, a longer name at least two (7.3.5.3, 7.3.5.4). */
const DATE_INDENT = 4;
const LEAST_INDENT = 2;

/** Signature centred over its date. */
function signatureBlock(office: string, on: Day | undefined): readonly Paragraph[] {
  const date = documentDate(on);
  const wider = (widthOf(office) - widthOf(date)) / 2;
  const dateIndent = Math.max(DATE_INDENT, LEAST_INDENT + wider);
  return [
    { ...paragraph('signature', office), indentRight: dateIndent - wider },
    { ...paragraph('date', date), indentRight: dateIndent },
  ];
}
