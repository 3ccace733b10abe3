import { expect, test } from 'vitest';
import { fileHash } from '../../../../renderer/desktop/file-hash.ts';
import { sha256 } from '../../../../renderer/desktop/sha256.ts';
import { exampleService } from '../../../../renderer/store/services/example-service.ts';
import { isMissing, roundsOf } from '../../../../shared/collection/rounds.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { Desk } from '../support.ts';

/** All but the longest: its thousands of rows add time, nothing else. */
const LEDGERS = ledgers.filter(({ id }) => id !== 'demand');

test('the example is written through the same batches as a clerk’s: its log verifies, and a restart finds it whole', async () => {
  const desk = new Desk();
  desk.ledgers = LEDGERS;
  const parts = desk.parts();
  const store = await desk.open(parts);
  const service = exampleService({
    database: () => parts.database,
    ledgers: LEDGERS,
    context: store.context,
    office: store.office,
    write: store.write,
    hashOf: fileHash,
    attachmentOf: sha256,
  });
  expect(await service.exampleMadeOn()).toBeUndefined();
  await service.makeExample();
  expect(await service.exampleMadeOn()).toBe('2026-01-05');
  expect((await store.verify()).broken).toBeUndefined();
  const { office, counts } = await store.status();
  expect(office).toBe('示例区滨河街道办事处');
  for (const { id } of LEDGERS) expect(counts[id], id).toBeGreaterThan(0);
  const { counts: due } = await store.workbench.radar({}, 0);
  expect(Math.min(due.late, due.soon + due.week, due.later)).toBeGreaterThan(0);
  expect((await (await desk.open()).status()).counts).toEqual(counts);
  // What an office does with its records, by the same acts.
  const held = (id: string) =>
    store
      .context()
      .records(id)
      .map(({ values }) => values);
  const outcomes = held('submission').map(({ title, outcome }) => `${outcome} ${title}`);
  expect(outcomes.toSorted()).toEqual([
    '再次报送 矛盾纠纷排查化解统计表（2025年12月）',
    '已上报 12345 办理情况统计表（2025年11月）',
    '已上报 12345 办理情况统计表（2025年12月）',
    '已退回 矛盾纠纷排查化解统计表（2025年12月）',
  ]);
  const rounds = roundsOf(store.context().records('collection'), '2026-01-05');
  expect(rounds.map(({ title, lines }) => [title, lines.length, lines.filter(isMissing).length])).toEqual([
    ['矛盾纠纷（2026年1月）', 12, 5],
    ['矛盾纠纷（2025年12月）', 12, 0],
  ]);
  expect(held('handover')).toMatchObject([{ handoverNo: 'YJ-2026-0001', from: '示例甲', to: '示例乙' }]);
  expect(held('closedYear')).toMatchObject([{ year: '2024', closedOn: '2025-01-10' }]);
}, 60_000);
