import { expect, test } from 'vitest';
import { childChangeLines } from '../../../../renderer/components/record-panel/child-changes.ts';
import { meeting } from '../../../../shared/ledgers/meeting.ts';

test('rows of a list that changed are told by what came, went or differs, not by how many there are', () => {
  const before = [{ id: 'a' }, { id: 'b', matter: '清楼道', dueOn: '2026-02-01' }];
  const after = [
    { id: 'a', supervision: 'db' },
    { id: 'c', matter: '建车棚' },
  ];
  const nameOf = (_ledger: string, id: string) => (id === 'db' ? 'DB-2026-0002' : id);
  expect(childChangeLines(meeting.fields.decisions?.childFields ?? {}, before, after, nameOf)).toEqual([
    { id: 'a', before: '', after: '转督办 DB-2026-0002' },
    { id: 'b', before: '事项 清楼道，完成时限 2026-02-01', after: '（移除）' },
    { id: 'c', before: '', after: '事项 建车棚' },
  ]);
});
