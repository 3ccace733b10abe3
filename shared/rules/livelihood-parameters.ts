import type { ClockDefinition } from '../deadlines/clock.ts';
import type { Limit } from '../deadlines/limit.ts';
import type { ParameterValues } from '../ledgers/parameter.ts';
import { facilityClocks } from './facility-rules.ts';
import { NOTICE } from './meeting-rules.ts';
import { registrationClocks } from './registration-rules.ts';
import { regulationClocks } from './regulation-rules.ts';
import { reliefClocks } from './relief-clocks.ts';
import { RECHECK_BASIS, RECHECK_DAYS } from './relief-recheck.ts';
import { PUBLIC_DAYS } from './relief-workflow.ts';
import { findingClocks } from './survey-finding-rules.ts';

const FROM = '2024-01-01';

const UNITS = { calendarDays: '自然日', workingDays: '工作日', hours: '小时' } as const;

const row = (limit: Limit, title: string, unit: string, basis: string, inferred: boolean): ParameterValues => ({
  group: limit.group,
  key: limit.key,
  title,
  value: String(limit.otherwise),
  unit,
  basis,
  from: FROM,
  inferred,
});

const ofClocks = (word: string, clocks: readonly ClockDefinition[]): readonly ParameterValues[] =>
  clocks
    .filter(({ limit }) => limit.otherwise > 0)
    .map(({ title, unit, limit, basis, inferred }) => row(limit, `${word}：${title}`, UNITS[unit], basis, inferred));

/** Every limit of the ledgers of people, party and places as a dated parameter. A limit that only a written day sets has none. */
export const LIVELIHOOD_PARAMETERS: readonly ParameterValues[] = [
  ...ofClocks('救助', reliefClocks),
  row(RECHECK_DAYS, '救助：到期复核，确认和复核时建议的日期', '自然日', RECHECK_BASIS, true),
  row(PUBLIC_DAYS, '救助：公示', '自然日', '郑州市中原区棉纺路街道低保办理公开流程：公示 7 天', true),
  ...ofClocks('测评', findingClocks),
  row(NOTICE, '会议：提前通知', '自然日', '锦绣街道社区联合党委会议：提前 3 天通知', true),
  ...ofClocks('双报到', registrationClocks),
  ...ofClocks('文件', regulationClocks),
  ...ofClocks('技防', facilityClocks),
];
