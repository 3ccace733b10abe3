import { defineLedger } from '../kit/define-ledger.ts';
import {
  choice,
  choices,
  creditCode,
  date,
  integer,
  longText,
  money,
  phone,
  text,
  unit,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { newSectorComplaints, newSectorDerived } from '../rules/new-sector-rules.ts';

const organisation = {
  kind: choice('组织类别', [
    { value: '非公企业', aliases: ['非公有制企业', '企业', '新经济组织'] },
    { value: '社会组织', aliases: ['新社会组织'] },
  ])
    .wanted()
    .alias('类别')
    .section('组织')
    .width(10),
  name: text('名称').key().alias('企业名称', '单位名称', '组织名称').section('组织').width(22),
  creditCode: creditCode('统一社会信用代码').alias('信用代码', '社会信用代码').section('组织'),
  community: unit('所属社区', '社区').wanted().alias('社区').section('组织').width(12),
  countedOn: date('统计日期').key().alias('更新日期', '填报日期').section('组织').help('信息库按月更新，数随日期变'),
  running: yesNo('是否实体运营').wanted().alias('实体运营', '是否正常经营').section('组织'),
  hasPlace: yesNo('有固定经营场所').alias('是否有经营场所').section('组织'),
  hasBusiness: yesNo('有生产经营活动').section('组织'),
  staff: integer('从业人员数').min(0).wanted().alias('从业人员', '职工数', '职工人数').section('组织').width(10),
  income: money('年营业收入', '万元').alias('年营业收入(万元)').section('组织'),
};

const members = {
  membersFull: integer('专职党员数').min(0).wanted().alias('党员数').section('党员').width(8),
  membersPart: integer('兼职党员数').min(0).section('党员').width(8),
  probationary: integer('预备党员数').min(0).section('党员').width(8),
  activists: integer('入党积极分子数').min(0).alias('积极分子').section('党员').width(8),
  applicants: integer('申请入党人数').alias('申请入党数').min(0).section('党员').width(8),
};

const covered = {
  coverage: choice('覆盖方式', [
    { value: '单独组建', aliases: ['单独'] },
    { value: '联合组建', aliases: ['联合'] },
    { value: '工作覆盖', aliases: ['指导员覆盖', '派驻指导员'] },
    { value: '未覆盖', aliases: ['未组建', '无'] },
  ])
    .wanted()
    .alias('党组织组建方式', '组建方式')
    .section('覆盖')
    .width(10),
  partyName: text('党组织名称').section('覆盖').width(18),
  secretary: text('党组织书记').personal().alias('书记').section('覆盖').width(10),
  secretaryPhone: phone('书记电话').personal().section('覆盖'),
  groups: choices('群团组织', ['工会', '共青团', '妇联', '其他']).alias('已建群团组织').section('覆盖').width(12),
  guide: text('党建指导员').personal().alias('指导员', '指导员姓名').section('覆盖').width(10),
  guideUnit: text('指导员工作单位').section('覆盖').width(16),
  guidePhone: phone('指导员电话').personal().section('覆盖'),
  guideKind: choice('指导员性质', ['专职', '兼职']).section('覆盖').width(8),
  visits: text('走访频次').section('覆盖').width(10),
  planOn: date('拟建党组织日期').alias('拟建日期').section('覆盖'),
  noReason: choice('未建原因', ['应建未建', '有党员但不符合条件', '无党员', '空壳或停业'])
    .alias('未建党组织原因')
    .section('覆盖')
    .width(19),
  change: longText('变更说明').section('覆盖').help('已上报的数有变化的，写明变化和原因'),
  remark: text('备注').section('覆盖').width(16),
};

const fields = { ...organisation, ...members, ...covered };

export type NewSectorOrganisationValues = ValuesOf<typeof fields>;

/** 两新组织党建台账: firms and social organisations, their party members, and how the party covers them; updated every month. */
export const newSectorOrganisation = defineLedger({
  id: 'newSectorOrganisation',
  title: '两新组织党建',
  noun: '两新组织',
  group: '党建',
  version: 1,
  fields,
  titleField: 'name',
  foreignNumber: 'creditCode',
  sameAs: ['kind', 'name'],
  columns: ['kind', 'name', 'community', 'staff', 'membersFull', 'coverage', 'shouldBuild', 'noReason'],
  totals: ['staff', 'membersFull', 'membersPart'],
  sortedBy: { field: 'community' },
  derived: newSectorDerived,
  check: newSectorComplaints,
});
