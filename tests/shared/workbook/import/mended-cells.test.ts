import { describe, expect, test } from 'vitest';
import { NO_CHOICES, withMended } from '../../../../shared/workbook/import/import-choices.ts';
import { cellAt, planRows } from '../sample-ledger.ts';

const rows = [
  ['事项名称', '主管部门', '类别', '经费'],
  ['宣传', '区住建局', '经济', '待定'],
  ['巡查', '区住建局', '公共安全', 300],
];
const mending = (...cells: readonly (readonly [row: number, field: string, text: string | undefined])[]) => ({
  choices: cells.reduce((choices, [row, field, text]) => withMended(choices, row, field, text), NO_CHOICES),
});

describe('a cell mended in the preview', () => {
  test('the row is taken once every faulty cell is mended, and not before', () => {
    expect(planRows(rows).counts).toMatchObject({ new: 1, heldBack: 1 });
    expect(planRows(rows, mending([1, 'funds', '1200'])).counts).toMatchObject({ new: 1, heldBack: 1 });
    const plan = planRows(rows, mending([1, 'funds', '1200'], [1, 'category', '公共服务']));
    expect(plan.counts).toMatchObject({ new: 2, heldBack: 0 });
    expect(plan.rows[0]?.values).toMatchObject({ funds: 120_000, category: '公共服务' });
  });

  test('it is shown as mended, with what stood there', () => {
    const cell = cellAt(planRows(rows, mending([1, 'funds', '1200'])), 0, 'funds');
    expect(cell).toMatchObject({ from: 'mended', shown: '1200', column: 3, changed: '已改，原来是“待定”' });
  });

  test('what is typed is converted and judged like anything else', () => {
    const [row] = planRows(rows, mending([1, 'funds', '很多'])).rows;
    expect(row?.status).toBe('heldBack');
    expect(row?.complaints.some(({ field }) => field === 'funds')).toBe(true);
  });

  test('blank text empties the cell; a mending can be taken back', () => {
    expect(planRows(rows, mending([2, 'funds', ''])).rows[1]?.values.funds).toBeUndefined();
    expect(planRows(rows, mending([2, 'funds', ''], [2, 'funds', undefined])).rows[1]?.values.funds).toBe(30_000);
  });

  test('an amount typed into a column of 万元 is meant in 万元, and that is said', () => {
    const inTenThousands = [
      ['事项名称', '主管部门', '经费（万元）'],
      ['宣传', '区住建局', '约1.2'],
    ];
    const plan = planRows(inTenThousands, mending([1, 'funds', '1.2']));
    expect(plan.rows[0]?.values.funds).toBe(1_200_000);
    expect(cellAt(plan, 0, 'funds')?.changed).toBe('已改，原来是“约1.2”；“1.2”（列头单位万元）记为 12,000.00 元');
    expect(planRows(inTenThousands, mending([1, 'funds', '1.2元'])).rows[0]?.values.funds).toBe(120);
  });

  test('a decision is no more written by a mending than by a column', () => {
    expect(planRows(rows, mending([2, 'decision', '通过'])).rows[1]?.values.decision).toBeUndefined();
  });
});

describe('a column kept in the remarks', () => {
  const withNote = (text: string) =>
    planRows(
      [
        ['事项名称', '主管部门', '备注', '联系人意见'],
        ['宣传', '区住建局', '急', text],
      ],
      {
        change: (mapping) => ({
          ...mapping,
          columns: mapping.columns.map((one) =>
            one.column === 3 ? { ...one, target: { kind: 'note' as const, field: 'remark' } } : one,
          ),
        }),
      },
    ).rows[0];

  test('follows what the remark says, under the name of its column', () => {
    expect(withNote('同意')?.values.remark).toBe('急；联系人意见：同意');
    expect(withNote('')?.values.remark).toBe('急');
  });

  test('is refused where it holds an identity number', () => {
    expect(withNote('张三 990311199605273358')?.status).toBe('heldBack');
    expect(withNote('张三 990311199605273358')?.reason).toContain('备注里有像身份证号的内容');
  });
});
