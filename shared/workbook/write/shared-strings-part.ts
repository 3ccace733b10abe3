import { cellText, preservesSpace } from '../package/xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * Every distinct text of a workbook, once. Shared rather than inline strings: the superior's import programs read
 * shared strings without exception, inline ones not all; and ledgers repeat names of communities and departments.
 */
export class SharedStrings {
  readonly #places = new Map<string, number>();
  #uses = 0;

  place(text: string): number {
    this.#uses += 1;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  /** The finished xl/sharedStrings.xml, piece by piece. */
  *toXml(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#places.size}">`;
    for (const text of this.#places.keys()) {
      const xml = cellText(text);
      yield `<si><t${preservesSpace(xml)}>${xml}</t></si>`;
    }
    yield '</sst>';
  }
}
