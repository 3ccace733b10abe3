import type { Day } from '../../kit/values.ts';
import { VALID_STATES } from '../review/review-derived.ts';
import type { Move } from './case-moves.ts';
import type { CaseHistory } from './case-phases.ts';

const DATE_NAMES: { readonly [state: string]: string } = {
  RECEIVED: '收件日期',
  SUPPLEMENT: '补正告知日期',
  COMM_OPINION: '征求社区意见日期',
  STREET_REVIEW: '转街道初审日期',
  DISTRICT_REVIEW: '上报日期',
  DECIDING: '提交审定日期',
  APPROVED: '决定日期',
  REJECTED: '不予决定日期',
  DEFERRED: '暂缓日期',
  PUBLISHED: '公布日期',
  AGREED: '协议签订日期',
  ACTIVE: '启动日期',
  SUSPENDED: '暂停日期',
  EVALUATING: '评估日期',
  RENEWING: '申请续期日期',
  EXITED: '退出日期',
  WITHDRAWN: '撤回日期',
  ARCHIVED: '归档日期',
};

/** What the day of a move is called on paper; 备案 goes straight to the published state. */
const dateName = ({ transition, to }: Move): string =>
  transition === 'recordListed' ? '备案日期' : (DATE_NAMES[to] ?? '办理日期');

/** Where it went among the valid ones changes no figure, so nobody needs its day. */
const staysValid = ({ from, to }: Move): boolean => VALID_STATES.has(from) && VALID_STATES.has(to);

/**
 * What is wrong with the dates of a case, in words the clerk can act on: a date that is missing, or one that lies
 * before the one it must follow. Asked only of cases that keep a check line from balancing.
 */
export function dateFaults({ moves }: CaseHistory): readonly string[] {
  const faults: string[] = [];
  let latest: { name: string; on: Day } | undefined;
  for (const move of moves) {
    const name = dateName(move);
    if (move.on === '') {
      if (!staysValid(move)) faults.push(`缺少${name}`);
    } else if (latest !== undefined && move.on < latest.on) {
      faults.push(`${name} ${move.on} 早于${latest.name} ${latest.on}`);
    } else latest = { name, on: move.on };
  }
  return faults.length > 0 ? faults : ['办理过程与日期对不上，请核对办理过程'];
}
