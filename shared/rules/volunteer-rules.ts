import { type Complaint, warning } from '../kit/complaint.ts';
import type { VolunteerRecordValues } from '../ledgers/volunteer-record.ts';

/** A day has no more hours than this to serve; more is two days in one row. */
const LONGEST = 12;

/** Served in halves of an hour; not public without consent (志愿服务条例 第二十条). */
export function volunteerComplaints({ hours, synced }: VolunteerRecordValues): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (hours !== undefined && !Number.isInteger(hours * 2)) {
    complaints.push(warning('volunteer/step', `服务时长一般以半小时计，现为 ${hours} 小时，请核对`, 'hours'));
  }
  if (hours !== undefined && hours > LONGEST) {
    complaints.push(warning('volunteer/long', `一次服务 ${hours} 小时，超过 ${LONGEST} 小时，请核对`, 'hours'));
  }
  if (synced === false) {
    complaints.push(warning('volunteer/system', '还没有录入全国志愿服务系统，证明以系统记录为准', 'synced'));
  }
  return complaints;
}
