import { LIMITS_GROUP, type Limit, limitInForce } from '../deadlines/limit.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { daysBetween } from '../kit/day.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { MeetingValues } from '../ledgers/meeting.ts';

/** 社区联合党委会议提前 3 天通知（锦绣街道）; an office may set its own. */
export const NOTICE: Limit = { group: LIMITS_GROUP, key: '会议提前通知', otherwise: 3 };

/** Notified in time, and not more people there than were asked to come. */
export function meetingComplaints(values: MeetingValues, context: LedgerContext): readonly Complaint[] {
  const { notifiedOn, heldOn, present, expected } = values;
  const complaints: Complaint[] = [];
  if (present !== undefined && expected !== undefined && present > expected) {
    complaints.push(error('meeting/present', `实到 ${present} 人，多于应到 ${expected} 人。请核对。`, 'present'));
  }
  if (notifiedOn === undefined || heldOn === undefined || heldOn < notifiedOn) return complaints;
  const days = limitInForce(NOTICE, heldOn, context);
  if (daysBetween(notifiedOn, heldOn) < days) {
    complaints.push(
      warning(
        'meeting/notice',
        `会议一般提前 ${days} 天通知，现只提前 ${daysBetween(notifiedOn, heldOn)} 天`,
        'notifiedOn',
      ),
    );
  }
  return complaints;
}
