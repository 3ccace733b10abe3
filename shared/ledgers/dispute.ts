import { defineLedger } from '../kit/define-ledger.ts';
import { choice, code, date, integer, longText, money, reference, text, unit, yesNo } from '../kit/fields.ts';
import { disputeComplaints } from '../rules/dispute-checks.ts';
import { disputeClocks } from '../rules/dispute-clocks.ts';
import { disputeDerived } from '../rules/dispute-derived.ts';
import { disputeWorkflow } from '../rules/dispute-workflow.ts';
import { accusationMark } from './accusation-mark.ts';
import { disputeSettlingFields } from './dispute-parts.ts';
import { FROM_DISPUTE } from './successors.ts';

const found = {
  disputeNo: code('纠纷编号').automatic().alias('编号').section('排查').width(14),
  foundOn: date('排查日期')
    .key()
    .alias('登记日期', '登记时间', '发现日期', '排查时间', '发生日期', '发生时间', '上报日期', '上报时间')
    .section('排查'),
  foundBy: choice('排查方式', ['日常', '集中', '专项', '上级交办', '群众申请'])
    .neededFor('report')
    .alias('方式')
    .section('排查')
    .width(10),
  community: unit('社区', '社区').wanted().alias('所属社区', '所在社区').section('排查').width(12),
  place: unit('小区（网格）', '小区', '网格')
    .alias('小区', '所在小区', '所属小区', '小区名称')
    .section('排查')
    .width(14)
    .help('从组织架构里选；四级联动按它计到小区、网格'),
  // Grids are numbered anew in each community, so a sheet's 第3网格 names none by itself.
  grid: text('网格').alias('所属网格', '所在网格').section('排查').width(16),
};

const matter = {
  kind: choice('纠纷类型', [
    { value: '婚姻家庭', aliases: ['婚姻', '家庭'] },
    { value: '邻里', aliases: ['邻里纠纷', '相邻关系'] },
    { value: '房屋宅基地', aliases: ['宅基地', '房屋'] },
    '合同',
    { value: '损害赔偿', aliases: ['人身损害', '赔偿'] },
    { value: '劳资', aliases: ['劳动争议', '劳资纠纷', '欠薪'] },
    { value: '征地拆迁', aliases: ['拆迁', '征地'] },
    { value: '物业', aliases: ['物业纠纷', '物业管理'] },
    '建筑质量',
    { value: '山林土地水利', aliases: ['山林土地'] },
    { value: '医患', aliases: ['医疗纠纷'] },
    '交通事故',
    '消费',
    '环境',
    '其他',
  ])
    .wanted()
    .alias('类型', '矛盾类型', '纠纷类别')
    .section('纠纷')
    .width(10),
  partyA: text('当事人甲').key().personal().alias('当事人', '申请人', '甲方').section('纠纷').width(10),
  partyB: text('当事人乙').personal().alias('被申请人', '对方当事人', '乙方').section('纠纷').width(10),
  persons: integer('涉及人数').min(1).neededFor('report').alias('人数').section('纠纷').width(8),
  amount: money('涉及金额', '元').nothingMeans(0).alias('金额').section('纠纷'),
  cause: longText('案由').neededFor('report').alias('简要情况', '简要案情', '纠纷简述', '主要内容').section('纠纷'),
  major: yesNo('是否重大').neededFor('report').alias('重大').section('纠纷'),
  demand: reference('来自诉求', { ledger: 'demand' }).section('纠纷').width(14),
  accusation: accusationMark('纠纷'),
  risk: choice('风险等级', ['红', '橙', '黄']).alias('风险').section('纠纷').width(8),
};

const fields = { ...found, ...matter, ...disputeSettlingFields };

/** 矛盾纠纷排查化解台账: what was found between whom, who settles it, and how it ended. */
export const dispute = defineLedger({
  id: 'dispute',
  title: '矛盾纠纷',
  noun: '纠纷',
  group: '诉求信访',
  version: 1,
  fields,
  titleField: 'partyA',
  numbering: { field: 'disputeNo', pattern: 'JF-{year}-{0000}', yearFrom: 'foundOn' },
  sameAs: ['foundOn', 'community', 'partyA', 'partyB'],
  columns: [
    'disputeNo',
    'foundOn',
    'community',
    'grid',
    'kind',
    'partyA',
    'partyB',
    'persons',
    'state',
    'deadline',
    'timing',
    'settledOn',
  ],
  totals: ['persons', 'amount'],
  sortedBy: { field: 'disputeNo', descending: true },
  workflow: disputeWorkflow,
  clocks: disputeClocks,
  derived: disputeDerived,
  restrictedBy: 'accusation',
  leadsTo: FROM_DISPUTE,
  handledBy: 'owner',
  closedBy: 'settledOn',
  check: disputeComplaints,
});
