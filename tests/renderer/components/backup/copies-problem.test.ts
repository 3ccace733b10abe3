import { expect, test } from 'vitest';
import { copiesProblem } from '../../../../renderer/components/backup/copies-problem.ts';

test('the gravest comes first: damage, then a copy that is owed, then the automatic backup', () => {
  const snapshotProblem = '自动备份没有写完。';
  const journalProblem = '副本未写（磁盘已满）。';
  expect(copiesProblem({ damaged: 0 })).toBeUndefined();
  expect(copiesProblem({ damaged: 0, snapshotProblem })).toEqual({ short: '自动备份没有完成', whole: snapshotProblem });
  expect(copiesProblem({ damaged: 0, snapshotProblem, journalProblem })).toEqual({
    short: '请检查磁盘',
    whole: journalProblem,
  });
  expect(copiesProblem({ damaged: 2, snapshotProblem, journalProblem })?.short).toBe('2 次改动已损坏');
});
