import { describe, expect, test } from 'vitest';
import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import { children, choice, integer, longText, residentId, text, unit } from '../../../shared/kit/fields.ts';
import { readInitials } from '../../../shared/kit/pinyin-initials.ts';
import {
  pinyinCache,
  pinyinInitials,
  searchedParts,
  searchTextMaker,
  searchTextOfName,
  stretchOf,
  wordTest,
} from '../../../shared/kit/search-text.ts';
import { record } from '../ledgers/support.ts';

const ledger = defineLedger({
  id: 'test',
  title: '测试',
  noun: '条',
  group: '民生',
  version: 1,
  fields: {
    name: text('姓名').personal(),
    matter: text('事项'),
    content: longText('内容'),
    id: residentId('身份证号'),
    community: unit('社区'),
    kind: choice('类别', ['公共服务']),
    count: integer('人数'),
    visits: children('走访', { note: text('说明'), count: integer('人数') }),
  },
  titleField: 'name',
  columns: ['name'],
});

const make = searchTextMaker(ledger, pinyinCache(readInitials));
const textOf = (values: Parameters<typeof record>[1]) => make(record('r', values));
const search = (values: Parameters<typeof record>[1]) => {
  const { words, initials } = textOf(values);
  return `${words}\n${initials}`;
};

describe('search text', () => {
  test('words, initials, child rows; numbers and what references are called stay out', () => {
    const found = search({
      matter: '文艺活动A',
      community: 's',
      id: '99031119880905243X',
      count: 7777,
      visits: [{ id: 'v', note: '已上门', count: 6666 }],
    });
    for (const part of ['文艺活动a', 'wyhd', '99031119880905243x', '已上门', 'ysm']) {
      expect(found.includes(part), part).toBe(true);
    }
    expect(found).not.toMatch(/7777|6666|^s$/m);
  });

  test('a word is looked for among initials only where it could be some', () => {
    const text = textOf({ matter: '楼道堆放杂物', content: 'A座' });
    expect(['杂物', 'lddf', 'a座', 'azuo', '道堆放杂物a'].map((word) => wordTest(word)(text))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(wordTest('cgsq')(searchTextOfName('晨光社区', pinyinCache(readInitials)))).toBe(true);
  });

  test('the parts of a record say in which field each text stands', () => {
    const parts = searchedParts(record('r', { name: '单某', visits: [{ id: 'v', note: '已上门' }] }), ledger);
    expect(parts.map(({ field, text }) => [field.label, text])).toEqual([
      ['姓名', '单某'],
      ['说明', '已上门'],
    ]);
  });

  test('surnames and words with several readings', () => {
    expect(search({ name: '单某' })).toContain('sm');
    expect(search({ matter: '单位' })).toContain('dw');
    expect(search({ matter: '重庆银行' })).toContain('cqyh');
    expect(search({ name: '尉迟某' })).toContain('ycm');
  });

  test('where a text holds a word, as written or by its initials', () => {
    const marked = (text: string, word: string) => {
      const found = stretchOf(word, text, false, pinyinCache(readInitials));
      return found && text.slice(found.from, found.to);
    };
    expect(marked('幸福路12号楼道堆放杂物', 'lddf')).toBe('楼道堆放');
    expect(marked('幸福路12号楼道堆放杂物', '12h')).toBe('12号');
    expect(marked('A座电梯停运', 'a座')).toBe('A座');
    expect(marked('晨光社区', 'dh')).toBeUndefined();
    expect(marked('晨光社区', '东湖')).toBeUndefined();
  });

  test('rare characters keep their place, long texts go character by character', () => {
    expect(search({ name: '孔𫖯' })).toContain('孔𫖯');
    expect(pinyinInitials('下水道返水多次反映未解决，请社区协调物业处理', false, pinyinCache(readInitials))).toBe(
      'xsdfsdcfywjjqsqxtwycl',
    );
    expect(pinyinInitials('5号楼', false, pinyinCache(readInitials))).toBe('5hl');
    expect(pinyinInitials('abc', false, pinyinCache(readInitials))).toBe('');
  });

  test('the cache never outgrows its limit', () => {
    const cache = pinyinCache(readInitials, 10);
    for (let at = 0; at < 100; at++) pinyinInitials(`第${at}号`, false, cache);
    expect(cache.runs.size).toBeLessThanOrEqual(10);
  });
});
