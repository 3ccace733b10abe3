import { describe, expect, test } from 'vitest';
import { containment, dice, pieces } from '../../../shared/kit/similarity.ts';
import { fc } from '../../properties.ts';

describe('what a text is about', () => {
  test.each([
    ['关于协助开展2026年冬春季防火宣传进社区工作的函', ['消防', '宣传']],
    ['区住建局古树名木保护', ['古树', '树名', '名木', '保护']],
    ['第八次全国人口普查', ['人口', '口普', '普查']],
    ['协助', ['协助']],
    ['', []],
  ])('%s', (text, expected) => {
    expect([...pieces(text)]).toEqual(expected);
  });

  test('the same thing in other words has the same pieces', () => {
    expect(pieces('反电信网络诈骗宣传')).toEqual(pieces('反诈宣传'));
    expect(pieces('家庭暴力预防')).toEqual(pieces('家暴预防'));
  });

  test('a rare character beyond the BMP is one sign', () => {
    expect([...pieces('𬭚𬬭')]).toEqual(['𬭚𬬭']);
  });
});

describe('likeness', () => {
  test('worked figures', () => {
    const left = new Set(['古树', '树名', '名木', '保护']);
    const right = new Set(['古树', '树名', '名木', '巡护']);
    expect(dice(left, right)).toBe(0.75);
    expect(containment(new Set(['古树']), left)).toBe(1);
    expect(dice(new Set(), new Set())).toBe(0);
    expect(dice(left, right, (piece) => (piece === '古树' ? 3 : 1))).toBeCloseTo(10 / 12);
  });

  test('is symmetric, between 0 and 1, and 1 for equal texts that say anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, two) => {
        const [left, right] = [pieces(one), pieces(two)];
        expect(dice(left, right)).toBe(dice(right, left));
        expect(dice(left, right)).toBeLessThanOrEqual(1);
        expect(dice(left, left)).toBe(left.size === 0 ? 0 : 1);
      }),
    );
  });
});
