import { defineLedger } from '../kit/define-ledger.ts';
import { children, choice, date, text, unit, type ValuesOf } from '../kit/fields.ts';
import { pairingComplaints, pairingDerived } from '../rules/pairing-rules.ts';

const fields = {
  organ: text('机关单位').key().alias('单位', '结对单位').section('结对').width(18),
  community: unit('结对社区', '社区').wanted().alias('社区').section('结对').width(12),
  organBranch: text('机关支部').wanted().section('结对').width(16),
  communityBranch: text('社区（院落）支部').wanted().alias('社区支部', '院落支部').section('结对').width(16),
  mode: choice('结对方式', ['组织结对', '党群结亲', '联手共建', '联动服务'])
    .wanted()
    .alias('方式')
    .section('结对')
    .width(10),
  pairedOn: date('结对日期').key().alias('结对时间').section('结对'),
  member: text('联系党员').personal().section('结对').width(10),
  household: text('结亲户').personal().section('结对').width(10),
  project: text('共建项目').section('结对').width(18),
  visits: children('走访和活动', {
    on: date('日期').key(),
    content: text('内容').key(),
    solved: text('解决问题'),
  }).section('开展'),
  endedOn: date('完成（终止）日期').notBefore('pairedOn').section('开展'),
  outcome: choice('结果', ['已完成', '终止']).section('开展').width(8),
  remark: text('备注').section('开展').width(16),
};

export type PairingValues = ValuesOf<typeof fields>;

/** 双结双联: organs of the district paired with communities and households, and every visit they made. */
export const pairing = defineLedger({
  id: 'pairing',
  title: '双结双联',
  noun: '结对',
  group: '党建',
  version: 1,
  fields,
  titleField: 'organ',
  sameAs: ['organ', 'community', 'mode', 'household'],
  columns: [
    'organ',
    'community',
    'mode',
    'organBranch',
    'communityBranch',
    'pairedOn',
    'visitCount',
    'lastVisit',
    'progress',
  ],
  sortedBy: { field: 'pairedOn', descending: true },
  derived: pairingDerived,
  check: pairingComplaints,
});
