import { LIMITS_GROUP } from '../deadlines/limit.ts';
import { type Complaint, error } from '../kit/complaint.ts';
import type { ParameterValues } from '../ledgers/parameter.ts';

/** Groups whose values are read as numbers: a word in them would silently switch a deadline off. */
const NUMERIC_GROUPS: readonly string[] = [LIMITS_GROUP, '工资基数', '配备标准', '等级系数', '测评权重', '预警比例'];

/** A word where a number is read is refused. */
export function numberComplaints({ group, value }: ParameterValues): readonly Complaint[] {
  if (group === undefined || value === undefined || !NUMERIC_GROUPS.includes(group)) return [];
  if (/^\d+(\.\d+)?$/.test(value)) return [];
  return [error('parameter/number', `${group}的值应为数字，现为“${value}”`, 'value')];
}
