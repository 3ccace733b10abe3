import type { ClockDefinition } from '../deadlines/clock.ts';
import { LIMITS_GROUP } from '../deadlines/limit.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { isDay } from '../kit/day.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import { choice, date, type FieldMap, integer, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { inPeriod, nextPeriod, type Period, periodOf } from '../kit/period.ts';
import { childPath } from '../kit/validate.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import type { DoubleRegistrationValues } from '../ledgers/double-registration.ts';

/** The last service of every quarter that has one, oldest first. */
function servedQuarters({ values }: LedgerRecord): readonly { readonly served: Day; readonly last: Day }[] {
  const served = rowsIn(values, 'services')
    .map((row) => textIn(row, 'on'))
    .filter((on) => on !== '')
    .toSorted();
  const quarters = new Map(served.map((on) => [periodOf('quarter', on).last, on] as const));
  return [...quarters].map(([last, on]) => ({ served: on, last }));
}

/**
 * What was served in a quarter is told to the member's unit by the quarter's end (中江县：每季度末反馈): one run a quarter, each
 * stopped by a feedback on or after its last service.
 */
export const registrationClocks: readonly ClockDefinition[] = [
  {
    id: 'BD1',
    title: '季末反馈单位',
    unit: 'calendarDays',
    limit: { group: LIMITS_GROUP, key: 'BD1', otherwise: 0 },
    bindsOn: (record) => servedQuarters(record)[0]?.served,
    runs: (record) => {
      const fedBack = textIn(record.values, 'feedbackOn');
      return servedQuarters(record).map(({ served, last }, place) => ({
        startedOn: served,
        ...(fedBack >= served ? { stoppedOn: fedBack } : {}),
        due: { on: last, why: '服务所在季度末' },
        pauses: [],
        round: place + 1,
      }));
    },
    ladder: { left: 15 },
    basis: '中江县“一单一表一卡”：每季度末向党员所在单位反馈',
    inferred: true,
  },
];

/**
 * Whole half-years after the first registration without a report, oldest first: members at work report once every half-year
 * (佛山市). The half-year under way still has its time.
 */
function missedHalfYears(values: Values, today: Day): readonly Period[] {
  const reportedOn = textIn(values, 'reportedOn');
  if (!isDay(reportedOn) || textIn(values, 'kind') === '单位党组织') return [];
  const reports = reportDays(values);
  const missed: Period[] = [];
  for (let half = nextPeriod(periodOf('halfYear', reportedOn)); half.last < today; half = nextPeriod(half)) {
    if (!reports.some((on) => inPeriod(half, on))) missed.push(half);
  }
  return missed;
}

const reportDays = (values: Values): readonly Day[] =>
  [textIn(values, 'reportedOn'), ...rowsIn(values, 'halfYears').map((row) => textIn(row, 'on'))].filter(isDay);

/** How a member stands with the half-yearly report; nothing is asked of a unit's party organisation. */
function halfYearState(values: Values, missed: readonly Period[], today: Day): string {
  if (textIn(values, 'kind') === '单位党组织') return '';
  if (missed.length > 0) return '有漏报';
  return reportDays(values).some((on) => inPeriod(periodOf('halfYear', today), on)) ? '已报到' : '本期待报到';
}

const fields: FieldMap = {
  halfYear: choice('半年报到情况', ['已报到', '本期待报到', '有漏报'])
    .automatic()
    .width(12)
    .help('在职党员每半年报到一次（佛山市做法）；首次报到算当期'),
  missedHalves: text('漏报的半年').automatic().width(26),
  serviceCount: integer('服务次数').automatic().width(8),
  lastService: date('最近服务').automatic(),
};

export const registrationDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: (record, { today }) => {
    const { values } = record;
    const last = servedQuarters(record).at(-1)?.served ?? '';
    const missed = missedHalfYears(values, today);
    const halfYear = halfYearState(values, missed, today);
    return {
      ...(halfYear === '' ? {} : { halfYear }),
      ...(missed.length === 0 ? {} : { missedHalves: missed.map(({ label }) => label).join('、') }),
      serviceCount: rowsIn(values, 'services').length,
      ...(last === '' ? {} : { lastService: last }),
    };
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
