import { describe, expect, test } from 'vitest';
import { type Range, utils, write } from 'xlsx';
import { dispute } from '../../../../shared/ledgers/dispute.ts';
import { headerWords } from '../../../../shared/workbook/import/header-words.ts';
import { lineUnit } from '../../../../shared/workbook/import/stated-unit.ts';
import { openFirst } from '../sample-files.ts';
import { importSample } from '../sample-office.ts';

type Row = readonly (string | number | null)[];

function imported(rows: readonly Row[], merges: readonly string[] = []) {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((range): Range => utils.decode_range(range));
  const bytes = new Uint8Array(write(utils.book_new(sheet, '9月'), { type: 'array', bookType: 'xlsx' }));
  return importSample('表.xlsx', dispute, { reader: openFirst(bytes) });
}

test.each([
  ['涉及金额（万元）', '万元'],
  ['涉及金额（万）', '万元'],
  ['涉及金额（单位 万元）', '万元'],
  ['涉及金额（单位：万元）', '万元'],
  ['涉及金额（人民币万元）', '万元'],
  ['涉及金额（万元人民币）', '万元'],
  ['涉及金额(RMB万元)', '万元'],
  ['涉及金额（万元/年）', '万元'],
  ['涉及金额/万元', '万元'],
  ['涉及金额 万元', '万元'],
  ['涉及金额，万元', '万元'],
  ['涉及金额万元', '万元'],
  ['涉及金额（千元）', '千元'],
  ['涉及金额（百万元）', '百万元'],
  ['涉及金额（亿元）', '亿元'],
  ['涉及金额（元）', '元'],
  ['涉及金额/元', '元'],
])('the header %s states %s and names 涉及金额', (text, unit) => {
  expect(headerWords(text)).toMatchObject({ bare: '涉及金额', unit });
});

test.each(['楼栋 单元', '楼栋/单元', '单元', '涉及金额（不含5万元）', '涉及金额', '人数（人）'])(
  'the header %s states none',
  (text) => {
    expect(headerWords(text).unit).toBeUndefined();
  },
);

test.each([
  ['单位：万元', '万元'],
  ['单位： 万元', '万元'],
  ['单 位：万 元', '万元'],
  ['金额单位：人民币万元', '万元'],
  ['填报单位：晨光社区    单位：万元', '万元'],
  ['填表日期：2026年9月 单位:户、千元', '千元'],
  ['2026年经费台账（单位：元）', '元'],
  ['万元', '万元'],
  ['填报单位：万元社区', undefined],
  ['填报单位：万元', undefined],
  ['单位：元丰社区', undefined],
  ['单位：件', undefined],
])('the line %s states %s', (text, unit) => {
  expect(lineUnit(text)).toBe(unit);
});

describe('a row of units below the header', () => {
  const HEAD: Row = ['排查日期', '当事人甲', '纠纷简要情况', '涉及金额', '涉及人数'];
  const UNITS: Row = [null, null, null, '万元', '人'];
  const RECORD: Row = ['2026-09-01', '张三', '欠薪', 1.2, 5];

  test.each<{ readonly name: string; readonly merges: readonly string[] }>([
    { name: 'under a plain header', merges: [] },
    { name: 'reached by merged cells', merges: ['A1:A2', 'B1:B2', 'C1:C2'] },
  ])('$name: they belong to the columns above and are no record', ({ merges }) => {
    const { layout, mapping, plan } = imported([HEAD, UNITS, RECORD], merges);
    expect(layout.rows).toEqual({ top: 0, bottom: 1 });
    expect(mapping.columns.map(({ header }) => header).slice(3)).toEqual(['涉及金额（万元）', '涉及人数']);
    expect(plan.rows).toHaveLength(1);
    expect(plan.rows[0]?.values).toMatchObject({ amount: 1_200_000, persons: 5 });
  });

  test.each([
    ['万', 1_200_000],
    ['千', 120_000],
    ['亿', 12_000_000_000],
  ])('%s alone states the unit of its column', (word, fen) => {
    const { layout, plan } = imported([HEAD, [null, null, null, word, '人'], RECORD]);
    expect(layout.rows).toEqual({ top: 0, bottom: 1 });
    expect(plan.rows[0]?.values).toMatchObject({ amount: fen });
  });

  test('words under a title drawn over several columns are columns of their own', () => {
    const { mapping } = imported(
      [
        ['排查日期', '当事人甲', '纠纷简要情况', '涉及', null],
        [null, null, null, '户', '人'],
        ['2026-09-01', '张三', '欠薪', 2, 5],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
    );
    expect(mapping.columns.map(({ header }) => header).slice(3)).toEqual(['涉及/户', '涉及/人']);
  });
});

test('a unit in the upper of two stacked headers is that of the column', () => {
  const { mapping, plan } = imported(
    [
      ['排查日期', '当事人甲', '纠纷简要情况', '经济情况（万元）'],
      [null, null, null, '涉及金额'],
      ['2026-09-01', '张三', '欠薪', 1.2],
    ],
    ['A1:A2', 'B1:B2', 'C1:C2'],
  );
  expect(mapping.columns[3]).toMatchObject({ header: '经济情况（万元）/涉及金额', unit: '万元' });
  expect(plan.rows[0]?.values).toMatchObject({ amount: 1_200_000 });
});
