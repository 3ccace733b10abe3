import { cellText, preservesSpace } from '../xml-text.ts';
import { childNamed, elementsIn, localName, prefixOf, textOf, withChildren, type XmlElement } from './xml-tree.ts';

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

/** `<is>` holding these runs, each with the look it had. */
export function inlineString(cell: XmlElement, runs: readonly TextRun[]): XmlElement {
  const prefix = prefixOf(cell);
  const [only] = runs;
  const children =
    only === undefined || only.element === undefined
      ? [textElement(prefix, textOfRuns(runs))]
      : runs.map(({ text, element }) =>
          withChildren(element ?? { tag: `${prefix}r`, attributes: '' }, [
            ...elementsIn(element ?? { tag: '', attributes: '' }).filter((child) => localName(child) === 'rPr'),
            textElement(prefix, text),
          ]),
        );
  return { tag: `${prefix}is`, attributes: '', children };
}

const textElement = (prefix: string, text: string): XmlElement => ({
  tag: `${prefix}t`,
  attributes: preservesSpace(text),
  children: [cellText(text)],
});
