import { defineLedger } from '../kit/define-ledger.ts';
import {
  choice,
  choices,
  code,
  date,
  decimal,
  integer,
  longText,
  phone,
  residentId,
  text,
  unit,
  type ValuesOf,
} from '../kit/fields.ts';
import { socialOrganisationComplaints, socialOrganisationDerived } from '../rules/social-organisation-rules.ts';

const fields = {
  no: code('备案编号（登记证号）').alias('备案编号', '登记证号', '备案号').section('组织').width(16),
  name: text('名称').key().alias('组织名称', '社会组织名称', '队伍名称').section('组织').width(20),
  kind: choice('类别', { parameter: '社会组织类别' }).wanted().alias('组织类别', '类型').section('组织').width(10),
  community: unit('所在社区', '社区').wanted().alias('所属社区', '社区').section('组织').width(12),
  setOn: date('成立日期').key().alias('成立时间').section('组织'),
  filedOn: date('备案日期').alias('登记日期').notBefore('setOn').section('组织'),
  filedAt: text('备案机关').section('组织').width(16),
  head: text('负责人').wanted().personal().section('组织').width(10),
  headId: residentId('身份证号').alias('负责人身份证号').section('组织'),
  phone: phone('联系电话').personal().wanted().alias('电话').section('组织'),
  members: integer('成员数').min(0).wanted().alias('成员人数', '人数').section('规模').width(8),
  partyMembers: integer('党员数').min(0).neededFor('report').section('规模').width(8),
  party: choice('党组织设置', ['单独', '联合', '指导员', '无']).section('规模').width(8),
  place: text('活动场所').section('规模').width(14),
  area: decimal('面积（平方米）').min(0).alias('面积', '场所面积').section('规模').width(8),
  activities: integer('本年活动次数').min(0).alias('活动次数', '年度活动次数').section('规模').width(10),
  mainWork: longText('主要活动').section('规模'),
  funds: choices('经费来源', ['自筹', '购买服务', '捐赠', '补助']).alias('资金来源').section('规模').width(12),
  registration: choice('登记状态', [
    { value: '培育', aliases: ['筹建', '培育中'] },
    { value: '已备案', aliases: ['备案'] },
    { value: '已登记', aliases: ['登记'] },
    '注销',
  ])
    .wanted()
    .alias('状态')
    .section('规模')
    .width(8),
  remark: text('备注').section('规模').width(16),
};

export type SocialOrganisationValues = ValuesOf<typeof fields>;

/** 社区社会组织台账: filed or registered groups of a community. Kinds differ by province, so they are a dated parameter. */
export const socialOrganisation = defineLedger({
  id: 'socialOrganisation',
  title: '社区社会组织',
  noun: '社会组织',
  group: '组织',
  version: 1,
  fields,
  titleField: 'name',
  foreignNumber: 'no',
  sameAs: ['name', 'community'],
  columns: ['no', 'name', 'kind', 'community', 'head', 'members', 'partyMembers', 'registration', 'excluded'],
  totals: ['members', 'partyMembers', 'area'],
  sortedBy: { field: 'community' },
  derived: socialOrganisationDerived,
  check: socialOrganisationComplaints,
});
