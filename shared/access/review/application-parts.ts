import { attachments, choice, choices, date, integer, longText, money, percent, text, unit } from '../../kit/fields.ts';

/** Child lists of an application: what the paper file holds page by page. */

/** Wording of the articles the application rests on; the articles themselves stand in 法律法规依据. */
export const basisQuoteFields = {
  article: text('法规条款').width(24),
  quote: longText('原文摘录'),
};

export const missingPaperFields = {
  papers: longText('缺少的材料').help('一次性告知，每行一件'),
  notifiedOn: date('告知日期'),
  docNo: text('告知文号'),
  round: integer('轮次'),
};

export const opinionFields = {
  stage: choice('环节', ['形式审查', '社区', '街道初审', '区审核', '审定', '评估']).width(10),
  org: unit('单位', '街道', '社区'),
  result: choice('意见', ['同意', '有条件同意', '不同意', '逾期未反馈', '退回']).width(12),
  capacity: choice('承受能力', ['能', '勉强', '不能']).width(8),
  content: longText('内容'),
  signer: text('签批人').width(10),
  signDate: date('日期'),
  docNo: text('文号'),
  round: integer('轮次'),
};

/** 决定: never edited, only followed by a 更正. 备案 is the street's own entry of an item that stands on the list. */
export const decisionFields = {
  kind: choice('类别', ['审定', '备案']).width(8),
  result: choice('结果', ['准予', '不予', '暂缓']).width(8),
  body: text('审定机构'),
  meetingNo: text('会议纪要'),
  docNo: text('决定文号'),
  decideDate: date('决定日期'),
  validFrom: date('有效期起'),
  validTo: date('有效期止').notBefore('validFrom'),
  conditions: longText('附加条件'),
  reason: longText('理由'),
  round: integer('轮次'),
};

export const correctionFields = {
  correctedOn: date('更正日期'),
  subject: text('更正内容'),
  decisionNo: text('更正后文号'),
  validFrom: date('更正后有效期起'),
  validTo: date('更正后有效期止').notBefore('validFrom'),
  reason: longText('更正理由'),
  docNo: text('更正文件文号'),
};

export const PUBLICATION_CHANNELS = ['文件', '公开栏', '网站'] as const;

export const publicationFields = {
  publishedOn: date('公布日期'),
  channels: choices('公布方式', PUBLICATION_CHANNELS),
  docNo: text('公布文号'),
};

export const agreementFields = {
  agreementNo: text('协议编号'),
  community: unit('社区', '社区'),
  partyA: text('甲方'),
  partyB: text('乙方'),
  scope: longText('委托范围'),
  periodFrom: date('协议期限起'),
  periodTo: date('协议期限止').notBefore('periodFrom'),
  fundClause: longText('经费条款'),
  signDate: date('签订日期'),
  files: attachments('协议文本'),
};

export const transferFields = {
  community: unit('社区', '社区'),
  planAmount: money('应拨金额', '元'),
  planDate: date('应拨日期'),
  paidAmount: money('实拨金额', '元'),
  paidDate: date('实拨日期'),
  voucherNo: text('凭证号'),
  whyNot: text('未到位原因'),
};

export const executionFields = {
  doneOn: date('日期'),
  community: unit('社区', '社区'),
  count: integer('次数').min(0),
  note: longText('情况'),
};

export const evaluationFields = {
  community: unit('社区', '社区'),
  period: text('评估期'),
  evaluatedOn: date('评估日期'),
  participants: integer('参评数').min(0),
  satisfied: integer('满意').min(0),
  fairlySatisfied: integer('基本满意').min(0),
  dissatisfied: integer('不满意').min(0),
  noOpinion: integer('未表态').min(0),
  score: percent('得分').help('百分制'),
  comments: longText('评议意见'),
  conclusion: choice('结论', ['继续', '调整', '退出']),
};

export const EXIT_REASONS = [
  '任务完成',
  '到期',
  '依据废止修订',
  '群众普遍不认可',
  '未落实权限或经费',
  '上级收回',
  '违规撤销',
  '其他',
] as const;

export const exitFields = {
  reason: choice('退出原因', EXIT_REASONS),
  approver: text('批准人'),
  exitDate: date('退出日期'),
  handover: longText('善后交接'),
  docNo: text('文号'),
};
