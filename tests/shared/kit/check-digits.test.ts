import { describe, expect, test } from 'vitest';
import { creditCodeCheck, creditCodeFlaw } from '../../../shared/kit/credit-code.ts';
import { birthDayOf, holdsResidentId, residentIdCheck, residentIdFlaw } from '../../../shared/kit/resident-id.ts';

describe('GB 11643 check characters', () => {
  test('the example of the standard', () => {
    expect(residentIdCheck('11010519491231002')).toBe('X');
    expect(residentIdCheck('44052418800101001')).toBe('4');
    expect(residentIdCheck('1101051949123100')).toBeUndefined();
  });

  test('flaws in the order a clerk would see them', () => {
    expect(residentIdFlaw('11010519491231002X')).toBeUndefined();
    expect(residentIdFlaw('110105491231002')).toBe('fifteen');
    expect(residentIdFlaw('11010519491331002X')).toBe('birth');
    expect(residentIdFlaw('110105194912310021')).toBe('check');
    expect(residentIdFlaw('11010519491231002x')).toBe('shape');
    expect(birthDayOf('110105491231002')).toBe('1949-12-31');
  });

  test('found inside a text, but not inside a longer number', () => {
    expect(holdsResidentId('见11010519491231002X号')).toBe(true);
    expect(holdsResidentId('11010519491231002x')).toBe(true);
    expect(holdsResidentId('6211010519491231002X')).toBe(false);
    expect(holdsResidentId('110105194913310021')).toBe(false);
    expect(holdsResidentId('15400000383')).toBe(false);
  });
});

describe('GB 32100 check characters', () => {
  test('the example of the standard', () => {
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
    expect(creditCodeFlaw('91350100M000100Y43')).toBeUndefined();
    expect(creditCodeFlaw('91350100M000100Y4')).toBe('shape');
    expect(creditCodeFlaw('91350100M000100Y4A')).toBe('check');
    expect(creditCodeFlaw('91350100S000100Y43')).toBe('shape');
  });
});
