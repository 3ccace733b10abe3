import { expect, test } from 'vitest';
import { dueGroups } from '../../../../renderer/pages/home/due-groups.ts';
import type { DueItem } from '../../../../renderer/store/store-api.ts';

const item = (id: string, level: DueItem['reading']['level'], dueOn: string, waitingFor: string): DueItem => ({
  ledger: 'application',
  id,
  title: id,
  state: '已收件',
  waitingFor,
  reading: {
    clock: 'D2',
    title: '形式审查',
    unit: 'workingDays',
    limit: 3,
    startedOn: '2026-11-23',
    dueOn,
    round: 1,
    used: 0,
    left: 3,
    level,
    rung: level === 'red' ? '超期' : '正常',
    basis: '未见文件规定',
    inferred: true,
    uncertain: false,
  },
});

test('late and nearly late come first by day; the rest only where it is the clerk’s turn', () => {
  const groups = dueGroups([
    item('平安', 'green', '2026-12-10', '经办人'),
    item('临期', 'amber', '2026-11-26', '涉及社区'),
    item('他人', 'green', '2026-12-01', '区级审定机构'),
    item('超期', 'red', '2026-11-20', '经办人'),
  ]);
  expect(groups.pressing.map(({ id }) => id)).toEqual(['超期', '临期']);
  expect(groups.mine.map(({ id }) => id)).toEqual(['平安']);
});
