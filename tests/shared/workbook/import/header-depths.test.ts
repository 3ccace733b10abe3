import { describe, expect, test } from 'vitest';
import { type Range, utils, write } from 'xlsx';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { openFirst } from '../sample-files.ts';
import { cellsAt } from '../sample-ledger.ts';
import { importSample } from '../sample-office.ts';

type Row = readonly (string | number | null)[];

/** A sheet with merged ranges given as A1:B2. */
function imported(rows: readonly Row[], merges: readonly string[] = []) {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((range): Range => utils.decode_range(range));
  const bytes = new Uint8Array(write(utils.book_new(sheet, '9月'), { type: 'array', bookType: 'xlsx' }));
  return importSample('表.xlsx', demand, { reader: openFirst(bytes) });
}

const RECORDS: readonly Row[] = [
  ['2026.9.1', '李军', '15400001164', '路灯不亮', '2026.9.8'],
  ['2026.9.2', '李超', '15400006685', '楼顶漏水', '2026.9.9'],
];
const EXPECTED = ['receivedAt', 'person', 'phone', 'content', 'dueOn'];

/** The deepest header of the four: each shallower one is its lower part. */
const CASES: readonly { readonly depth: number; readonly head: readonly Row[]; readonly merges: readonly string[] }[] =
  [
    { depth: 1, head: [['接收时间', '姓名', '联系电话', '诉求内容', '应办结日期']], merges: [] },
    {
      depth: 2,
      head: [
        ['接收时间', '诉求人信息', null, '诉求内容', '应办结日期'],
        [null, '姓名', '联系电话', null, null],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2'],
    },
    {
      depth: 3,
      head: [
        ['接收时间', '来件情况', null, null, '应办结日期'],
        [null, '诉求人信息', null, '诉求内容', null],
        [null, '姓名', '联系电话', null, null],
      ],
      merges: ['A1:A3', 'B1:D1', 'B2:C2', 'D2:D3', 'E1:E3'],
    },
    {
      depth: 4,
      head: [
        ['接收时间', '群众诉求', null, null, '应办结日期'],
        [null, '来件情况', null, null, null],
        [null, '诉求人信息', null, '诉求内容', null],
        [null, '姓名', '联系电话', null, null],
      ],
      merges: ['A1:A4', 'B1:D1', 'B2:D2', 'B3:C3', 'D3:D4', 'E1:E4'],
    },
  ];

test.each(CASES)('a header of $depth rows', ({ depth, head, merges }) => {
  const { layout, mapping, plan } = imported([...head, ...RECORDS], merges);
  expect(layout.rows).toEqual({ top: 0, bottom: depth - 1 });
  expect(mapping.columns.map(({ target }) => (target.kind === 'field' ? target.field : target.kind))).toEqual(EXPECTED);
  expect(plan.counts).toMatchObject({ new: 2, heldBack: 0 });
  if (depth === 4) expect(mapping.columns[1]?.header).toBe('群众诉求/来件情况/诉求人信息/姓名');
});

describe('a stacked header without merged cells', () => {
  const UPPER: Row = ['接收时间', '诉求人信息', null, '诉求内容', '应办结日期'];
  const LOWER: Row = [null, '姓名', '联系电话', null, null];

  test.each<{ readonly name: string; readonly merges: readonly string[] }>([
    { name: 'nothing merged', merges: [] },
    { name: 'only the title merged', merges: ['B1:C1'] },
  ])('$name: joined as where cells are merged', ({ merges }) => {
    const { layout, mapping, plan } = imported([UPPER, LOWER, ...RECORDS], merges);
    expect(layout.rows).toEqual({ top: 0, bottom: 1 });
    expect(layout.headers.map(({ text }) => text)).toEqual([
      '接收时间',
      '诉求人信息/姓名',
      '诉求人信息/联系电话',
      '诉求内容',
      '应办结日期',
    ]);
    expect(mapping.columns.map(({ target }) => (target.kind === 'field' ? target.field : target.kind))).toEqual(
      EXPECTED,
    );
    expect(plan.counts).toMatchObject({ new: 2, heldBack: 0 });
  });

  test('once more between the records, each of its rows is left out', () => {
    const [first = [], ...others] = RECORDS;
    const { layout, plan } = imported([UPPER, LOWER, first, UPPER, LOWER, ...others], []);
    expect(layout.leftOut).toEqual([
      { row: 3, reason: '重复的表头' },
      { row: 4, reason: '重复的表头' },
    ]);
    expect(plan.counts).toMatchObject({ new: 2, heldBack: 0 });
  });

  test('of a .csv, below a title line', () => {
    const lines = [['9月群众诉求台账', null, null, null, null], UPPER, LOWER, ...RECORDS];
    const bytes = new TextEncoder().encode(lines.map((line) => line.join(',')).join('\n'));
    const { layout, plan } = importSample('表.csv', demand, { reader: openFirst(bytes, '表.csv') });
    expect(layout.rows).toEqual({ top: 1, bottom: 2 });
    expect(plan.counts).toMatchObject({ new: 2, heldBack: 0 });
  });

  /** The heads of three and four rows as a .csv has them: titles once, then blanks. */
  const DEEPER = CASES.filter(({ depth }) => depth > 2);

  test.each(DEEPER)('of $depth rows, nothing merged', ({ depth, head }) => {
    const { layout, mapping, plan } = imported([...head, ...RECORDS]);
    expect(layout.rows).toEqual({ top: 0, bottom: depth - 1 });
    const titles = depth === 4 ? '群众诉求/来件情况' : '来件情况';
    expect(layout.headers.map(({ text }) => text)).toEqual([
      '接收时间',
      `${titles}/诉求人信息/姓名`,
      `${titles}/诉求人信息/联系电话`,
      `${titles}/诉求内容`,
      '应办结日期',
    ]);
    expect(mapping.columns.map(({ target }) => (target.kind === 'field' ? target.field : target.kind))).toEqual(
      EXPECTED,
    );
    expect(plan.counts).toMatchObject({ new: 2, heldBack: 0 });
  });

  test.each(DEEPER)(
    'of $depth rows, of a .csv under title lines, and once more between the records',
    ({ depth, head }) => {
      const [first = [], ...others] = RECORDS;
      const above: Row[] = [
        ['9月群众诉求台账', null, null, null, null],
        ['单位：阳光街道', null, null, '日期：2026.9', null],
      ];
      const lines = [...above, ...head, first, ...head, ...others];
      const bytes = new TextEncoder().encode(lines.map((line) => line.join(',')).join('\n'));
      const { layout, plan } = importSample('表.csv', demand, { reader: openFirst(bytes, '表.csv') });
      expect(layout.rows).toEqual({ top: 2, bottom: 1 + depth });
      expect(layout.leftOut.map(({ reason }) => reason)).toEqual(head.map(() => '重复的表头'));
      expect(plan.counts).toMatchObject({ new: 2, heldBack: 0 });
    },
  );

  test('a title of the second row does not reach under the next title of the first', () => {
    const { layout } = imported([
      ['接收时间', '诉求人', null, '来件', null],
      [null, '本人信息', null, null, null],
      [null, '姓名', '联系电话', '诉求内容', '应办结日期'],
      ...RECORDS,
    ]);
    expect(layout.headers.map(({ text }) => text)).toEqual([
      '接收时间',
      '诉求人/本人信息/姓名',
      '诉求人/本人信息/联系电话',
      '来件/诉求内容',
      '来件/应办结日期',
    ]);
  });

  test('records below a stacked header that begin blank and are all text are no third row of it', () => {
    const blankFirst: readonly Row[] = [
      [null, '李军', '电话', null, null],
      [null, '姓名不详', '无', '备注', null],
    ];
    const { layout } = imported([UPPER, LOWER, ...blankFirst, ...RECORDS]);
    expect(layout.rows).toEqual({ top: 0, bottom: 1 });
    expect(layout.body).toHaveLength(4);
  });

  test.each<{ readonly name: string; readonly above: readonly Row[]; readonly head: Row; readonly first: Row }>([
    {
      name: 'a title line and a unit line above a whole header are not joined to it',
      above: [
        ['9月群众诉求台账', null, null, null, null],
        ['单位：阳光街道', null, null, '日期：2026.9', null],
      ],
      head: ['接收时间', '姓名', '联系电话', '诉求内容', '应办结日期'],
      first: RECORDS[0] ?? [],
    },
    {
      name: 'a first record under an unnamed column is no header',
      above: [],
      head: ['接收时间', '姓名', null, '诉求内容', '应办结日期'],
      first: RECORDS[0] ?? [],
    },
    {
      name: 'a first record of words that are also column names is no header',
      above: [],
      head: ['诉求来源', '姓名', null, '诉求内容', '应办结日期'],
      first: ['电话', '李军', '社区', '备注', null],
    },
  ])('$name', ({ above, head, first }) => {
    const { layout } = imported([...above, head, first, ...RECORDS]);
    expect(layout.rows).toEqual({ top: above.length, bottom: above.length });
    expect(layout.body).toHaveLength(3);
  });
});

describe('what is no record', () => {
  const HEAD: Row = ['接收时间', '姓名', '联系电话', '诉求内容', '应办结日期'];

  test('合计 above the records, 小计 between, a repeated header, a note and signatures are left out, each with its reason', () => {
    const [first = [], second = []] = RECORDS;
    const { layout, plan } = imported([
      HEAD,
      ['合计', 2, null, null, null],
      first,
      ['小 计', 1, null, null, null],
      [null, null, null, null, null],
      HEAD,
      second,
      ['总计：', 2, null, null, null],
      ['注：电话请填手机', null, null, null, null],
      ['填表人：王敏', null, '审核人：', null, null],
    ]);
    expect(plan.rows.map((row) => row.row)).toEqual([2, 6]);
    expect(layout.leftOut).toEqual([
      { row: 1, reason: '合计行' },
      { row: 3, reason: '合计行' },
      { row: 4, reason: '空行' },
      { row: 5, reason: '重复的表头' },
      { row: 7, reason: '合计行' },
      { row: 8, reason: '说明行' },
      { row: 9, reason: '落款行' },
    ]);
  });

  test.each<{ readonly row: Row }>([
    { row: ['共计', 2, null, null, null] },
    { row: ['晨光社区小计', null, 1, null, null] },
    { row: ['晨光社区小计', '1件', '—', '50%', null] },
    { row: ['合计（件）', 2, null, null, null] },
    { row: [null, '合计（件）', 2, null, null] },
    { row: ['小计：3', null, null, null, null] },
    { row: ['本月累计: 1,203 件', null, null, null, null] },
  ])('a total in other words: $row', ({ row }) => {
    const { layout, plan } = imported([HEAD, ...RECORDS, row]);
    expect(plan.rows.map((one) => one.row)).toEqual([1, 2]);
    expect(layout.leftOut).toEqual([{ row: 3, reason: '合计行' }]);
  });

  test.each<{ readonly row: Row }>([
    { row: ['三户合计欠薪五万元', null, null, null, null] },
    { row: ['楼道灯更换费用共计', '李军', '15400001164', '请公示', '2026.9.8'] },
    { row: ['2026.9.1', '李军', '15400001164', '维修资金合计', '2026.9.8'] },
    { row: ['2026.9.1', '维修资金合计', null, null, null] },
    { row: [null, null, null, '2025年维修资金合计', null] },
  ])('a record that only mentions a total stays one: $row', ({ row }) => {
    const { layout } = imported([HEAD, ...RECORDS, row]);
    expect(layout.body).toEqual([1, 2, 3]);
    expect(layout.leftOut).toEqual([]);
  });

  test('a merged cell counts for every row it covers', () => {
    const { plan } = imported([HEAD, ...RECORDS], ['A2:A3']);
    expect(plan.rows.map((row) => row.values.receivedAt)).toEqual([
      '2026-09-01T00:00:00+08:00',
      '2026-09-02T00:00:00+08:00',
    ]);
    const [first = [], [, ...rest] = []] = RECORDS;
    const merged = imported([HEAD, first, [null, ...rest]], ['A2:A3']);
    expect(merged.plan.rows[1]?.values.receivedAt).toBe('2026-09-01T00:00:00+08:00');
    expect(cellsAt(merged.plan, 1)[0]?.from).toBe('merged');
  });
});
