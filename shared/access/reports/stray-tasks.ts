import { textIn } from '../../kit/field-values.ts';
import { inPeriod, type Period } from '../../kit/period.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { actionOf } from '../stray-task-rules.ts';

export const STRAY_TASK = 'strayTask';

/** 清单外下派 registered with a day in the period, earliest first. */
export const strayTasksIn = (records: readonly LedgerRecord[], period: Period): readonly LedgerRecord[] =>
  records
    .filter(({ values }) => inPeriod(period, textIn(values, 'date')))
    .sort((left, right) => (textIn(left.values, 'date') < textIn(right.values, 'date') ? -1 : 1));

/** The department that sent it down. */
export const senderOf = ({ values }: LedgerRecord): string => textIn(values, 'sender');

export const wasRefused = ({ values }: LedgerRecord): boolean => actionOf(values) === '告知拒绝';
