import type { ClockDefinition } from '../deadlines/clock.ts';
import { periodOf } from '../indicators/period.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { date, type FieldMap, integer, specsOf } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { rowsIn, textIn } from '../kit/steps.ts';
import { childPath } from '../kit/validate.ts';
import type { LedgerRecord } from '../kit/values.ts';
import type { DoubleRegistrationValues } from '../ledgers/double-registration.ts';

const lastOf = (record: LedgerRecord, list: string): string =>
  rowsIn(record.values, list)
    .map((row) => textIn(row, 'on'))
    .toSorted()
    .at(-1) ?? '';

/**
 * The quarter's services are told to the member's unit by its end (中江县：每季度末反馈). The clock of the last quarter with
 * a service runs until it was fed back.
 */
export const registrationClocks: readonly ClockDefinition[] = [
  {
    id: 'BD1',
    title: '季末反馈单位',
    unit: 'calendarDays',
    limit: { group: '时限', key: '季末反馈', otherwise: 90 },
    bindsOn: (record) => lastOf(record, 'services') || undefined,
    runs: (record) => {
      const served = lastOf(record, 'services');
      if (served === '') return [];
      const fedBack = textIn(record.values, 'feedbackOn');
      const due = { on: periodOf('quarter', served).last, why: '服务所在季度末' };
      return [{ startedOn: served, ...(fedBack >= served ? { stoppedOn: fedBack } : {}), due, pauses: [], round: 1 }];
    },
    ladder: { left: 15 },
    basis: '中江县“一单一表一卡”：每季度末向党员所在单位反馈',
    inferred: true,
  },
];

const fields: FieldMap = {
  serviceCount: integer('服务次数').automatic().width(8),
  lastService: date('最近服务').automatic(),
};

export const registrationDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: (record) => {
    const last = lastOf(record, 'services');
    return { serviceCount: rowsIn(record.values, 'services').length, ...(last === '' ? {} : { lastService: last }) };
  },
};

/** A member at work says where he lives; no service lies before the registration. */
export function registrationComplaints(values: DoubleRegistrationValues): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const { kind, home, reportedOn } = values;
  if (kind === '在职党员' && home === undefined) {
    complaints.push(warning('registration/home', '在职党员一般到居住地社区报到，请补记居住小区', 'home'));
  }
  for (const [place, row] of rowsIn(values, 'services').entries()) {
    const on = textIn(row, 'on');
    if (reportedOn === undefined || on === '' || on >= reportedOn) continue;
    const message = `服务日期 ${on} 早于首次报到日期 ${reportedOn}。请核对。`;
    complaints.push(error('registration/service-before', message, childPath('services', place, 'on')));
  }
  return complaints;
}
