import { GENERAL_PROFILE, PROFILE_KEY, type ProfileStep, STEP_RULES } from '../access/review/profile.ts';
import { REVIEW_LIMITS } from '../access/review/review-limits.ts';
import { LADDER_GROUP, USUAL_SHARES } from '../deadlines/ladder.ts';
import { COUNTING_GROUP, COUNTING_RULES } from '../kit/counting-rules.ts';
import { NAME_RULES, RULES_GROUP } from '../kit/rules-group.ts';
import { SECURITY_PARAMETERS } from '../operators/security-parameters.ts';
import { DEMAND_PARAMETERS } from '../rules/demand-parameters.ts';
import { LEAD_CASE_PARAMETERS } from '../rules/lead-case-parameters.ts';
import { LIVELIHOOD_PARAMETERS } from '../rules/livelihood-parameters.ts';
import { inferredRow, limitRow, UNIT_NAMES, wordRows } from '../rules/parameter-rows.ts';
import { PETITION_PARAMETERS } from '../rules/petition-parameters.ts';
import type { ParameterValues } from './parameter.ts';
import { WORKER_PARAMETERS } from './worker-parameters.ts';

const XICHENG = '北京市西城区 2018 年社区准入规定：提前 30 个工作日申报，15 个工作日内审定';
const NO_SOURCE = '未见文件规定期限，程序推定，可按本地规定调整';
const YEARLY = '未见全国规定；比照苏州市每年确认一次的做法推定，可调整';

/** Clocks of the access review. Only D1 and D6 have a source; every other number is an office's own to change. */
const LIMITS: readonly ParameterValues[] = [
  { ...limitRow(REVIEW_LIMITS.filing, '提前申报', UNIT_NAMES.workingDays, XICHENG), inferred: false },
  limitRow(REVIEW_LIMITS.formalCheck, '形式审查', UNIT_NAMES.workingDays, NO_SOURCE),
  limitRow(REVIEW_LIMITS.supplement, '补正', UNIT_NAMES.workingDays, NO_SOURCE),
  limitRow(REVIEW_LIMITS.communityOpinion, '社区反馈意见', UNIT_NAMES.workingDays, NO_SOURCE),
  limitRow(REVIEW_LIMITS.streetReview, '街道初审', UNIT_NAMES.workingDays, NO_SOURCE),
  { ...limitRow(REVIEW_LIMITS.districtReview, '区级审定', UNIT_NAMES.workingDays, XICHENG), inferred: false },
  limitRow(REVIEW_LIMITS.publication, '公布', UNIT_NAMES.workingDays, NO_SOURCE),
  limitRow(REVIEW_LIMITS.emergency, '应急事项补办手续', UNIT_NAMES.workingDays, NO_SOURCE),
  limitRow(REVIEW_LIMITS.temporary, '临时事项最长期限', UNIT_NAMES.calendarDays, NO_SOURCE),
  limitRow(REVIEW_LIMITS.validity, '长期事项有效期', '个月', YEARLY),
  limitRow(REVIEW_LIMITS.beforeExpiry, '到期前提醒', UNIT_NAMES.workingDays, NO_SOURCE),
  limitRow(REVIEW_LIMITS.evaluation, '定期评估', '个月', YEARLY),
];

const rule = (key: string, title: string, value: string, basis: string): ParameterValues =>
  inferredRow({ group: RULES_GROUP, key, title, value, basis });

/** A step as the 通用(推定) profile has it. */
const step = (id: ProfileStep, title: string, basis: string): ParameterValues =>
  rule(STEP_RULES[id], title, GENERAL_PROFILE[id] ? '是' : '否', basis);

/** The 通用(推定) profile: every step on. An office that works as 西城 does switches the community and street steps off. */
const RULES: readonly ParameterValues[] = [
  rule(PROFILE_KEY, '准入审核按哪套步骤走', GENERAL_PROFILE.name, '各地做法归纳，全部数字可调整'),
  step(
    'streetMayRefuse',
    '街道初审可以直接不予准入',
    '自贡市 2016 年试行办法等地方做法；街道能否单独否决以本地规定为准',
  ),
  step('communityOpinion', '上报前征求涉及社区的意见', '程序推定；北京西城没有这一步'),
  step('streetReview', '上报前由街道初审', '程序推定；北京西城没有这一步'),
  step('assessment', '区级审定前先评估或听证', '苏州市 2014 年做法；其他地方未见规定'),
  step('agreementForListed', '清单内备案的事项也要先签委托协议', '程序推定；以本地规定为准'),
  rule(NAME_RULES.carryingBody, '区级准入承办机构', '区委社会工作部', '各地不一，请改成本地承办机构'),
  rule(NAME_RULES.decidingBody, '区级审定机构', '区社区工作事项准入联席会议', '各地不一，请改成本地审定机构'),
  rule(NAME_RULES.petitionOffice, '转送信访件的信访部门，异议函发给它', '区信访局', '各地不一，请改成本地信访部门'),
  rule(
    NAME_RULES.officeCode,
    '发文机关代字，如文号“顺河街办函〔2026〕1号”里的“顺河街办”',
    '街办',
    '按单位简称推定，请改成本单位实际使用的代字',
  ),
];

/** The warning ladder of every clock that names none of its own. */
const LADDER: readonly ParameterValues[] = USUAL_SHARES.map(({ key, title, percent }) =>
  inferredRow({
    group: LADDER_GROUP,
    key,
    title,
    value: String(percent),
    unit: '%',
    basis: '一套信访系统的预警分级 50/75/85/99%，可按本地习惯调整',
  }),
);

const COUNTING: readonly ParameterValues[] = COUNTING_RULES.map(({ key, title, usual, basis }) =>
  inferredRow({ group: COUNTING_GROUP, key, title, value: usual ? '是' : '否', basis }),
);

const GRID = '通行做法为 300–500 户，未核到标准原文，可按本地网格划分方案调整';

const staffing = (key: string, title: string, value: string, unit: string): ParameterValues =>
  inferredRow({ group: '配备标准', key, title, value, unit, basis: GRID });

const GRID_SIZE: readonly ParameterValues[] = [
  staffing('网格户数下限', '一个综合网格最少户数', '300', '户'),
  staffing('网格户数上限', '一个综合网格最多户数', '500', '户'),
];

const TOPICS = [
  '物业管理',
  '环境卫生',
  '噪音扰民',
  '违建',
  '停车',
  '供水供电',
  '下水道堵塞',
  '电梯故障',
  '供暖燃气',
  '道路设施',
  '劳资纠纷',
  '民政社保',
  '教育医疗',
  '消防安全',
  '邻里纠纷',
  '其他',
];

/** Topics of residents' demands: every city has its own list, this one is a beginning. */
const DEMAND_TOPICS = wordRows('诉求问题分类', TOPICS, '常见分类，各地热线不同，请按本地分类增减');

/** Kinds of 社区社会组织 differ by province; this is the list of one. */
const SOCIAL_KINDS = wordRows(
  '社会组织类别',
  ['生活服务', '社区事务', '文体活动', '公益慈善'],
  '四川省 2023 年社区社会组织分类，请按本省分类改',
);

/** Parameters a new office starts with. Each is written as an ordinary row: changed, dated and undone like any other. */
export const DEFAULT_PARAMETERS: readonly ParameterValues[] = [
  ...LIMITS,
  ...DEMAND_PARAMETERS,
  ...RULES,
  ...LADDER,
  ...COUNTING,
  ...GRID_SIZE,
  ...DEMAND_TOPICS,
  ...PETITION_PARAMETERS,
  ...LIVELIHOOD_PARAMETERS,
  ...LEAD_CASE_PARAMETERS,
  ...SOCIAL_KINDS,
  ...WORKER_PARAMETERS,
  ...SECURITY_PARAMETERS,
].map((row, place) => ({ ...row, order: place + 1 }));
