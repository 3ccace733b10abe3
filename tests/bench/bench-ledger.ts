import { defineLedger } from '../../shared/kit/define-ledger.ts';
import { choice, code, date, integer, longText, money, phone, residentId, text } from '../../shared/kit/fields.ts';
import type { Values } from '../../shared/kit/values.ts';

/** Twenty fields as a register of demands has them: names, addresses, long texts, numbers, days, choices. */
export const benchLedger = defineLedger({
  id: 'bench',
  title: '诉求台账（测速）',
  noun: '诉求',
  group: '诉求信访',
  version: 1,
  fields: {
    number: text('编号').key(),
    on: date('受理日期').key(),
    name: text('姓名').key().personal(),
    resident: residentId('身份证号'),
    phone: phone('电话').personal(),
    community: text('社区'),
    grid: text('网格'),
    address: text('地址').personal(),
    kind: choice('类别', ['环境卫生', '物业管理', '噪声扰民', '停车秩序', '供水供电']),
    source: choice('来源', ['12345', '来访', '网格上报', '网络']),
    content: longText('内容'),
    department: text('承办部门'),
    dueOn: date('办结期限'),
    closedOn: date('办结日期'),
    result: longText('办理结果'),
    satisfied: choice('满意度', ['满意', '基本满意', '不满意']),
    persons: integer('涉及人数'),
    amount: money('涉及金额', '元'),
    card: code('卡号'),
    notes: text('备注'),
  },
  titleField: 'number',
  columns: ['number', 'on', 'name', 'kind'],
  totals: ['persons', 'amount'],
});

const SURNAMES = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国');
const COMMUNITIES = ['晨光', '东湖', '康平', '新村', '和平', '幸福', '建设', '解放', '人民', '胜利'];
const KINDS = ['环境卫生', '物业管理', '噪声扰民', '停车秩序', '供水供电'];
const SOURCES = ['12345', '来访', '网格上报', '网络'];

/** One made-up row; the same number gives the same row. All people are invented. */
export function benchValues(row: number): Values {
  const pick = <T>(list: readonly T[], step: number): T | undefined => list[(row * step + (row >> 3)) % list.length];
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `2026-${two(1 + (row % 12))}-${two(1 + (row % 28))}`;
  return {
    number: `SQ-2026-${String(row).padStart(6, '0')}`,
    on: day,
    name: `${pick(SURNAMES, 7)}${pick(GIVEN, 5)}${pick(GIVEN, 11)}`,
    phone: `138${String(10_000_000 + row)}`,
    community: `${pick(COMMUNITIES, 3)}社区`,
    grid: `第${1 + (row % 40)}网格`,
    address: `${pick(COMMUNITIES, 3)}路${1 + (row % 300)}号${1 + (row % 30)}栋${1 + (row % 6)}单元${100 + (row % 900)}室`,
    kind: pick(KINDS, 3) ?? '',
    source: pick(SOURCES, 5) ?? '',
    content: `居民反映楼下${pick(KINDS, 3)}问题已经持续${1 + (row % 30)}天，希望社区协调有关部门尽快处理并回复。`,
    department: `区${pick(['住建局', '城管局', '民政局', '公安分局'], 3)}`,
    dueOn: day,
    closedOn: day,
    result: '已联系物业现场处理，居民表示认可，后续由网格员继续跟踪回访。',
    satisfied: pick(['满意', '基本满意', '不满意'], 3) ?? '',
    persons: 1 + (row % 50),
    amount: (row % 5000) * 100,
    card: `62220200${String(10_000_000_000 + row)}`,
    ...(row % 10 === 0 ? {} : { notes: `第${row % 97}次登记` }),
  };
}
