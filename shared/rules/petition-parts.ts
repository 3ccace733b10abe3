import { choice, choices, code, date, integer, longText, text, yesNo } from '../kit/fields.ts';
import { extensionRequestFields } from './extension-request.ts';

const ANSWER = ['未申请', '已申请', '维持', '变更', '撤销'];

/** The kind whose material may not be shown to whoever is accused (条例 第三十条、第四十六条): restricted. */
export const ACCUSATION = '检举控告';

/** 来源: how it came, what it is, and its number in the system of record (条例 第十七条、第二十一条). */
export const petitionSourceFields = {
  systemNo: code('系统编号')
    .alias('信访件编号', '信访编号', '系统登记编号', '信访系统编号')
    .section('来件')
    .width(18)
    .help('信访信息系统的编号（条例第二十一条）；本台账是它的影子台账'),
  form: choice('信访形式', [
    { value: '网信', aliases: ['网上信访', '信息网络', '网络'] },
    { value: '来信', aliases: ['书信', '写信'] },
    { value: '来电', aliases: ['电话'] },
    '传真',
    { value: '来访', aliases: ['走访', '个访'] },
  ])
    .wanted()
    .alias('信访方式', '形式')
    .section('来件')
    .width(8),
  kind: choice('事项性质', [
    { value: '建议意见', aliases: ['反映情况', '意见建议', '反映情况/建议意见', '建议意见类', '意见建议类'] },
    { value: ACCUSATION, aliases: ['检举控告类', '揭发控告', '揭发控告类', '举报控告'] },
    { value: '申诉求决', aliases: ['申诉求决类', '求决', '求决类', '投诉请求'] },
  ])
    .wanted()
    .alias('信访目的', '性质', '事项类别')
    .section('来件')
    .width(10),
  source: choice('来源', [
    { value: '直接提出', aliases: ['自收', '本级受理'] },
    { value: '信访部门转送', aliases: ['转送', '信访局转送'] },
    { value: '上级交办', aliases: ['交办'] },
    { value: '系统派发', aliases: ['系统转办'] },
  ])
    .wanted()
    .alias('事项来源')
    .section('来件')
    .width(12),
};

/** 受理与告知: taken on, told, objected to or passed on (条例 第二十二条、第二十三条). */
export const petitionNoticeFields = {
  acceptedOn: date('受理日期').past().alias('受理时间').notBefore('receivedOn').section('受理告知'),
  notifiedOn: date('告知日期').past().alias('受理告知日期').notBefore('receivedOn').section('受理告知'),
  noticeWay: choice('告知方式', ['当场书面', '书面', '信息网络', '电话短信', '住址不清不告知'])
    .section('受理告知')
    .width(10),
  objectedOn: date('异议提出日期').notBefore('receivedOn').section('受理告知'),
  objectionReason: longText('异议理由').section('受理告知'),
  transferredTo: text('转送去向').section('受理告知').width(16),
  transferredOn: date('转送日期').notBefore('receivedOn').section('受理告知'),
};

/** 办理: what the street does between acceptance and the written opinion (条例 第三十一条至第三十四条). */
export const petitionHandlingFields = {
  route: choice('办理途径', [
    { value: '①诉讼、复议、检察、公安程序', aliases: ['①', '1', '诉讼', '公安程序'] },
    { value: '②仲裁', aliases: ['②', '2', '仲裁'] },
    { value: '③党员申诉、复审', aliases: ['③', '3', '党员申诉', '复审'] },
    { value: '④行政复议、裁决、确认、许可、处罚', aliases: ['④', '4', '行政复议', '行政裁决'] },
    { value: '⑤履行法定职责', aliases: ['⑤', '5', '履行法定职责', '履职'] },
    { value: '⑥信访处理意见书', aliases: ['⑥', '6', '信访程序', '处理意见书', '信访处理'] },
  ])
    .alias('途径')
    .section('办理')
    .width(16)
    .help('条例第三十一条；60 日的办理期限只适用于途径⑥'),
  simple: yesNo('简易办理').section('办理').width(8),
  ...extensionRequestFields('办理'),
  extensionApprover: text('延期批准人').section('办理').width(10),
  extensionApprovedOn: date('延期批准日期').notBefore('acceptedOn').section('办理'),
  extensionTo: date('延至').alias('延期至', '延长至').notBefore('extensionApprovedOn').section('办理'),
  extensionReason: longText('延期理由').alias('延期原因').section('办理'),
  extensionToldOn: date('告知延期日期').notBefore('extensionApprovedOn').section('办理'),
  opinionType: choice('处理意见', [
    { value: '予以支持', aliases: ['支持'] },
    { value: '解释说明', aliases: ['解释'] },
    { value: '不予支持', aliases: ['不支持'] },
  ])
    .alias('处理结果', '最终处理意见')
    .section('办理')
    .width(10),
  opinionContent: longText('处理意见内容').alias('处理意见详情', '答复内容').section('办理'),
  opinionBasis: longText('政策法规依据').alias('法律法规依据').section('办理'),
  threeInPlace: choices('三到位一处理', [
    { value: '解决问题到位', aliases: ['解决问题'] },
    { value: '思想教育到位', aliases: ['思想教育'] },
    { value: '帮扶救助到位', aliases: ['帮扶救助'] },
    { value: '依法处理', aliases: ['行为违法依法处理'] },
  ])
    .section('办理')
    .width(16)
    .help('条例第二十七条'),
  opinionNo: text('意见书文号').alias('文号', '答复文号').section('办理').width(18),
  opinionOn: date('出具日期').past().alias('意见书日期', '答复日期').notBefore('acceptedOn').section('办理'),
  deliveredOn: date('送达日期').past().alias('意见书送达日期').notBefore('opinionOn').section('办理'),
};

/** 复查、复核: what the levels above were asked and answered (条例 第三十五条、第三十六条). */
export const petitionReviewFields = {
  review: choice('复查', ANSWER).section('复查复核').width(8),
  reviewAskedOn: date('收到复查申请日期').notBefore('deliveredOn').section('复查复核'),
  reviewOn: date('复查意见日期').notBefore('reviewAskedOn').section('复查复核'),
  reviewDeliveredOn: date('复查意见送达日期').notBefore('reviewOn').section('复查复核'),
  rereview: choice('复核', ANSWER).section('复查复核').width(8),
  rereviewAskedOn: date('收到复核申请日期').notBefore('reviewOn').section('复查复核'),
  hearingFrom: date('听证开始日期').notBefore('rereviewAskedOn').section('复查复核'),
  hearingTo: date('听证结束日期').notBefore('hearingFrom').section('复查复核').help('听证期间不计入复核期限'),
  rereviewOn: date('复核意见日期').notBefore('rereviewAskedOn').section('复查复核'),
};

/** 办结与评价. */
export const petitionEndFields = {
  closedOn: date('办结日期').past().alias('办结时间').notBefore('receivedOn').section('办结评价'),
  inEvaluation: yesNo('纳入评价').alias('列入满意评价').section('办结评价').width(8),
  participated: yesNo('是否参评').alias('参评').section('办结评价').width(8),
  satisfaction: choice('满意度', [
    { value: '满意', aliases: ['非常满意', '很满意'] },
    { value: '基本满意', aliases: ['较满意', '比较满意'] },
    '不满意',
  ])
    .alias('满意度评价', '群众评价', '满意情况')
    .section('办结评价')
    .width(10),
  hardship: yesNo('是否生活困难').alias('生活困难').section('办结评价').width(8),
  risk: choice('风险等级', ['红', '橙', '黄', '蓝']).alias('风险').section('办结评价').width(8),
};

/** 群众走访: who came, and for how many. */
export const petitionVisitFields = {
  people: integer('涉及人数').min(1).neededFor('report').alias('人数', '信访人数').section('来件').width(8),
  visitors: integer('来访人数').min(1).alias('上访人数').section('来件').width(8),
  receptionLeader: text('接访领导').alias('接访人', '接访领导姓名').section('来件').width(10),
  isGroup: yesNo('是否集体访').alias('集体访').section('来件').width(8),
  representatives: integer('代表人数')
    .min(1)
    .section('来件')
    .width(8)
    .help('走访推选代表，不超过 5 人（条例第二十条）'),
  repeat: yesNo('是否重复信访').alias('是否重访', '重复信访', '重复件').section('来件').width(8),
  aboveLevel: yesNo('是否越级').alias('越级', '是否越级信访').section('来件').width(8),
};
