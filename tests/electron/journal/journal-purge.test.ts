import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyJournal } from '../../../build/verify.ts';
import { createJournal, type Journal } from '../../../electron/journal/journal.ts';
import { purgeFiles } from '../../../electron/journal/journal-purge.ts';
import { encodeBatch } from '../../../shared/history/encode.ts';
import { frame } from '../../../shared/history/journal-frame.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder('purge');

/** Segments of about one batch each. */
const open = (): Journal => createJournal(folder(), 500);
const PURGE = { records: [{ ledger: 'demand', id: 'r1' }], lamport: 4 };

let last = '';
const append = async (journal: Journal, sequence: number, id: string, words: string): Promise<void> => {
  const reason = { kind: 'edit', text: '修改' } as const;
  const at = '2026-01-05T09:41:07+08:00';
  const header = {
    chain: 'c',
    sequence,
    lamport: sequence,
    previous: last,
    operator: '王晓',
    at,
    reason,
    versions: {},
  };
  const change = { kind: 'create', ledger: 'demand', id, rev: '', values: { title: words } } as const;
  const entries = encodeBatch({ frame: header, changes: [change], salts: () => '0'.repeat(32) });
  for (const [place, { bytes }] of entries.entries()) await journal.append(frame(bytes), place === entries.length - 1);
  last = entries.at(-1)?.hash ?? '';
};

/** The person in a closed segment and in the open one, somebody else between; the last batch holds what is kept. */
const written = async (): Promise<Journal> => {
  last = '';
  const journal = open();
  await append(journal, 1, 'r1', '张三丰一');
  await append(journal, 2, 'r2', '李四光');
  await append(journal, 3, 'r1', '张三丰二');
  await append(journal, 4, 'r1', '（已清除）');
  return journal;
};

const text = (): string =>
  readdirSync(folder())
    .filter((name) => name !== 'index.json')
    .map((name) => readFileSync(path.join(folder(), name), 'utf8'))
    .join();

const segmentsHolding = (words: string): readonly string[] =>
  readdirSync(folder()).filter(
    (name) => name.endsWith('.log') && readFileSync(path.join(folder(), name), 'utf8').includes(words),
  );

describe('purging the journal', () => {
  test('takes the payloads out of every file; names, chain and tail still fit', async () => {
    const journal = await written();
    const tail = await journal.tail();
    expect(await journal.purge(PURGE)).toEqual({ entries: 2, unread: [] });
    expect(text()).not.toContain('张三丰');
    for (const words of ['李四光', '（已清除）']) expect(text()).toContain(words);
    expect(await journal.tail()).toEqual(tail);
    await append(journal, 5, 'r3', '后来');
    await journal.close();
    expect(verifyJournal(folder())).toMatchObject({ faults: [], entries: 10, chains: 1 });
    expect(await open().purge(PURGE)).toEqual({ entries: 0, unread: [] });
  });

  test('steps over a segment that went while it was open, and names it', async () => {
    const journal = await written();
    await journal.tail();
    const [gone = ''] = segmentsHolding('李四光');
    rmSync(path.join(folder(), gone));
    expect(await journal.purge(PURGE)).toEqual({ entries: 2, unread: [gone] });
    expect(text()).not.toContain('张三丰');
  });

  test('steps over what is damaged, reaches what was set aside, and names the files it could not read whole', async () => {
    const journal = await written();
    await journal.close();
    const [name = ''] = segmentsHolding('张三丰一');
    const bytes = readFileSync(path.join(folder(), name));
    writeFileSync(path.join(folder(), name), Buffer.concat([Buffer.from('spoilt\n'), bytes]));
    writeFileSync(path.join(folder(), 'torn-0123456789ab.bin'), Buffer.concat([bytes, bytes.subarray(0, 100)]));
    const again = open();
    const { entries, unread } = await again.purge(PURGE);
    expect(entries).toBe(3);
    expect(unread).toEqual([name, 'torn-0123456789ab.bin']);
    expect(text()).not.toContain('张三丰');
    await again.close();
  });

  test('does not call it done where the open segment cannot be read', async () => {
    const journal = await written();
    await journal.close();
    rmSync(path.join(folder(), 'current.log'), { force: true });
    mkdirSync(path.join(folder(), 'current.log'));
    await expect(purgeFiles(folder(), [], [], PURGE, async () => undefined)).rejects.toMatchObject({ code: 'EISDIR' });
  });

  test('broken off after the index knew both, it is finished when the folder is next opened', async () => {
    const journal = await written();
    await journal.close();
    const index = path.join(folder(), 'index.json');
    const [before, files] = [readFileSync(index, 'utf8'), new Map<string, Buffer>()];
    for (const name of readdirSync(folder())) files.set(name, readFileSync(path.join(folder(), name)));
    const whole = open();
    await whole.purge(PURGE);
    await whole.close();
    const after = JSON.parse(readFileSync(index, 'utf8'));
    // As it lay just before the rename: the new segments under their temporary names, the old ones still there.
    const old = JSON.parse(before).segments;
    const both = after.segments.map((segment: { readonly name: string }, place: number) =>
      segment.name === old[place].name ? segment : { ...segment, replaces: old[place].name },
    );
    for (const { name, replaces } of both) {
      if (replaces === undefined) continue;
      writeFileSync(path.join(folder(), `${name}.new`), readFileSync(path.join(folder(), name)));
      rmSync(path.join(folder(), name));
      writeFileSync(path.join(folder(), replaces), files.get(replaces) ?? '');
    }
    writeFileSync(index, JSON.stringify({ format: 1, segments: both }));
    const again = open();
    await again.tail();
    await again.close();
    expect(text()).not.toContain('张三丰');
    expect(readdirSync(folder()).some((name) => name.endsWith('.new'))).toBe(false);
    expect(verifyJournal(folder())).toMatchObject({ faults: [], entries: 8 });
  });
});
