import { isBlank } from '../kit/blank.ts';
import type { Values } from '../kit/values.ts';
import type { Workflow } from '../kit/workflow.ts';
import { isRouted } from './petition-clocks.ts';

/** Where a petition stands, in the words of 信访工作条例. */
export const petitionStates: Workflow['states'] = {
  REGISTERED: { title: '已登记', open: true, waitingFor: '经办人' },
  OBJECTED: { title: '已提异议', open: true, waitingFor: '转送单位' },
  HANDED_BACK: { title: '已退回', open: false },
  TRANSFERRED: { title: '已转送', open: false },
  DECLINED: { title: '不予受理', open: false },
  HANDLING: { title: '办理中', open: true, waitingFor: '责任单位' },
  ROUTED: { title: '按法定途径办理', open: true, waitingFor: '责任单位' },
  ANSWERED: { title: '已答复', open: true, waitingFor: '信访人' },
  REVIEWING: { title: '复查中', open: true, waitingFor: '复查机关' },
  REVIEWED: { title: '复查已答复', open: true, waitingFor: '信访人' },
  REREVIEWING: { title: '复核中', open: true, waitingFor: '复核机关' },
  CONCLUDED: { title: '复核终结', open: false },
  CLOSED: { title: '已办结', open: false },
};

/** Where the fields of a petition without steps say it stands: rows come over from 信访信息系统 in every state. */
export function petitionStandsAt(values: Values): string {
  const has = (field: string) => !isBlank(values[field]);
  if (has('rereviewOn')) return 'CONCLUDED';
  if (has('closedOn')) return 'CLOSED';
  if (has('rereviewAskedOn')) return 'REREVIEWING';
  if (has('reviewOn')) return 'REVIEWED';
  if (has('reviewAskedOn')) return 'REVIEWING';
  if (has('opinionOn')) return 'ANSWERED';
  if (has('acceptedOn')) return isRouted(values) ? 'ROUTED' : 'HANDLING';
  if (has('transferredOn')) return 'TRANSFERRED';
  return has('objectedOn') ? 'OBJECTED' : 'REGISTERED';
}
