import { describe, expect, test } from 'vitest';
import { formulaPieces, namesIn } from '../../../../shared/workbook/fill/formula-references.ts';
import { rowShift, shiftRanges } from '../../../../shared/workbook/fill/row-shift.ts';
import { cloneFormula, type Shifts, shiftFormula } from '../../../../shared/workbook/fill/shift-formula.ts';

/** Two rows put in below row 11 of 表. */
const two: Shifts = new Map([['表', rowShift([{ below: 10, count: 2 }])]]);

describe('a formula below the rows put in, or beside them', () => {
  test.each([
    ['SUM(C6:C11)', 'SUM(C6:C13)'],
    ['SUM(C6:C10)', 'SUM(C6:C10)'],
    ['SUM(C$11:C11)', 'SUM(C$11:C13)'],
    ['C11+C12', 'C11+C14'],
    ['$C$12/AA12', '$C$14/AA14'],
    ['IF(C6=0,"",(D12+E6)/C6)', 'IF(C6=0,"",(D14+E6)/C6)'],
    ['"C12 合计"&C12', '"C12 合计"&C14'],
    ['LOG10(C12)+季度12+C12_年', 'LOG10(C14)+季度12+C12_年'],
    ['表!C12+参数!C12', '表!C14+参数!C12'],
    ["'表'!C12&'别的表'!C12", "'表'!C14&'别的表'!C12"],
    ['[1]表!C12', '[1]表!C12'],
    ['SUM(12:14)', 'SUM(14:16)'],
    ['SUM(C:C)+SUM($1:$12)', 'SUM(C:C)+SUM($1:$14)'],
    ['表1[数量]+SUM(表1[[#All],[C12]])', '表1[数量]+SUM(表1[[#All],[C12]])'],
    ['SUM(一月:三月!C12)', 'SUM(一月:三月!C12)'],
    ['1.5E12+C12%', '1.5E12+C14%'],
    ['#REF!+C12', '#REF!+C14'],
    ['SUM(表!B6:表!B11)', 'SUM(表!B6:表!B13)'],
    ["SUM('表'!B6:表!B10)-参数!B9:参数!B12", "SUM('表'!B6:表!B10)-参数!B9:参数!B12"],
    ['SUM(表!C12:表!C14)', 'SUM(表!C14:表!C16)'],
    ['ROUND(c12,2)', 'ROUND(c14,2)'],
  ])('%s', (formula, expected) => {
    expect(shiftFormula(formula, two, { sheet: '表', row: 11 })).toBe(expected);
  });
});

test('a model row’s own formula looks no further than it did', () => {
  expect(shiftFormula('SUM(C$6:C11)', two, { sheet: '表', row: 10 })).toBe('SUM(C$6:C11)');
  expect(shiftFormula('SUM(C11:F11)', two, { sheet: '表', row: 10 })).toBe('SUM(C11:F11)');
});

describe('a formula of the model row in its second clone', () => {
  test.each([
    ['IF(C11=0,"",D11/C11)', 'IF(C13=0,"",D13/C13)'],
    ['F10+D11-E11', 'F12+D13-E13'],
    ['SUM(C$6:C11)', 'SUM(C$6:C13)'],
    ['C11/C12', 'C13/C14'],
    ['C11/C$12', 'C13/C$14'],
    ['C11*参数!B2', 'C13*参数!B4'],
    ['C11*参数!$B$2', 'C13*参数!$B$2'],
  ])('%s', (formula, expected) => {
    expect(cloneFormula(formulaPieces(formula), two, { sheet: '表', row: 10 }, 2)).toBe(expected);
  });
});

test('ranges of validations and formats move, and grow where they end at the model row', () => {
  const shift = rowShift([{ below: 10, count: 2 }]);
  expect(shiftRanges('B4:B11 B11 D12:E13 $A$11', shift, true)).toBe('B4:B13 B11:B13 D14:E15 $A$11:$A$13');
  expect(shiftRanges('B11 C12', shift, false)).toBe('B11 C14');
});

test('more rows than a sheet has are refused in words', () => {
  expect(() => rowShift([{ below: 3, count: 1_048_576 }])).toThrow('超过一张工作表的上限');
});

test('names of sheets, functions and ranges a formula uses', () => {
  expect(namesIn('SUM(\'一 月\'!C12,数据区)+A1&"表!A1"')).toEqual(['SUM', '一 月', '数据区']);
});
