import { sum } from '../kit/numbers.ts';
import { utf8Texts } from './utf8-text.ts';
import type { TextTable } from './workbook.ts';

/** Collects distinct texts while a workbook is read; `add` answers with the text's index. */
export type TextTableBuilder = { readonly add: (text: string) => number; readonly build: () => TextTable };

export function textTableBuilder(): TextTableBuilder {
  const indexes = new Map<string, number>();
  const add = (text: string): number => {
    const known = indexes.get(text);
    if (known !== undefined) return known;
    indexes.set(text, indexes.size);
    return indexes.size - 1;
  };
  const build = (): TextTable => {
    const encoder = new TextEncoder();
    const parts = [...indexes.keys()].map((text) => encoder.encode(text));
    const ends = new Uint32Array(parts.length);
    const bytes = new Uint8Array(sum(parts.map((part) => part.length)));
    let end = 0;
    for (const [index, part] of parts.entries()) {
      bytes.set(part, end);
      end += part.length;
      ends[index] = end;
    }
    return { bytes, ends };
  };
  return { add, build };
}

/** Looks texts up by index, decoding each at most once. An index outside the table gives ''. */
export function openTexts(table: TextTable): (index: number) => string {
  const textOf = utf8Texts();
  const decoded: (string | undefined)[] = [];
  return (index) => {
    const known = decoded[index];
    if (known !== undefined) return known;
    const start = index === 0 ? 0 : (table.ends[index - 1] ?? 0);
    const text = textOf(table.bytes, start, table.ends[index] ?? start);
    decoded[index] = text;
    return text;
  };
}
