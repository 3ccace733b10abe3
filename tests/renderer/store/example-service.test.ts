import { expect, test } from 'vitest';
import { exampleService } from '../../../renderer/store/example-service.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { Desk } from './support.ts';

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
    today: () => store.context().today,
    write: store.write,
  });
  expect(await service.exampleMadeOn()).toBeUndefined();
  await service.makeExample();
  expect(await service.exampleMadeOn()).toBe('2026-01-05');
  expect((await store.verify()).broken).toBeUndefined();
  const { office, counts } = await store.status();
  expect(office).toBe('示例区滨河街道办事处');
  for (const id of ['application', 'petition', 'dispute', 'worker', 'operator'])
    expect(counts[id], id).toBeGreaterThan(0);
  const { counts: due } = await store.workbench.radar({}, 0);
  expect(Math.min(due.late, due.soon + due.week, due.later)).toBeGreaterThan(0);
  expect((await (await desk.open()).status()).counts).toEqual(counts);
}, 60_000);
