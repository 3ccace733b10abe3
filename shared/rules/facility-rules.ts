import type { ClockDefinition } from '../deadlines/clock.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { daysBetween } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import { type FieldMap, integer, specsOf } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { Values } from '../kit/values.ts';
import type { FacilityValues } from '../ledgers/facility.ts';
import { dateClock } from './date-clock.ts';

/** Working as it should, as the last round found it or as it was mended since. */
export const isIntact = (values: Values): boolean =>
  textIn(values, 'condition') === '完好' ||
  (textIn(values, 'fixedOn') !== '' && textIn(values, 'fixedOn') >= textIn(values, 'checkedOn'));

/** Standing but not to be counted: taken out of use on purpose. */
export const isRetired = (values: Values): boolean => ['停用', '待报废'].includes(textIn(values, 'condition'));

export const facilityClocks: readonly ClockDefinition[] = [
  dateClock({
    id: 'JF1',
    title: '故障修复',
    unit: 'calendarDays',
    limit: { key: '技防修复', otherwise: 7 },
    from: 'reportedOn',
    until: ['fixedOn'],
    basis: '未见文件规定，程序推定；维保合同写明的以合同为准',
    inferred: true,
  }),
];

const fields: FieldMap = { outDays: integer('故障天数').automatic().width(8) };

export const facilityDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }, { today }) => {
    const reported = textIn(values, 'reportedOn');
    if (reported === '') return {};
    return { outDays: Math.max(0, daysBetween(reported, textIn(values, 'fixedOn') || today)) };
  },
};

/** What does not work says how and since when; more hours than there are cannot be. */
export function facilityComplaints(values: FacilityValues): readonly Complaint[] {
  const { condition, fault, reportedOn, hoursUp, hoursDue } = values;
  const complaints: Complaint[] = [];
  const broken = condition !== undefined && !isIntact(values) && !isRetired(values);
  if (broken && fault === undefined)
    complaints.push(warning('facility/fault', `状态为${condition}的请写明故障现象`, 'fault'));
  if (broken && reportedOn === undefined) {
    complaints.push(warning('facility/reported', `状态为${condition}的请登记报修日期`, 'reportedOn'));
  }
  if (hoursUp !== undefined && hoursDue !== undefined && hoursUp > hoursDue) {
    complaints.push(
      error('facility/hours', `实际运行 ${hoursUp} 小时，多于应运行 ${hoursDue} 小时。请核对。`, 'hoursUp'),
    );
  }
  return complaints;
}
