import { describe, expect, test } from 'vitest';
import { TextIndex, textMark } from '../../../shared/kit/text-index.ts';

type Word = { readonly text: string; readonly item: number };

function indexOf(...words: readonly Word[]): TextIndex<Word> {
  const index = new TextIndex<Word>(({ text }) => text);
  for (const word of words) index.add(word.text, word);
  return index;
}

const under = (index: TextIndex<Word>, text: string) => index.under(text).map(({ item }) => item);

test('items are found by their text, in the order they came', () => {
  const index = indexOf({ text: '甲', item: 1 }, { text: '乙', item: 2 }, { text: '甲', item: 3 });
  expect(under(index, '甲')).toEqual([1, 3]);
  expect(under(index, '乙')).toEqual([2]);
  expect(under(index, '丙')).toEqual([]);
});

describe('two texts of one mark', () => {
  const [one, other] = ['301305号', '452729号'];

  test('there are such', () => {
    expect(textMark(one)).toBe(textMark(other));
  });

  test('are two texts all the same', () => {
    const both = indexOf({ text: one, item: 1 }, { text: other, item: 2 }, { text: one, item: 3 });
    expect(under(both, one)).toEqual([1, 3]);
    expect(under(both, other)).toEqual([2]);
    expect(under(indexOf({ text: one, item: 1 }), other)).toEqual([]);
  });
});
