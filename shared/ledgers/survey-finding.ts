import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  choice,
  code,
  date,
  department,
  longText,
  reference,
  text,
  unit,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { findingClocks, findingComplaints, findingDerived } from '../rules/survey-finding-rules.ts';

const answered = {
  findingNo: code('问题编号').automatic().section('反映').width(14),
  foundOn: date('反映日期').key().alias('日期', '测评日期').section('反映'),
  survey: reference('测评批次', { ledger: 'survey' }).key().alias('批次').section('反映').width(20),
  item: text('测评项目').key().alias('项目', '题目').section('反映').width(14),
  answer: choice('评价', ['很满意', '满意', '基本满意', '一般', '不太满意', '不满意', '很不满意', '不了解'])
    .wanted()
    .alias('选项', '满意情况')
    .section('反映')
    .width(8),
  community: unit('社区', '社区').wanted().alias('所属社区').section('反映').width(12),
  ageBand: choice('年龄段', ['18—35岁', '36—45岁', '46—60岁', '60岁以上']).section('反映').width(10),
  sex: choice('性别', ['男', '女']).section('反映').width(6),
  years: choice('居住年限', ['1年以下', '1—5年', '5年以上']).section('反映').width(10),
  reason: longText('不满意原因').wanted().alias('原因').section('反映').width(22),
  suggestion: longText('意见建议').alias('意见原文', '建议').section('反映'),
  leftContact: yesNo('是否留号').section('反映'),
};

const mended = {
  noticeNo: code('反馈单编号').alias('编号').section('整改').width(14),
  noticedOn: date('交办日期').alias('反馈日期').section('整改'),
  unit: department('责任单位').alias('整改单位').section('整改').width(14),
  dueOn: date('整改期限').notBefore('noticedOn').section('整改'),
  result: longText('整改结果').alias('整改情况').section('整改'),
  mendedOn: date('整改完成日期').notBefore('noticedOn').section('整改'),
  recall: choice('二次回访', ['满意', '基本满意', '不满意', '未接通', '未回访'])
    .alias('回访结果')
    .section('整改')
    .width(10),
  recalledOn: date('二次回访日期').past().alias('回访日期').notBefore('mendedOn').section('整改'),
  clerk: text('经办人').section('整改').width(10),
  proof: attachments('材料').section('整改'),
  remark: longText('备注').section('整改'),
};

const fields = { ...answered, ...mended };

export type SurveyFindingValues = ValuesOf<typeof fields>;

/** 测评问题整改: what was found wrong in a survey, who mends it by when, and what the second call heard. Every 不满意 is called back. */
export const surveyFinding = defineLedger({
  id: 'surveyFinding',
  title: '测评问题整改',
  noun: '测评问题',
  group: '民生',
  version: 1,
  fields,
  titleField: 'item',
  numbering: { field: 'findingNo', pattern: 'CP-{year}-{0000}', yearFrom: 'foundOn' },
  foreignNumber: 'noticeNo',
  columns: ['findingNo', 'survey', 'item', 'community', 'reason', 'unit', 'dueOn', 'progress', 'recall'],
  sortedBy: { field: 'dueOn' },
  handledBy: 'clerk',
  closedBy: 'recalledOn',
  derived: findingDerived,
  clocks: findingClocks,
  check: findingComplaints,
});
