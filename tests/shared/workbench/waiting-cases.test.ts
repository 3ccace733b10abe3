import { expect, test } from 'vitest';
import { application } from '../../../shared/ledgers/application.ts';
import { waitingIn } from '../../../shared/workbench/waiting-cases.ts';
import {
  type Act,
  ASK,
  CHENGUANG,
  caseOf,
  RECEIVE,
  TO_AGREED,
  TO_DECIDING,
  walk,
} from '../access/review/review-support.ts';

const at = (id: string, acts: readonly Act[]) => ({ ...walk(caseOf(), acts), id });

test('准入 is counted by party and state in the order of the path, with the case that stands there longest', () => {
  const groups = waitingIn(
    application,
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
  expect(groups).toEqual(
    [
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
    ].map((group) => ({ ledger: 'application', ...group })),
  );
});
