import { expect, test } from 'vitest';
import { type CellObject, type Range, utils, write } from 'xlsx';
import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import { receiptOf } from '../support.ts';
import { emptyOffice, openImport } from './import-support.ts';

type Row = readonly (string | number | null | CellObject)[];
const shown = (v: number, z: string): CellObject => ({ t: 'n', v, z });

/** Workbooks as offices really send them, each with many habits at once, and what a careful clerk would take of them. */
async function opened(ledger: string, rows: readonly Row[], merges: readonly string[] = []): Promise<ImportSession> {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((range): Range => utils.decode_range(range));
  const bytes = new Uint8Array(write(utils.book_new(sheet, '表'), { type: 'array', bookType: 'xlsx' }));
  const store = await emptyOffice();
  const draft = (id: string, of: string, values: Record<string, string>) =>
    ({ kind: 'create', ledger: of, id, values }) as const;
  const office = [
    draft('s', 'organisation', { level: '街道', name: '顺河街道办事处' }),
    draft('c', 'organisation', { level: '社区', name: '晨光社区', parent: 's' }),
    draft('d', 'department', { name: '区住房和城乡建设局', shortName: '区住建局' }),
  ];
  receiptOf(await store.write(office, { kind: 'create', text: '登记' }));
  return openImport(store, ledger, bytes, '表.xlsx');
}

const rowsOf = async (session: ImportSession) => (await session.planWindow('all', 0, 99)).rows;
const leftOut = (session: ImportSession) =>
  session.leftOutWindow(0, 99).rows.map(({ place, reason }) => [place.row + 1, reason]);

test('a register of demands: days, phones and answers in every habit, blanks numbered beforehand, another table below', async () => {
  const session = await opened('demand', [
    ['晨光社区2026年9月群众诉求台账'],
    ['序号', '受理时间', '姓 名 Name', '手机号码', '身份证', '诉求内容', '承办部门', '是否解决', '是否满意'],
    [1, '2026.9.1', '张 三', '15400001164.0', "'990311199605273358", '路灯不亮', '区住建局', '是', '是'],
    [2, '二〇二六年九月二日', '李四', '不详', '无', '井盖松动', '同上', '部分解决', '不满意（多次）'],
    [3, '2026。9。3', '王五', '154 0000 1166', '', '积水', '', '√', '—'],
    [4, '9月4日', '赵六', '', '', '噪声', '', '', ''],
    [5, null, null, null, null, null, null, null, null],
    [6, null, null, null, null, null, null, null, null],
    ['填报人：李敏'],
    [],
    ['附：值班电话'],
    ['社区', '值班人员', '办公电话', '手机', '职务'],
    ['晨光社区', '张三', '85001234', '15400001164', '书记'],
  ]);
  expect(session.view().columns.map(({ target }) => (target.kind === 'field' ? target.field : target.kind))).toEqual([
    'ignore',
    'receivedAt',
    'person',
    'phone',
    'personId',
    'content',
    'unit',
    'outcome',
    'satisfaction',
  ]);
  expect(leftOut(session)).toEqual([
    [7, '空行'],
    [8, '空行'],
    [9, '落款行'],
    [10, '空行'],
    [11, '另一张表的表头'],
    [12, '另一张表的表头'],
    [13, '另一张表的行'],
  ]);
  const rows = await rowsOf(session);
  expect(rows.map(({ status, reason }) => [status, reason])).toEqual([
    ['new', ''],
    ['heldBack', '“同上”要看上一行才知道是什么，请写明“承办单位”'],
    ['heldBack', '“—”在“满意度”一栏没有约定含义，请填写内容或留空'],
    ['heldBack', expect.stringContaining('“9月4日”没有写年份，请补上')],
  ]);
  expect(rows[0]?.values).toMatchObject({
    person: '张 三',
    phone: '15400001164',
    personId: '990311199605273358',
    unit: 'd',
    outcome: '已解决',
    satisfaction: '满意',
    community: 'c',
  });
  expect(rows[1]?.texts).toMatchObject({ receivedAt: '2026-09-02 00:00', satisfaction: '不满意' });
  expect(rows[1]?.texts).not.toHaveProperty('phone');
  expect(rows[2]?.texts).toMatchObject({ receivedAt: '2026-09-03 00:00', phone: '15400001166', outcome: '已解决' });
  expect((await session.plan()).newReferences).toEqual([]);
});

test('a return of disputes: both parties under one title, no case in a month, notes of two lines', async () => {
  const session = await opened(
    'dispute',
    [
      ['顺河街道矛盾纠纷排查化解情况登记表'],
      ['填报单位（盖章）：晨光社区', null, null, '填报人：李敏'],
      ['编号', '排查时间', '纠纷当事人', null, '纠纷类型', '简要案情', '化解情况', null],
      [null, null, '甲方', '乙方', null, null, '是否化解', '化解时间'],
      [1, '2026.9.2', '丙', '丁', '邻里纠纷（漏水）', '楼上漏水', '是（9月5日）', '2026.9.5日'],
      [2, '无', null, null, null, null, null, null],
      ['本月无新增矛盾纠纷'],
      ['说明：1.本表每月25日前报送。'],
      ['2.没有的写“无”。'],
    ],
    ['A1:H1', 'C3:D3', 'G3:H3', 'A3:A4', 'B3:B4', 'E3:E4', 'F3:F4'],
  );
  expect(leftOut(session)).toEqual([
    [6, '零报告行'],
    [7, '零报告行'],
    [8, '说明行'],
    [9, '说明行'],
  ]);
  const [row, ...others] = await rowsOf(session);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    status: 'new',
    values: {
      foundOn: '2026-09-02',
      partyA: '丙',
      partyB: '丁',
      kind: '邻里',
      cause: '楼上漏水',
      outcome: '化解成功',
      settledOn: '2026-09-05',
      community: 'c',
    },
  });
  expect(row?.complaints.map(({ code, severity }) => [code, severity])).toEqual([
    ['choice/remark', 'warning'],
    ['choice/remark', 'warning'],
  ]);
});

test('a department’s form: spans in every habit, shown as what they are kept', async () => {
  const spans = ['2026.1-6', '2026年上半年', '2026.03.01—03.31', '2026年3月1日至31日', '长期'];
  const session = await opened('application', [
    ['申报单位：区住建局'],
    ['事项名称', '主管部门', '收件日期', '起止时间', '经费（万元）'],
    ...spans.map((span, at): Row => [`事项${at}`, '区住建局', shown(46091, 'yyyy"年"m"月"d"日"'), span, '2万']),
  ]);
  const rows = await rowsOf(session);
  expect(rows.map(({ values }) => [values.startDate, values.endDate])).toEqual([
    ['2026-01-01', '2026-06-30'],
    ['2026-01-01', '2026-06-30'],
    ['2026-03-01', '2026-03-31'],
    ['2026-03-01', '2026-03-31'],
    [undefined, undefined],
  ]);
  expect(rows.map(({ status }) => status)).toEqual(['new', 'new', 'new', 'new', 'heldBack']);
  expect(rows[0]?.cells.find(({ field }) => field === 'startDate')?.changed).toBe(
    '“2026.1-6”记为 2026-01-01 至 2026-06-30',
  );
});

test('a round of facilities: its day stands above the table, two words over one column, and cells with a remark', async () => {
  const session = await opened('facility', [
    ['顺河街道技防设施巡查表'],
    ['巡查时间：2026年9月28日', null, null, '巡查人：李敏'],
    ['编号', '点位名称', '类型', '所属小区/社区', '状态', '备注'],
    ['A-1', '南门', '枪机', '晨光社区', '离线（电源故障）', shown(0.95, '0%')],
    ['A-2', '北门', '球机（4K）', '晨光居委', '在线', shown(14.5 / 24, 'h:mm')],
  ]);
  expect(session.view().proposed).toEqual([
    { field: 'checkedOn', value: '2026-09-28', why: '表内标题写明“巡查时间：2026年9月28日”' },
  ]);
  expect((await rowsOf(session)).map(({ status, values }) => ({ status, ...values }))).toMatchObject([
    { status: 'new', kind: '枪机', place: 'c', condition: '离线', remark: '95%' },
    { status: 'new', kind: '球机', place: 'c', condition: '完好', remark: '14:30' },
  ]);
});
