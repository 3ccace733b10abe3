import { defineLedger } from '../kit/define-ledger.ts';
import {
  children,
  choice,
  code,
  date,
  integer,
  phone,
  reference,
  text,
  unit,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { organisationComplaints } from '../rules/organisation-checks.ts';

const office = '一委一居一站一办';

const fields = {
  level: choice('层级', [
    { value: '区', aliases: ['县', '县区', '区县', '市辖区'] },
    { value: '街道', aliases: ['镇街', '乡镇', '街道办事处', '镇', '乡'] },
    { value: '社区', aliases: ['村居', '社区居委会', '居委会', '村', '行政村'] },
    { value: '小区', aliases: ['院落', '小区(院落)', '住宅小区'] },
    { value: '网格' },
    { value: '楼栋', aliases: ['楼', '幢', '栋'] },
    { value: '单元' },
  ])
    .key()
    .section('单位')
    .width(8),
  name: text('名称').key().alias('单位名称', '社区名称', '小区名称', '网格名称').section('单位').width(20),
  shortName: text('简称').alias('发文简称').section('单位').width(12).help('表格和文件里的叫法，如“晨光”'),
  aliases: text('别名').alias('曾用名').section('单位').help('别的表里的叫法，用顿号隔开，导入时按它们认出'),
  code: code('代码')
    .alias('区划代码', '统计代码', '编码')
    .neededFor('report')
    .section('单位')
    .width(16)
    .help('区 6 位、街道 9 位、社区 12 位，以下按本地编码；按文本保存'),
  parent: unit('上级单位').alias('所属单位', '上级', '所属社区', '所在社区').wanted().section('单位').width(12),
  communityKind: choice('社区类型', ['社区', '涉农社区', { value: '村', aliases: ['行政村'] }])
    .section('单位')
    .width(10),
  urbanClass: choice('城乡分类', ['111', '112', '121', '122', '123', '210', '220'])
    .section('单位')
    .width(8)
    .help('111 主城区、112 城乡结合区、121 镇中心区、122 镇乡结合区、123 特殊区域、210 乡中心区、220 村庄'),
  gridType: choice('网格类型', [
    { value: '综合网格', aliases: ['综合'] },
    { value: '专属网格', aliases: ['专属', '专业网格'] },
  ]).section('单位'),
  households: integer('户数').alias('总户数', '住户数').min(0).neededFor('report').section('规模').width(8),
  residents: integer('常住人口').alias('常住人口数', '人口数').min(0).neededFor('report').section('规模').width(10),
  floating: integer('流动人口').alias('流动人口数').min(0).section('规模').width(10),
  floatingOn: date('流动人口统计日期').section('规模'),
  floatingSource: text('流动人口数据来源').section('规模'),
  buildings: integer('楼栋数').min(0).section('规模').width(8),
  units: integer('单元数').min(0).section('规模').width(8),
  workers: integer('社区工作者数').alias('社工数', '社区工作者人数').min(0).section('规模').width(12),
  statOn: date('统计日期').wanted().section('规模').help('同一单位不同日期的数不同，报数要写明日期'),
  source: text('数据来源').alias('来源').wanted().section('规模'),
  partyUnit: text('对应党组织')
    .alias('党组织', '党组织名称')
    .section('规模')
    .width(16)
    .help('社区党委、党总支或院落支部'),
  partyMembers: integer('党员数').min(0).section('规模').width(8),
  propertyCompany: text('物业服务企业').alias('物业企业', '物业公司').section('物业'),
  ownersCommittee: choice('业委会', ['有', '无', { value: '筹备', aliases: ['筹备中'] }])
    .section('物业')
    .width(8),
  chief: text('负责人').alias('网格长', '楼栋长', '社区书记', '小区负责人').section('人员'),
  fullTime: text('专职网格员').section('人员'),
  partTime: text('兼职网格员').section('人员'),
  police: text('社区民警').alias('民警').section('人员'),
  phone: phone('联系电话').alias('电话', '联系方式').section('人员'),
  hasPartyCommittee: yesNo('社区党委').alias('一委').section(office),
  hasResidentsCommittee: yesNo('社区居委会').alias('一居').section(office),
  hasServiceStation: yesNo('社区服务站').alias('一站').section(office),
  hasOffice: yesNo('综治办').alias('一办').section(office),
  places: children('场所和负责人', {
    body: choice('机构', ['社区党委', '社区居委会', '社区服务站', '综治办']).key(),
    place: text('地点'),
    head: text('负责人'),
  }).section(office),
  onFrom: date('启用日期').neededFor('report').section('起止'),
  offFrom: date('停用日期').notBefore('onFrom').section('起止').help('撤销、合并后填写；记录保留，代码可能重新启用'),
  replacedBy: reference('并入单位', { ledger: 'organisation' }).section('起止'),
};

export type OrganisationValues = ValuesOf<typeof fields>;

/** 组织架构: the tree from the district to the stairwell. Name is no key and a code is not for ever: both are re-issued. */
export const organisation = defineLedger({
  id: 'organisation',
  title: '组织架构与网格台账',
  noun: '单位',
  group: '基础',
  version: 1,
  fields,
  titleField: 'name',
  alsoCalled: ['shortName', 'aliases'],
  sameAs: ['level', 'name', 'parent'],
  // No totals: a street, its communities and their grids count the same people.
  columns: ['level', 'name', 'parent', 'code', 'households', 'residents', 'floating', 'chief', 'phone', 'statOn'],
  sortedBy: { field: 'code' },
  check: organisationComplaints,
});
