import { defineLedger } from '../kit/define-ledger.ts';
import { children, choice, date, integer, phone, references, text, unit, type ValuesOf } from '../kit/fields.ts';
import { branchComplaints, branchDerived } from '../rules/branch-rules.ts';

const fields = {
  kind: choice('类别', [
    { value: '院落支部', aliases: ['小区支部', '院落党支部'] },
    { value: '网格支部', aliases: ['网格党支部'] },
    { value: '楼栋党小组', aliases: ['楼栋小组', '党小组'] },
  ])
    .wanted()
    .alias('组织类别')
    .section('组织')
    .width(12),
  name: text('名称').key().alias('党组织名称', '支部名称').section('组织').width(20),
  community: unit('所属社区', '社区').wanted().alias('社区').section('组织').width(12),
  parent: text('上级党组织').wanted().section('组织').width(18),
  covers: references('覆盖小区、楼栋', {
    ledger: 'organisation',
    where: { field: 'level', is: ['小区', '网格', '楼栋'] },
  })
    .neededFor('report')
    .alias('覆盖小区', '覆盖范围')
    .section('组织')
    .width(18),
  head: text('书记（组长）').wanted().personal().alias('书记', '组长', '负责人').section('组织').width(10),
  phone: phone('电话').personal().neededFor('report').alias('联系电话').section('组织'),
  members: integer('党员数').min(0).wanted().alias('党员人数').section('组织').width(8),
  setOn: date('成立日期').key().alias('成立时间').section('组织'),
  activities: children('活动记录', { on: date('日期').key(), content: text('内容').key() }).section('活动'),
  endedOn: date('撤销日期').notBefore('setOn').section('活动'),
  remark: text('备注').section('活动').width(16),
};

export type PartyBranchValues = ValuesOf<typeof fields>;

/** 院落支部、楼栋小组: which branch covers which houses, and whether anything happens there (建而无用 is the complaint). */
export const partyBranch = defineLedger({
  id: 'partyBranch',
  title: '院落支部和楼栋小组',
  noun: '党组织',
  group: '党建',
  version: 1,
  fields,
  titleField: 'name',
  sameAs: ['kind', 'name', 'community'],
  columns: ['kind', 'name', 'community', 'head', 'members', 'setOn', 'quarterActivities', 'lastActivity', 'idle'],
  totals: ['members'],
  sortedBy: { field: 'community' },
  derived: branchDerived,
  check: branchComplaints,
});
