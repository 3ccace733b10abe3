import { RULES_GROUP } from '../kit/rules-group.ts';
import {
  BEYOND_STEPS,
  BY_STEPS,
  PER_HOUSEHOLDS,
  PER_RESIDENTS,
  STAFFING_GROUP,
  STAFFING_RULE,
  STEPS_GROUP,
} from '../rules/establishment.ts';
import { inferredRow, limitRow, UNIT_NAMES } from '../rules/parameter-rows.ts';
import { COEFFICIENT_GROUP, coefficientKey, INSURANCE_RULE, WAGE_RULE } from '../rules/wage-floor.ts';
import { leastGradeKey, mostGradeKey } from '../rules/worker-checks.ts';
import { CONTRACT_NOTICE } from '../rules/worker-clocks.ts';
import type { ParameterValues } from './parameter.ts';

/** `unit` is '' where the value is a word. */
const row = (group: string, key: string, title: string, value: string, unit: string, basis: string): ParameterValues =>
  inferredRow({ group, key, title, value, ...(unit === '' ? {} : { unit }), basis });

const TAIYUAN = '太原市 2020 年试行办法（见转载稿）：专职社区工作者按社区户数配备';
const PLAN = '国办发〔2021〕56号“十四五”规划指标，未核到原文';
const USUAL = '常见提法每 300–400 户 1 名，未核到文件，可按本地规定调整';
const NANJING = '南京市 2018 年：书记、主任不低于上年城镇非私营单位平均工资，其余主城六区 80%、其他区 70%；各地不一';
const GRADES = '某市三岗十八级办法第十八至二十二条（见转载稿）；各地不一';

/** Headcount, pay and levels of community workers: every number is a place's own. No wage base ships: it has a year and a place. */
export const WORKER_PARAMETERS: readonly ParameterValues[] = [
  row(
    RULES_GROUP,
    STAFFING_RULE,
    `应配人数怎么算：${PER_RESIDENTS}、${PER_HOUSEHOLDS}、${BY_STEPS}`,
    PER_RESIDENTS,
    '',
    '各地不一，请按本地规定选',
  ),
  row(
    RULES_GROUP,
    WAGE_RULE,
    '薪酬与哪个工资基数比，填工资基数里的名称',
    '城镇非私营单位就业人员平均工资',
    '',
    NANJING,
  ),
  row(RULES_GROUP, INSURANCE_RULE, '比较薪酬时算不算五险一金单位部分：是、否', '是', '', NANJING),
  row(STAFFING_GROUP, PER_RESIDENTS, '每万常住人口配备社区工作者', '18', '名', PLAN),
  row(STAFFING_GROUP, PER_HOUSEHOLDS, '每多少户配备一名社区工作者', '350', '户', USUAL),
  row(STEPS_GROUP, '2000', '2000 户及以下', '3', '名', TAIYUAN),
  row(STEPS_GROUP, '3000', '2001–3000 户', '4', '名', TAIYUAN),
  row(STEPS_GROUP, '4000', '3001–4000 户', '5', '名', TAIYUAN),
  row(STEPS_GROUP, '5000', '4001–5000 户', '6', '名', TAIYUAN),
  row(STEPS_GROUP, BEYOND_STEPS, '超过最高一档后每多少户加一名', '500', '户', TAIYUAN),
  row(COEFFICIENT_GROUP, coefficientKey('正职'), '正职薪酬占工资基数', '100', '%', NANJING),
  row(COEFFICIENT_GROUP, coefficientKey('副职'), '副职薪酬占工资基数', '80', '%', NANJING),
  row(COEFFICIENT_GROUP, coefficientKey('其他'), '其他岗位薪酬占工资基数', '70', '%', NANJING),
  ...(
    [
      ['正职', '7', '18'],
      ['副职', '4', '15'],
      ['其他', '1', '12'],
    ] as const
  ).flatMap(([kind, least, most]) => [
    row(COEFFICIENT_GROUP, leastGradeKey(kind), `${kind}岗位最低等级`, least, '级', GRADES),
    row(COEFFICIENT_GROUP, mostGradeKey(kind), `${kind}岗位最高等级`, most, '级', GRADES),
  ]),
  limitRow(
    CONTRACT_NOTICE,
    '社区工作者合同到期前提醒',
    UNIT_NAMES.calendarDays,
    '未见文件规定，程序推定，可按本地规定调整',
  ),
];
