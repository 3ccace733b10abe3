import { describe, expect, test } from 'vitest';
import { receiptOf } from '../support.ts';
import { CASE, merged, office, packed, rowOf, write } from './offices.ts';

describe('a merge that the database refused', () => {
  test('is merged whole when the clerk tries again: the own chain has no hole', async () => {
    const east = await office('e', '城东街道');
    const id = await write(east.store, 'application', CASE);
    const { desk } = await office('d', '示范区', '区');
    const file = await packed(east.store);
    const parts = desk.parts();
    const store = await desk.open(parts);
    await store.setOperator('区里');
    await store.exchange.prepareMerge(file);
    const { database } = parts;
    const transaction = database.transaction;
    database.transaction = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await expect(store.exchange.mergePrepared('城东街道')).rejects.toMatchObject({ code: 'store/not-written' });
    database.transaction = transaction;
    receiptOf(await store.exchange.mergePrepared('城东街道'));
    expect((await store.verify()).broken).toBeUndefined();
    const again = await desk.open();
    expect((await again.verify()).broken).toBeUndefined();
    expect((await rowOf(again, id)).values.name).toBe('三保障排查');
    await again.setOperator('区里');
    await merged(east.store, await packed(again));
  });
});
