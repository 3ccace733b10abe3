import { describe, expect, test } from 'vitest';
import { reviewWorkflow } from '../../../../shared/access/review/review-workflow.ts';
import { WAITING_PARTIES, waitingGroups } from '../../../../shared/access/review/waiting.ts';
import type { Transition } from '../../../../shared/kit/workflow.ts';
import { type Act, ASK, CHENGUANG, caseOf, RECEIVE, TO_AGREED, TO_DECIDING, walk } from './review-support.ts';

const at = (id: string, acts: readonly Act[]) => ({ ...walk(caseOf(), acts), id });

describe('waitingGroups', () => {
  test('counts by party and state, with the case that stands there longest', () => {
    const groups = waitingGroups(
      [
        at('desk', [RECEIVE]),
        // An opinion recorded since leaves the case where it stands: asked on 4 March.
        at('asked', [RECEIVE, ASK, CHENGUANG]),
        at('asked-later', [RECEIVE, ['askCommunities', '2026-03-10']]),
        at('board', TO_DECIDING),
        at('signed', TO_AGREED),
      ],
      '2026-03-31',
    );
    expect(groups).toEqual([
      {
        party: '经办人',
        state: 'RECEIVED',
        count: 1,
        longest: 29,
        first: 'desk',
        next: ['发函征求社区意见', '直接转街道初审'],
      },
      { party: '社区', state: 'COMM_OPINION', count: 2, longest: 27, first: 'asked', next: ['社区意见收齐'] },
      { party: '区审定机构', state: 'DECIDING', count: 1, longest: 11, first: 'board', next: ['审定'] },
      { party: '申请单位', state: 'AGREED', count: 1, longest: 0, first: 'signed', next: ['启动实施'] },
    ]);
  });

  test('every open state but 草稿 and 实施中 waits for somebody, and the next acts lead out of it', () => {
    const transitions: readonly Transition[] = Object.values(reviewWorkflow.transitions);
    for (const [state, { open }] of Object.entries(reviewWorkflow.states)) {
      const [group] = waitingGroups([{ id: 'x', rev: 'a/1/1', values: { state, inDate: '2026-03-02' } }], '2026-03-03');
      if (!open || state === 'DRAFT' || state === 'ACTIVE') expect(group, state).toBeUndefined();
      else {
        const leading = transitions.filter(({ from, staysPut }) => from.includes(state) && !staysPut);
        expect(
          leading.map(({ title }) => title),
          state,
        ).toEqual(expect.arrayContaining([...(group?.next ?? [''])]));
        expect(WAITING_PARTIES).toContain(group?.party);
      }
    }
  });
});
