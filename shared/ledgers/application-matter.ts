import { basisQuoteFields } from '../access/review/application-parts.ts';
import { children, choice, choices, longText, reference, text } from '../kit/fields.ts';
import { LIST_MATCHES, UPWARD } from './application-options.ts';

/** What a department wants done, on which basis, and what of it falls to the communities. */
export const applicationMatterFields = {
  itemName: text('事项名称')
    .key()
    .alias('申请事项', '工作事项', '项目名称', '文件标题')
    .maxLength(80)
    .section('事项')
    .width(30),
  admitType: choice('准入类型', [
    { value: '组织机构', aliases: ['工作机构'] },
    '工作任务',
    { value: '创建评比', aliases: ['创建任务', '创建达标评比'] },
    { value: '考核检查', aliases: ['检查', '考核'] },
    { value: '统计调查', aliases: ['调查', '统计'] },
    { value: '挂牌', aliases: ['牌子'] },
    { value: '台账', aliases: ['工作台账'] },
    '培训',
    { value: '证明盖章', aliases: ['证明', '盖章'] },
    { value: '信息系统(APP)', aliases: ['信息系统', 'APP'] },
  ])
    .alias('类别', '类型')
    .wanted()
    .section('事项')
    .width(12),
  nature: choice('事项性质', [
    { value: '常规', aliases: ['常规项目', '常规事项'] },
    { value: '新增', aliases: ['新增项目', '新增事项'] },
  ])
    .alias('性质')
    .wanted()
    .section('事项')
    .width(8),
  term: choice('时效', [
    { value: '长期', aliases: ['长期性', '长期事项'] },
    { value: '阶段性临时', aliases: ['临时', '临时性', '阶段性', '阶段性、临时性'] },
    { value: '突发紧急', aliases: ['突发', '紧急', '应急'] },
  ])
    .alias('性质')
    .wanted()
    .section('事项')
    .width(10),
  category: choice('事项分类', [
    { value: '公共服务', aliases: ['社区公共服务'] },
    { value: '公共管理', aliases: ['社区公共管理'] },
    { value: '公共安全', aliases: ['社区公共安全'] },
    { value: '群众权益保障', aliases: ['权益保障'] },
    '其他',
  ])
    .alias('类别', '分类')
    .wanted()
    .section('事项')
    .width(12),
  listMatch: choice('清单比对结果', LIST_MATCHES)
    .neededFor(...UPWARD)
    .section('比对')
    .width(12)
    .help('程序给出比对建议和理由，由经办人认定'),
  listItem: reference('对应清单条目', { ledger: 'catalogueItem' }).section('比对').width(28),
  overrideReason: longText('命中负面仍上报的理由').section('比对'),
  legalBasis: longText('法律法规依据')
    .alias('依据', '政策法规依据', '设定依据', '实施依据', '法定依据', '政策依据')
    .nothingMeans('blank')
    .section('依据与职责')
    .help('写明法律法规名称和条款，多条用分号隔开，如“消防法 第六条”'),
  noBasisReason: longText('无依据说明').section('依据与职责'),
  basisQuotes: children('依据原文', basisQuoteFields).section('依据与职责'),
  dutySup: longText('部门职责')
    .alias('上级部门职责', '申请部门职责', '主管部门职责')
    .neededFor(...UPWARD)
    .section('依据与职责'),
  dutyComm: longText('社区承担职责')
    .alias('配合职责', '协助内容', '社区配合职责', '社区职责', '镇街配合职责', '街道配合职责')
    .neededFor(...UPWARD)
    .section('依据与职责'),
  assistMode: choices('协助方式', [
    '联系居民',
    { value: '协助入户', aliases: ['入户'] },
    '组织动员',
    { value: '宣传教育', aliases: ['宣传'] },
    { value: '说服劝导', aliases: ['劝导'] },
    { value: '发现报告', aliases: ['非专业性发现报告', '报告'] },
    { value: '受委托办理', aliases: ['委托', '委托办理'] },
  ])
    .wanted()
    .section('依据与职责')
    .width(16),
  authority: longText('授权内容与工作权限').alias('授权内容', '权限').section('依据与职责').help('委托办理的须写明'),
};
