import {
  agreementFields,
  basisQuoteFields,
  correctionFields,
  decisionFields,
  evaluationFields,
  executionFields,
  exitFields,
  missingPaperFields,
  opinionFields,
  publicationFields,
  transferFields,
} from '../access/application-parts.ts';
import { applicationReviewFields } from '../access/application-review.ts';
import { caseDateComplaints } from '../access/case-dates.ts';
import { evaluationComplaints, evaluationDerived } from '../access/evaluation.ts';
import { fundsComplaints, fundsDerived } from '../access/funds.ts';
import { reviewClocks } from '../access/review-clocks.ts';
import { reviewDerived } from '../access/review-derived.ts';
import { reviewWorkflow } from '../access/review-workflow.ts';
import { wantedDerived } from '../access/wanted-fields.ts';
import { issuedBlocksUndo, issuedDocuments } from '../documents/issued-documents.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  children,
  choice,
  choices,
  code,
  date,
  department,
  integer,
  longText,
  money,
  phone,
  reference,
  references,
  text,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { IN_CHANNELS, LIST_MATCHES } from './application-options.ts';
import { FREQUENCIES } from './catalogue-item.ts';

/** Transitions that send a case upward: what they need, the street's opinion rests on. */
const UPWARD = ['forward', 'forwardDirectly'];

const source = {
  caseNo: code('准入编号').automatic().alias('编号').section('来文').width(14),
  applicant: department('申请单位')
    .key()
    .alias('责任部门', '主管部门', '对应上级部门', '申报单位', '申报部门', '申请部门', '牵头部门', '责任单位')
    .section('来文')
    .width(16),
  applicantLevel: choice('单位层级', ['省', '市', '区', '街道内设']).wanted().section('来文').width(10),
  contact: text('联系人').alias('联络人').wanted().section('来文').width(10),
  phone: phone('联系电话').alias('电话').wanted().section('来文'),
  inDate: date('收件日期').key().alias('收文日期', '来文日期').section('来文'),
  inChannel: choice('来文方式', IN_CHANNELS).neededFor('receive').section('来文').width(10),
  inDocNo: text('来文文号').alias('文号', '发文字号').section('来文').width(18),
  clerk: text('经办人').wanted().section('来文').width(10),
  strayTask: reference('来自清单外下派', { ledger: 'strayTask' }).section('来文').width(24),
  stock: yesNo('存量').section('来文').help('启用本程序之前已准入或已在办的事项，随存量导入标明').width(8),
};

const matter = {
  itemName: text('事项名称').key().alias('申请事项', '工作事项', '项目名称').maxLength(80).section('事项').width(30),
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

const doing = {
  frequency: choice('频次', FREQUENCIES).alias('工作频次', '办理频次').wanted().section('工作量与期限').width(8),
  workload: longText('工作任务量').alias('任务量').wanted().section('工作量与期限'),
  personDays: integer('人·天')
    .min(0)
    .section('工作量与期限')
    .width(8)
    .help('每个社区在起止期限内共需的人·天；负荷表按天数分摊到各月'),
  startDate: date('开始日期').alias('起止时间', '工作时限', '办理时限').wanted().section('工作量与期限'),
  endDate: date('结束日期')
    .alias('起止时间', '工作时限', '办理时限')
    .notBefore('startDate')
    .wanted()
    .section('工作量与期限'),
  urgentReason: longText('加急理由')
    .section('工作量与期限')
    .help('收件到开始不足 30 个工作日的须说明（北京西城 2018：提前 30 个工作日申请）'),
  targets: references('涉及社区', {
    ledger: 'organisation',
    where: { field: 'level', is: ['社区'] },
    allWords: ['各社区', '全部', '全部社区', '所有社区', '全街道'],
  })
    .alias('社区', '实施社区', '涉及范围')
    .neededFor('askCommunities', 'recordListed', ...UPWARD)
    .section('工作量与期限')
    .width(20),
  fundAmount: money('拟拨经费', '元')
    .alias('经费', '可划拨的经费', '拨付的经费', '经费金额')
    .nothingMeans(0)
    .section('经费与保障'),
  fundSource: choice('经费来源', [
    { value: '财政拨款', aliases: ['财政'] },
    { value: '部门专项', aliases: ['专项经费', '部门专项经费'] },
    { value: '购买服务', aliases: ['政府购买服务'] },
    '费随事转',
    '其他',
    { value: '不需经费', aliases: ['无需经费'] },
  ])
    .alias('经费渠道', '资金来源')
    .nothingMeans('blank')
    .section('经费与保障')
    .width(12),
  noFundsReason: longText('不需经费的理由').section('经费与保障'),
  fundMode: choice('拨付方式', [
    { value: '办公经费补助', aliases: ['办公经费'] },
    { value: '购买服务', aliases: ['政府购买服务'] },
    '人员经费',
    { value: '按工作量', aliases: ['按工作量拨付'] },
  ])
    .alias('经费方式')
    .section('经费与保障')
    .width(12),
  fundStd: text('经费标准').section('经费与保障').help('如 元/人·天、元/社区·年').width(16),
  support: choices('保障措施', ['人员', '物资', '培训', '技术', '信息', { value: '无', aliases: ['不需要'] }])
    .neededFor(...UPWARD)
    .section('经费与保障')
    .width(14),
  needReport: yesNo('要求社区报表').section('报表').width(10),
  reportFrequency: choice('报表频次', FREQUENCIES).section('报表').width(10),
  statFormNo: text('表号').section('报表').help('统计法(2024) 第十七条：四项标志缺一项，可以拒绝填报').width(12),
  statOrg: text('制定机关').section('报表').width(14),
  statApproval: text('批准(备案)文号').alias('批准文号', '备案文号').section('报表').width(16),
  statExpiry: date('有效期至').alias('有效期限', '有效期止').section('报表'),
  attachments: attachments('附件').section('附件').help('申请函、依据、预算等'),
  archiveList: longText('归档材料目录').section('附件'),
  remark: longText('备注').alias('说明').section('附件'),
};

const file = {
  emergencyFirst: yesNo('应急先行').decision().automatic().section('应急').width(10),
  actualStart: date('实际开始日期').decision().automatic().section('应急'),
  emergencyStoppedOn: date('停止日期')
    .notBefore('actualStart')
    .section('应急')
    .help('应急先行后未获准予的，须填写停止日期'),
  missingPapers: children('补正告知', missingPaperFields).decision().section('审核过程'),
  opinions: children('意见', opinionFields).decision().section('审核过程'),
  decisions: children('决定', decisionFields).decision().section('审核过程'),
  corrections: children('更正', correctionFields).decision().section('审核过程'),
  publications: children('公布', publicationFields).section('实施'),
  agreements: children('委托协议', agreementFields).section('实施'),
  transfers: children('经费拨付', transferFields).section('实施'),
  executions: children('实施记录', executionFields).section('实施'),
  evaluations: children('评估', evaluationFields).section('实施'),
  exits: children('退出', exitFields).decision().section('实施'),
  documents: issuedDocuments(),
};

const fields = { ...source, ...matter, ...doing, ...file };

const wanted = wantedDerived(fields);

export type ApplicationValues = ValuesOf<typeof fields>;

/** 准入申请: what a department wants carried into the communities, from the letter to the archive. */
export const application = defineLedger({
  id: 'application',
  title: '准入审核',
  noun: '申请',
  group: '准入',
  version: 1,
  fields,
  titleField: 'itemName',
  numbering: { field: 'caseNo', pattern: 'ZR-{year}-{0000}', yearFrom: 'inDate' },
  workflow: reviewWorkflow,
  clocks: reviewClocks,
  sameAs: ['applicant', 'itemName'],
  columns: [
    'caseNo',
    'inDate',
    'applicant',
    'itemName',
    'state',
    'dueOn',
    'daysLeft',
    'matchResult',
    'waitingFor',
    'listMatch',
    'targets',
    'fundAmount',
    'findingCount',
  ],
  totals: ['fundAmount'],
  sortedBy: { field: 'caseNo', descending: true },
  undoBlocked: issuedBlocksUndo,
  handledBy: 'clerk',
  derived: {
    fields: {
      ...reviewDerived.fields,
      ...applicationReviewFields.fields,
      ...fundsDerived.fields,
      ...evaluationDerived.fields,
      ...wanted.fields,
    },
    compute: (record, context) => ({
      ...reviewDerived.compute(record, context),
      ...fundsDerived.compute(record, context),
      ...evaluationDerived.compute(record, context),
      ...wanted.compute(record, context),
      ...applicationReviewFields.compute(record, context),
    }),
  },
  check: (values, { today }) => [
    ...caseDateComplaints(values),
    ...fundsComplaints(values, today),
    ...evaluationComplaints(values, today),
  ],
});
