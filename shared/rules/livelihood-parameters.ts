import type { ParameterValues } from '../ledgers/parameter.ts';
import { facilityClocks } from './facility-rules.ts';
import { NOTICE } from './meeting-rules.ts';
import { clockRows, limitRow, UNIT_NAMES } from './parameter-rows.ts';
import { registrationClocks } from './registration-rules.ts';
import { regulationClocks } from './regulation-rules.ts';
import { reliefClocks } from './relief-clocks.ts';
import { RECHECK_BASIS, RECHECK_DAYS } from './relief-recheck.ts';
import { PUBLIC_DAYS } from './relief-workflow.ts';
import { findingClocks } from './survey-finding-rules.ts';

/** Every limit of the ledgers of people, party and places as a dated parameter. */
export const LIVELIHOOD_PARAMETERS: readonly ParameterValues[] = [
  ...clockRows('救助', reliefClocks),
  limitRow(RECHECK_DAYS, '救助：到期复核，确认和复核时建议的日期', UNIT_NAMES.calendarDays, RECHECK_BASIS),
  limitRow(PUBLIC_DAYS, '救助：公示', UNIT_NAMES.calendarDays, '郑州市中原区棉纺路街道低保办理公开流程：公示 7 天'),
  ...clockRows('测评', findingClocks),
  limitRow(NOTICE, '会议：提前通知', UNIT_NAMES.calendarDays, '锦绣街道社区联合党委会议：提前 3 天通知'),
  ...clockRows('双报到', registrationClocks),
  ...clockRows('文件', regulationClocks),
  ...clockRows('技防', facilityClocks),
];
