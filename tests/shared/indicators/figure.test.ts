import { describe, expect, test } from 'vitest';
import { countOf, figureText, meanDays, rateOf, shareOf, sumOfParts } from '../../../shared/indicators/figure.ts';

const CASES = { ledger: 'application', basis: '口径' };

describe('a figure', () => {
  test('counts a record once, and its amounts as often as they come', () => {
    expect(countOf(['a', 'b', 'a'], CASES)).toMatchObject({ value: 2, ids: ['a', 'b'], basis: '口径' });
    const twice = [
      { id: 'a', amount: 2 },
      { id: 'a', amount: 1 },
      { id: 'b', amount: 4 },
    ];
    expect(sumOfParts(twice, 'count', CASES)).toMatchObject({ value: 7, ids: ['a', 'b'] });
  });

  test('is blank, not 0 %, where there is nothing to divide by', () => {
    const share = shareOf([], [], CASES);
    expect('value' in share).toBe(false);
    expect(share).toMatchObject({ numerator: 0, denominator: 0 });
    expect([figureText(share), figureText(meanDays([], CASES))]).toEqual(['—', '—']);
  });

  test('of nothing paid out of something due is 0 %', () => {
    expect(figureText(shareOf([], [{ id: 'a', amount: 5 }], CASES))).toBe('0.0%');
  });

  test('reads as the screen writes it', () => {
    const money = [{ id: 'a', amount: 123_456_789 }];
    expect(figureText(sumOfParts(money, 'money', CASES))).toBe('1,234,567.89');
    expect(figureText(shareOf([{ id: 'a', amount: 5 }], [{ id: 'a', amount: 6 }], CASES))).toBe('83.3%');
    expect(
      figureText(
        meanDays(
          [
            { id: 'a', amount: 1 },
            { id: 'b', amount: 2 },
          ],
          CASES,
        ),
      ),
    ).toBe('1.5');
    expect(figureText(sumOfParts([{ id: 'a', amount: 1200 }], 'count', CASES))).toBe('1,200');
    // Halves as the spreadsheet it goes into rounds them.
    expect(figureText(shareOf([{ id: 'a', amount: 23 }], [{ id: 'a', amount: 80 }], CASES))).toBe('28.8%');
  });

  test('a rate names what it leaves out, and leaves out reasons that fit nothing', () => {
    const closed = [
      { id: 'a', late: false },
      { id: 'b', late: true },
      { id: 'c', late: false },
    ];
    const excluded = [
      { why: '未到期，结转下月', ids: ['d'] },
      { why: '退回', ids: [] },
    ];
    expect(rateOf(closed, ({ late }) => !late, { ...CASES, excluded })).toEqual({
      value: 2 / 3,
      unit: 'share',
      ledger: 'application',
      ids: ['a', 'b', 'c'],
      numerator: 2,
      denominator: 3,
      hits: ['a', 'c'],
      basis: '口径',
      excluded: [{ why: '未到期，结转下月', ids: ['d'] }],
    });
    expect('value' in rateOf([], () => true, CASES)).toBe(false);
  });
});
