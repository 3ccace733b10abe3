import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  children,
  choice,
  date,
  integer,
  longText,
  percent,
  text,
  unit,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { surveyComplaints, surveyDerived } from '../rules/survey-rules.ts';

const batch = {
  name: text('测评批次').key().alias('批次', '测评名称').section('批次').width(22),
  object: choice('测评对象', ['居民', '办件人', '工单诉求人', '驻区单位'])
    .wanted()
    .alias('对象')
    .section('批次')
    .width(10),
  mode: choice('方式', [{ value: '电话', aliases: ['电话访问'] }, '入户', '现场', { value: '网络', aliases: ['线上'] }])
    .wanted()
    .alias('测评方式', '调查方式')
    .section('批次')
    .width(8),
  frame: text('样本框').section('批次').width(20).help('从哪份名单里抽的样本，如 2026 年上半年办结工单'),
  from: date('开始日期').key().alias('起始日期', '测评日期', '起止日期', '起止时间').section('批次'),
  to: date('结束日期').alias('截止日期', '起止日期', '起止时间').notBefore('from').section('批次'),
};

const samples = {
  dialled: integer('拨打数').min(0).alias('发放数', '访问数').section('样本').width(8),
  reached: integer('接通数').min(0).alias('回收数').section('样本').width(8),
  valid: integer('成功样本').min(0).wanted().alias('有效问卷', '成功样本数').section('样本').width(10),
  refused: integer('拒访数').min(0).section('样本').width(8).help('拒访、空号不进分母'),
};

const weighed = {
  weightSatisfied: percent('满意权重').section('选项和权重').help('综合满意度的权重，如 100/80/0；须与通报口径一致'),
  weightFairly: percent('基本满意权重').section('选项和权重'),
  weightHardly: percent('不太满意权重').section('选项和权重'),
  weightUnsatisfied: percent('不满意权重').section('选项和权重'),
  options: children('选项', {
    name: text('选项').key(),
    weight: percent('权重'),
    content: yesNo('计入满意'),
    outside: yesNo('不进分母'),
  })
    .section('选项和权重')
    .help('本批次问卷用别的选项时逐个写明，如很满意、一般；不填即为满意、基本满意、不太满意、不满意、不了解'),
};

const results = {
  results: children('测评结果', {
    item: text('测评项目').key(),
    community: unit('社区', '社区'),
    satisfied: integer('满意').min(0),
    fairly: integer('基本满意').min(0),
    hardly: integer('不太满意').min(0),
    unsatisfied: integer('不满意').min(0),
    unknown: integer('不了解').min(0),
  }).section('结果'),
  answers: children('其他选项的结果', {
    item: text('测评项目').key(),
    community: unit('社区', '社区'),
    option: text('选项').key(),
    count: integer('回答数').min(0),
  })
    .section('结果')
    .help('上面五项之外的选项，一个项目一个选项一行'),
  suggestions: integer('意见建议数').min(0).section('结果').width(10),
  report: attachments('测评报告').section('结果'),
  remark: longText('备注').section('结果'),
};

const fields = { ...batch, ...samples, ...weighed, ...results };

export type SurveyValues = ValuesOf<typeof fields>;

/** 民意访评: one row a batch of a survey, with its sample, its weights and what was answered. */
export const survey = defineLedger({
  id: 'survey',
  title: '民意访评',
  noun: '测评批次',
  group: '民生',
  version: 1,
  fields,
  titleField: 'name',
  sameAs: ['name', 'from'],
  columns: [
    'name',
    'from',
    'object',
    'valid',
    'satisfaction',
    'sampleNote',
    'weighed',
    'refused',
    'reached',
    'dialled',
  ],
  totals: ['dialled', 'valid'],
  sortedBy: { field: 'from', descending: true },
  derived: surveyDerived,
  check: surveyComplaints,
});
