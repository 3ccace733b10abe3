import { type Complaint, error, warning } from '../kit/complaint.ts';
import type { ReliefValues } from '../ledgers/relief.ts';

/** Said beside the field and listed by imports: what cannot be, and what should make somebody look twice. */
export function reliefComplaints(values: ReliefValues): readonly Complaint[] {
  const { acceptedOn, confirmedOn, refusedOn, kin, special, remark } = values;
  const complaints: Complaint[] = [];
  for (const [field, label, on] of [
    ['confirmedOn', '确认日期', confirmedOn],
    ['refusedOn', '不予确认日期', refusedOn],
  ] as const) {
    if (acceptedOn === undefined || on === undefined || on >= acceptedOn) continue;
    complaints.push(error('relief/decided-before', `${label} ${on} 早于受理日期 ${acceptedOn}。请核对。`, field));
  }
  if (kin === true) {
    complaints.push(warning('relief/kin', '近亲属备案的申请须由县级入户核查，请确认已办', 'kin'));
  }
  if (special === true && (remark ?? '') === '') {
    complaints.push(warning('relief/special', '按特殊情形办理的，请在备注写明原因', 'remark'));
  }
  return complaints;
}
