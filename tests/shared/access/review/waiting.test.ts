import { expect, test } from 'vitest';
import { reviewWorkflow } from '../../../../shared/access/review/review-workflow.ts';
import { reviewTurn } from '../../../../shared/access/review/waiting.ts';
import type { Transition } from '../../../../shared/kit/workflow.ts';

test('every open state but 草稿 and 实施中 waits for somebody, and the next acts lead out of it', () => {
  const transitions: readonly Transition[] = Object.values(reviewWorkflow.transitions);
  for (const [state, { open }] of Object.entries(reviewWorkflow.states)) {
    const turn = reviewTurn(state);
    if (!open || state === 'DRAFT' || state === 'ACTIVE') expect(turn, state).toBeUndefined();
    else {
      const leading = transitions.filter(({ from, staysPut }) => from.includes(state) && !staysPut);
      expect(
        leading.map(({ title }) => title),
        state,
      ).toEqual(expect.arrayContaining([...(turn?.next ?? [''])]));
    }
  }
});
