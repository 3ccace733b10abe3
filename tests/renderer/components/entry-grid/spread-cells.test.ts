import { expect, test } from 'vitest';
import { type SpanningCell, spreadCells } from '../../../../renderer/components/entry-grid/spread-cells.ts';

const cell = (text: string, across = 1, down = 1): SpanningCell => ({ text, across, down });

test('cells without spans stand as they came', () => {
  expect(spreadCells([[cell('晨光'), cell('路灯')], [cell('东湖')]])).toEqual([['晨光', '路灯'], ['东湖']]);
});

test('a cell over several columns leaves those beside it empty', () => {
  expect(spreadCells([[cell('晨光', 2), cell('路灯')]])).toEqual([['晨光', '', '路灯']]);
});

test('a cell over several rows keeps the rows below it in their columns', () => {
  expect(
    spreadCells([
      [cell('晨光', 1, 3), cell('路灯'), cell('是')],
      [cell('井盖'), cell('否')],
      [cell('噪音'), cell('是')],
    ]),
  ).toEqual([
    ['晨光', '路灯', '是'],
    ['', '井盖', '否'],
    ['', '噪音', '是'],
  ]);
});

test('spans both ways, one beside the other, and one that reaches below the table', () => {
  expect(
    spreadCells([[cell('甲', 2, 2), cell('乙', 1, 9)], [cell('丙')], [cell('丁'), cell('戊'), cell('己')]]),
  ).toEqual([
    ['甲', '', '乙'],
    ['', '', '', '丙'],
    ['丁', '戊', '', '己'],
  ]);
});
