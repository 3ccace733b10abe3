import { choice, choices, date, longText, text, unit } from '../../kit/fields.ts';
import { EXIT_REASONS, PUBLICATION_CHANNELS } from './application-parts.ts';

/** What the clerk fills in when an act is recorded: one small form an act. Day, signer and note are asked for every one. */

export const missingPapersForm = {
  papers: longText('缺少的材料').help('一次性告知，每行一件'),
  docNo: text('告知文号'),
};

export const communityOpinionForm = {
  org: unit('社区', '社区'),
  result: choice('意见', ['同意', '有条件同意', '不同意']),
  capacity: choice('承受能力', ['能', '勉强', '不能']),
  content: longText('意见内容'),
  docNo: text('文号'),
};

export const opinionForm = { content: longText('意见'), docNo: text('文号') };

export const reasonForm = { content: longText('理由'), docNo: text('文号') };

export const listedForm = { docNo: text('备案文号'), conditions: longText('备案意见') };

export const decisionForm = {
  result: choice('审定结果', ['准予', '不予', '暂缓']),
  body: text('审定机构'),
  docNo: text('决定文号'),
  meetingNo: text('会议纪要'),
  validFrom: date('有效期起'),
  validTo: date('有效期止'),
  conditions: longText('附加条件'),
  reason: longText('理由').help('不予、暂缓的须填写'),
};

export const renewalForm = { ...decisionForm, result: choice('审定结果', ['准予', '不予']) };

export const publicationForm = { channels: choices('公布方式', PUBLICATION_CHANNELS), docNo: text('公布文号') };

export const agreementForm = {
  agreementNo: text('协议编号'),
  community: unit('社区', '社区').help('每个社区各签一份的，逐份登记在“委托协议”里'),
  partyA: text('甲方'),
  partyB: text('乙方'),
  scope: longText('委托范围'),
  periodFrom: date('协议期限起'),
  periodTo: date('协议期限止'),
  fundClause: longText('经费条款'),
};

export const emergencyForm = { actualStart: date('实际开始日期') };

export const conclusionForm = { conclusion: choice('评估结论', ['继续', '调整']), content: longText('调整内容') };

export const exitForm = {
  reason: choice('退出原因', EXIT_REASONS),
  handover: longText('善后交接'),
  docNo: text('文号'),
};

export const correctionForm = {
  subject: text('更正内容').help('如：决定文号由…更正为…'),
  decisionNo: text('更正后文号'),
  validFrom: date('更正后有效期起'),
  validTo: date('更正后有效期止'),
  reason: longText('更正理由'),
  docNo: text('更正文件文号'),
};
