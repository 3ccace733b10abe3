import { describe, expect, test } from 'vitest';
import { chineseNumber, citations, citationText, lawName } from '../../../../shared/access/review/legal-basis.ts';

describe('article numbers', () => {
  test.each([
    ['六', 6],
    ['十', 10],
    ['十七', 17],
    ['二十', 20],
    ['七十五', 75],
    ['一百零三', 103],
    ['二百七十七', 277],
    ['一千二百六十', 1260],
    ['32', 32],
  ])('%s is %i', (text, number) => {
    expect(chineseNumber(text)).toBe(number);
  });

  test('a word is no number', () => {
    expect(chineseNumber('若干')).toBeUndefined();
  });
});

describe('law names', () => {
  test.each([
    ['《中华人民共和国消防法》', '消防法'],
    ['突发事件应对法(2024)', '突发事件应对法'],
    ['传染病防治法（2013年修正）', '传染病防治法'],
    ['全国人口普查条例', '人口普查条例'],
    ['根据《反电诈法》', '反电信网络诈骗法'],
  ])('%s is compared as %s', (text, name) => {
    expect(lawName(text)).toBe(name);
  });
});

describe('citations in free text', () => {
  test.each([
    ['《消防法》第6条', ['消防法第6条']],
    ['消防法第六条', ['消防法第6条']],
    ['消防法 第六条', ['消防法第6条']],
    ['民法典第二百七十七条', ['民法典第277条']],
    ['动物防疫法 第八、十八条', ['动物防疫法第8条', '动物防疫法第18条']],
    ['《消防法》第六条第二款、第三十二条', ['消防法第6条', '消防法第32条']],
    ['体育法(2022) 第二十二条；全民健身条例 第十七条', ['体育法第22条', '全民健身条例第17条']],
    ['反家庭暴力法第8条和第17条', ['反家庭暴力法第8条', '反家庭暴力法第17条']],
    ['刑法第二百八十六条之一', ['刑法第286条之一']],
  ])('%s', (text, expected) => {
    expect(citations(text).map(citationText)).toEqual(expected);
  });

  test.each([['上级文件要求'], ['表号、批准文号未注明'], ['消防法'], ['宿豫政办发〔2025〕12号'], ['第六条']])(
    '%s names no article of a law',
    (text) => {
      expect(citations(text)).toEqual([]);
    },
  );
});
