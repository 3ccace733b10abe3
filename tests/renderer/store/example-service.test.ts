import { expect, test } from 'vitest';
import { exampleService } from '../../../renderer/store/example-service.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { Desk } from './support.ts';

/** All but the longest, whose thousands of rows add time and nothing else, and forms, which are not invented. */
const LEDGERS = ledgers.filter(({ id }) => id !== 'demand' && id !== 'form');

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
  for (const { id } of LEDGERS) expect(counts[id], id).toBeGreaterThan(0);
  expect(new Set((await store.due()).map(({ reading }) => reading.level))).toEqual(new Set(['red', 'amber', 'green']));
  expect((await (await desk.open()).status()).counts).toEqual(counts);
}, 60_000);
