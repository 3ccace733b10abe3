import { describe, expect, test } from 'vitest';
import { formulaValue, UnknownFormula } from '../../../shared/forms/formula-value.ts';

/** A1 to A3 are 8, 4 and blank; B1 is 2, B2 the text 桃园社区, B3 zero. */
const CELLS = [
  [8, 2],
  [4, '桃园社区'],
  [undefined, 0],
];
const value = (formula: string) => formulaValue(formula, (row, column) => CELLS[row]?.[column]);

describe('the formulas forms are made of', () => {
  test.each([
    ['SUM(A1:A3)', 12],
    ['SUM(A1,B1,3)', 13],
    ['AVERAGE($A$1:$A$3)', 6],
    ['IF(A1=0,"",(A2+B1)/A1)', 0.75],
    ['IF(A3=0,"",B1/A3)', ''],
    ['IF(B3=0,"",A1/B3)', ''],
    ['IFERROR(A1/B3,"—")', '—'],
    ['ROUND(A2/3,2)', 1.33],
    ['-A1+A2*B1^2', 8],
    ['A1*50%', 4],
    ['"共"&A1&"件"', '共8件'],
    ['COUNTA(B1:B3)+COUNT(A1:B3)', 7],
    ['IF(AND(A1>=8,B1<>3),MAX(A1:B1),MIN(A1:B1))', 8],
    ['SUBTOTAL(9,A1:A3)+SUBTOTAL(101,A1:A3)', 18],
    ['SUMPRODUCT(A1:A3)', 12],
    ['SUMPRODUCT(A1:A3,B1:B3)', 16],
    ['RANK(A2,$A$1:$A$3)', 2],
    ['RANK(A2,A1:A3,1)', 1],
    ['COUNTIF(A1:A3,">=4")+COUNTIF(B1:B3,"桃园社区")', 3],
    ['SUMIF(B1:B3,2,A1:A3)+SUMIF(A1:A3,"<8")', 12],
  ])('%s', (formula, expected) => expect(value(formula)).toBe(expected));
});

test.each(['VLOOKUP(A1,B1:B3,1)', 'COUNTIF(B1:B3,"桃*")', '汇总!A1', 'A1/B3', 'SUM(A1', '数据区', 'A1+B2'])(
  '%s is left to the office suite',
  (formula) => expect(() => value(formula)).toThrow(UnknownFormula),
);
