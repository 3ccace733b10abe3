import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readDataNote, requestStoreAside, setStoreAside, writeDataNote } from '../../../electron/disk/data-note.ts';
import type { DataNote } from '../../../shared/desktop-api.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder('note');

const note: DataNote = {
  format: 1,
  database: 'street-ledger-2',
  office: '东湖街道',
  records: 12,
  version: '0.1.0',
  at: '2026-01-05T09:41:07+08:00',
  series: '',
  folder: 'f',
  left: [{ database: 'street-ledger', office: '东湖街道', records: 10, leftAt: '2026-01-04T09:41:07+08:00' }],
};

describe('the note', () => {
  test('is read as it was written', async () => {
    expect(await readDataNote(folder())).toBeUndefined();
    await writeDataNote(folder(), note);
    expect(await readDataNote(folder())).toEqual(note);
  });

  test.each(['', '{', '{"format":2}', JSON.stringify({ ...note, database: '../x' })])(
    'that cannot be read is as good as none: %j',
    async (text) => {
      writeFileSync(path.join(folder(), 'data-note.json'), text);
      expect(await readDataNote(folder())).toBeUndefined();
    },
  );
});

describe('a store set aside', () => {
  const moment = '2026-01-05T09:41:07+08:00';
  const storage = () => path.join(folder(), 'Default');
  const store = () => path.join(storage(), 'IndexedDB');
  beforeEach(() => {
    mkdirSync(store(), { recursive: true });
    writeFileSync(path.join(store(), 'MANIFEST'), 'records');
  });

  test('is moved whole, once, and only where that was asked for', async () => {
    await setStoreAside(folder(), storage(), moment);
    expect(existsSync(store())).toBe(true);
    await requestStoreAside(folder());
    await setStoreAside(folder(), storage(), moment);
    expect(existsSync(store())).toBe(false);
    const aside = path.join(folder(), 'store-set-aside/20260105094107/IndexedDB/MANIFEST');
    expect(readFileSync(aside, 'utf8')).toBe('records');
    mkdirSync(store());
    await setStoreAside(folder(), storage(), moment);
    expect(readdirSync(storage())).toEqual(['IndexedDB']);
  });
});
