import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJournal } from '../../../../electron/journal/journal.ts';
import { createSnapshots } from '../../../../electron/snapshots/snapshots.ts';
import { Desk, receiptOf } from '../support.ts';

// The shell's own journal and snapshots on a real disk: what an office has when somebody installs another version.
let folder: string;
let desk: Desk;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-version-'));
  desk = new Desk();
  desk.journalApi = createJournal(path.join(folder, 'journal'));
  desk.snapshotsApi = createSnapshots(path.join(folder, 'snapshots'), () => '2026-01-05');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const department = (id: string) => ({ kind: 'create' as const, ledger: 'department', id, values: { name: id } });
const CREATE = { kind: 'create', text: '登记' } as const;

/** Every file of the data folder, word for word. */
const files = (): { readonly [name: string]: string } =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(path.join(parentPath, name)).toString('base64')]),
  );

test('the first start of a new version keeps what the old one left, before it writes anything', async () => {
  receiptOf(await (await desk.open()).write([department('住建局'), department('城管局')], CREATE));
  const { snapshotsApi } = desk;
  const before = files();
  if (!snapshotsApi) throw new Error('no snapshots');
  const { begin } = snapshotsApi;
  let atBegin: unknown;
  desk.snapshotsApi = {
    ...snapshotsApi,
    begin: async (manifest) => {
      const database = desk.make('street-ledger');
      atBegin = { files: files(), program: await database.program(), batches: await database.batches.count() };
      database.close();
      return begin(manifest);
    },
  };
  await desk.open({ version: '0.2.0' });
  expect(atBegin).toEqual({ files: before, program: '0.1.0', batches: 2 });
  const { snapshots } = await snapshotsApi.list();
  expect(snapshots).toMatchObject([{ reason: 'update', counts: { department: 2 } }]);
  // Written whole: the very records can be read back from it.
  const { bytes } = await snapshotsApi.read(snapshots[0]?.id ?? '');
  expect(new TextDecoder().decode(bytes)).toContain('城管局');
});

test('an older version refuses what a newer one left, changes no byte of it, and the newer one opens it again', async () => {
  await desk.open();
  receiptOf(await (await desk.open({ version: '0.2.0' })).write([department('住建局')], CREATE));
  const [left, database] = [files(), desk.make('street-ledger')];
  const meta = await database.meta.toArray();
  await expect(desk.open()).rejects.toMatchObject({
    code: 'data/newer',
    message: expect.stringContaining('程序版本过旧'),
  });
  expect(files()).toEqual(left);
  expect(await database.meta.toArray()).toEqual(meta);
  const rows = await (await desk.open({ version: '0.2.0' })).rows({ ledger: 'department' });
  expect(rows.map(({ values }) => values.name)).toEqual(['住建局']);
});
