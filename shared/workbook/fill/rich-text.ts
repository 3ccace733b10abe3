import { cellText, preservesSpace } from '../package/xml-text.ts';
import { childNamed, elementsIn, localName, textOf, writeNodes, type XmlElement } from './xml-tree.ts';

/** A stretch of text of one look; `element` is its `<r>`, absent where the whole text has the cell's own look. */
export type TextRun = { readonly text: string; readonly element?: XmlElement };

/** Text put in the place of the characters from `start` to `end` (UTF-16 units of the whole text). */
export type TextPatch = { readonly start: number; readonly end: number; readonly text: string };

/** The runs of a shared (`si`) or inline (`is`) string. Phonetic readings are no text of the cell. */
export function runsOf(string: XmlElement): readonly TextRun[] {
  const runs = elementsIn(string).filter((child) => localName(child) === 'r');
  if (runs.length > 0) return runs.map((element) => ({ text: plainText(childNamed(element, 't')), element }));
  return [{ text: plainText(childNamed(string, 't')) }];
}

/** `_x000D_` stands for a character that XML cannot carry (ECMA-376 22.9.2.19). */
const plainText = (element: XmlElement | undefined): string =>
  element === undefined
    ? ''
    : textOf(element).replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );

export const textOfRuns = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');

/** The runs with some stretches written over. New text takes the look of the run its stretch begins in. */
export function patchRuns(runs: readonly TextRun[], patches: readonly TextPatch[]): readonly TextRun[] {
  let at = 0;
  return runs
    .map((run) => {
      const [begin, end] = [at, at + run.text.length];
      at = end;
      const mine = patches.filter((patch) => touches(patch, begin, end)).toSorted((a, b) => b.start - a.start);
      const text = mine.reduce((rest, patch) => {
        const from = Math.max(patch.start, begin) - begin;
        const put = patch.start >= begin ? patch.text : '';
        return rest.slice(0, from) + put + rest.slice(Math.min(patch.end, end) - begin);
      }, run.text);
      return text === run.text ? run : { ...run, text };
    })
    .filter(({ text }) => text !== '');
}

/** Does a run hold part of a stretch? An insertion (a stretch of nothing) belongs to the run before it. */
const touches = ({ start, end }: TextPatch, from: number, to: number): boolean =>
  start === end ? (from < start && start <= to) || (start === 0 && from === 0) : start < to && end > from;

/** The inside of a text cell: `<is>` holding these runs, each with the look it had, its elements with this prefix. */
export function inlineString(prefix: string, runs: readonly TextRun[]): string {
  const [only] = runs;
  const plain = only === undefined || only.element === undefined;
  const inside = plain ? textXml(prefix, textOfRuns(runs)) : runs.map((run) => runXml(prefix, run)).join('');
  return `<${prefix}is>${inside}</${prefix}is>`;
}

function runXml(prefix: string, { text, element }: TextRun): string {
  const look = element === undefined ? [] : elementsIn(element).filter((child) => localName(child) === 'rPr');
  return `<${prefix}r>${writeNodes(look)}${textXml(prefix, text)}</${prefix}r>`;
}

const textXml = (prefix: string, text: string): string =>
  `<${prefix}t${preservesSpace(text)}>${cellText(text)}</${prefix}t>`;
