import { expect, test } from 'vitest';
import { summedComplaints } from '../../../../renderer/store/write/summed-complaints.ts';
import { warning } from '../../../../shared/kit/complaint.ts';

test('each sentence once with how often it was said, what stands in the records themselves left out', () => {
  const rows = Array.from({ length: 100_000 }, () => [
    warning('demand/return-reason', '退单须写明理由', 'returnReason'),
    warning('field/wanted', '来源待补', 'source'),
  ]).flat();
  expect(summedComplaints([warning('a', '只有一次'), ...rows]).map(({ message }) => message)).toEqual([
    '只有一次',
    '退单须写明理由（100000 条）',
  ]);
});

test('no more different sentences than a clerk reads', () => {
  const many = Array.from({ length: 500 }, (_, row) => warning('demand/repeat', `与 ${row} 相近`));
  expect(summedComplaints(many)).toHaveLength(20);
});
