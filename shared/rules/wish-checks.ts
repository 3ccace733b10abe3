import { type Complaint, error, warning } from '../kit/complaint.ts';
import type { WishValues } from '../ledgers/wish.ts';

/** Said beside the field and listed by imports. */
export function wishComplaints({
  publicity,
  publicName,
  name,
  circle,
  claimedOn,
  doneOn,
}: WishValues): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (publicity === '化名' && publicName !== undefined && publicName === name) {
    complaints.push(error('wish/same-name', '化名与心愿人姓名相同，公开时会露出真实姓名。请另取化名。', 'publicName'));
  }
  if (publicity === '实名' && circle === '儿童') {
    complaints.push(warning('wish/child', '儿童的心愿一般以化名公开，请确认监护人同意实名', 'publicity'));
  }
  if (doneOn !== undefined && claimedOn !== undefined && doneOn < claimedOn) {
    complaints.push(error('wish/done-before', `实现日期 ${doneOn} 早于认领日期 ${claimedOn}。请核对。`, 'doneOn'));
  }
  return complaints;
}
