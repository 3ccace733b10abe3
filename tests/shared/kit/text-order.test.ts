import { expect, test } from 'vitest';
import { chineseOrder, TextOrder } from '../../../shared/kit/text-order.ts';
import { fc } from '../../properties.ts';

const inOrder = (order: TextOrder, texts: readonly string[]) => {
  const ranks = order.ranks();
  return [...texts].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
};

test('numbers by value, days by time, Chinese by pinyin, letters after Chinese', () => {
  const order = new TextOrder();
  const texts = ['张三', 'SQ-2026-0010', '12号楼', '2026-01-05', 'SQ-2026-9', '安某', '3号楼', '2025-12-31'];
  order.add(texts);
  expect(inOrder(order, texts)).toEqual([
    '3号楼',
    '12号楼',
    '2025-12-31',
    '2026-01-05',
    '安某',
    '张三',
    'SQ-2026-9',
    'SQ-2026-0010',
  ]);
  expect(order.ranks().get('SQ-2026-9')).toBeLessThan(order.ranks().get('SQ-2026-0010') ?? 0);
});

test('texts that come later find their place between those known', () => {
  const order = new TextOrder();
  order.add(['李四', '安某']);
  order.add(['张三', '3号楼', '丁一']);
  expect(inOrder(order, ['张三', '李四', '丁一', '安某', '3号楼'])).toEqual(['3号楼', '安某', '丁一', '李四', '张三']);
});

test('is the collator’s own order for numbers, days and moments', () => {
  const number = fc.tuple(fc.constantFrom('SQ', 'XF'), fc.integer({ min: 2020, max: 2030 }), fc.nat(20_000));
  const plain = fc.oneof(
    number.map(([head, year, count]) => `${head}-${year}-${String(count).padStart(4, '0')}`),
    fc.nat(99_999).map(String),
    fc.constantFrom('2026-01-05', '2026-01-05T09:12:00+08:00', '2026-01-05T09:12:30+08:00', 'a', 'B', 'b2', 'b10'),
  );
  fc.assert(
    fc.property(fc.uniqueArray(plain, { maxLength: 30 }), (texts) => {
      const order = new TextOrder();
      order.add(texts);
      const ranks = order.ranks();
      for (const [place, text] of [...texts].sort(chineseOrder.compare).entries()) {
        const before = [...texts].sort(chineseOrder.compare)[place - 1];
        if (before !== undefined) expect(ranks.get(before) ?? 0).toBeLessThanOrEqual(ranks.get(text) ?? 0);
      }
    }),
  );
});

test('places worked out in pieces are the same, and none of a text that came meanwhile is missing', () => {
  const order = new TextOrder();
  order.add(['东湖', '2号', '晨光']);
  const making = order.ranking();
  making.next();
  order.add(['康平']);
  for (const _ of making) {
    // To its end.
  }
  const anew = new TextOrder();
  anew.add(['东湖', '2号', '晨光', '康平']);
  expect(order.ranks()).toEqual(anew.ranks());
  expect(order.ranks().size).toBe(4);
});

test('taken in at once, in turns or in pieces with others between, the same texts come to the same order', () => {
  const number = fc
    .tuple(fc.constantFrom('', '0', '00', 'A-', 'a-'), fc.nat(30))
    .map(([head, count]) => `${head}${count}`);
  const texts = fc.array(fc.oneof(number, fc.constantFrom('张三', '李四', '安某', '3号楼', '12号楼')), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(texts, texts, texts, fc.nat(60), (first, second, between, stop) => {
      const [whole, turns, pieces] = [new TextOrder(), new TextOrder(), new TextOrder()];
      whole.add([...first, ...second, ...between]);
      for (const some of [first, second, between]) turns.add(some);
      pieces.add(first);
      const work = pieces.adding(second);
      for (let step = 0; step < stop; step += 1) work.next();
      pieces.add(between);
      for (const _ of work) {
        // To its end.
      }
      expect(turns.ranks()).toEqual(whole.ranks());
      expect(pieces.ranks()).toEqual(whole.ranks());
    }),
  );
});
