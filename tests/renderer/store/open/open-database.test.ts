import { describe, expect, test } from 'vitest';
import {
  databaseInUse,
  databaseNames,
  nextDatabaseName,
  openPatiently,
} from '../../../../renderer/store/open/open-database.ts';
import type { DataNote } from '../../../../shared/desktop-api.ts';
import { Desk } from '../support.ts';

const note = (database: string, ...left: readonly string[]): DataNote => ({
  format: 1,
  database,
  office: '',
  records: 0,
  version: '',
  at: '',
  series: '',
  folder: '',
  left: left.map((name) => ({ database: name, office: '', records: 0, leftAt: '' })),
});

test('only the office s own databases count, newest first', async () => {
  const names = async () => ['street-ledger-2', 'street-ledger-example', 'street-ledger', 'street-ledger-10', 'other'];
  expect(await databaseNames(names)).toEqual(['street-ledger-10', 'street-ledger-2', 'street-ledger']);
  expect(await databaseNames(() => Promise.reject(new Error('UnknownError')))).toEqual([]);
});

test.each([
  [[], undefined, 'street-ledger-2'],
  [['street-ledger'], undefined, 'street-ledger-2'],
  [['street-ledger-2', 'street-ledger'], undefined, 'street-ledger-3'],
  // Gone with the store, but an old copy of it may come back.
  [[], note('street-ledger-4', 'street-ledger-7'), 'street-ledger-8'],
])('after %j and %j comes %s', (names, noted, next) => {
  expect(nextDatabaseName(names, noted)).toBe(next);
});

describe('the database in use', () => {
  test('is the one the note names; without a note the newest that was finished', async () => {
    const desk = new Desk();
    for (const [name, standing] of [
      ['street-ledger-3', 'building'],
      ['street-ledger-2', 'ready'],
      ['street-ledger', undefined],
    ] as const) {
      const database = desk.make(name);
      await database.open();
      if (standing) await database.meta.put({ key: 'standing', value: standing });
    }
    const names = await databaseNames(desk.names);
    expect(await databaseInUse(desk.make, note('street-ledger'), names)).toBe('street-ledger');
    expect(await databaseInUse(desk.make, undefined, names)).toBe('street-ledger-2');
    expect(await databaseInUse(desk.make, undefined, [])).toBe('street-ledger');
  });
});

describe('opening', () => {
  /** A browser that refuses so often. */
  const refusing = (desk: Desk, times: number, name: string) => {
    let left = times;
    return (database: string) => {
      const made = desk.make(database);
      if (left > 0) {
        left -= 1;
        made.open = () => Promise.reject(Object.assign(new Error('Internal error'), { name })) as never;
      }
      return made;
    };
  };

  test.each(['UnknownError', 'QuotaExceededError'])('%s is tried again', async (name) => {
    const database = await openPatiently(refusing(new Desk(), 2, name), 'street-ledger', [1, 1]);
    expect(database.isOpen()).toBe(true);
  });

  test('one that stays is said with its name, and nothing advises to clear anything', async () => {
    const opening = openPatiently(refusing(new Desk(), 3, 'UnknownError'), 'street-ledger', [1, 1]);
    await expect(opening).rejects.toMatchObject({
      code: 'store/cannot-open',
      message: expect.stringMatching(/UnknownError.*没有改动任何数据/),
    });
  });

  test('a database of a later program is not touched', async () => {
    const desk = new Desk();
    const request = desk.factory.open('street-ledger', 20);
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    request.result.close();
    await expect(openPatiently(desk.make, 'street-ledger', [])).rejects.toMatchObject({ code: 'data/newer' });
  });
});
