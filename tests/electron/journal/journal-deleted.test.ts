import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { scanFrames } from '../../../shared/history/journal-frame.ts';
import { batch, concat, readAll, tailOf } from './batches.ts';
import { journals } from './journals.ts';

const { folder, current, openJournal } = journals();

describe('a journal deleted or moved while it is open', () => {
  /** What a cleaning program, or somebody in the file manager, does. */
  const HOW: { readonly [how: string]: () => void } = {
    'the open segment': () => rmSync(current()),
    'every *.log': () => {
      for (const name of readdirSync(folder())) if (name.endsWith('.log')) rmSync(path.join(folder(), name));
    },
    'the whole folder': () => rmSync(folder(), { recursive: true }),
    'the folder, moved': () => renameSync(folder(), `${folder()}-moved`),
  };
  afterEach(() => rmSync(`${folder()}-moved`, { recursive: true, force: true }));

  test.each(Object.entries(HOW))(
    '%s: the append is refused, and what is gone can be written again',
    async (_, remove) => {
      const journal = openJournal(folder(), 500);
      const batches = [1, 2, 3, 4].map((sequence) => batch('a', sequence));
      for (const each of batches) await journal.append(each, true);
      const { folder: id } = await journal.tail();
      remove();
      const next = batch('a', 5);
      await expect(journal.append(next, true)).rejects.toMatchObject({ code: 'journal/moved' });
      // The store asks what is left, and writes what is not.
      const { entries, folder: again } = await journal.tail();
      expect(again).toBe(id);
      for (const each of [...batches, next].slice(entries[0]?.sequence ?? 0)) await journal.append(each, true);
      expect(await readAll(openJournal(folder(), 500))).toEqual(concat([...batches, next]));
    },
  );
});

describe('a closed segment', () => {
  test.each(['deleted', 'cut short'])(
    'one %s later ends the journal there, for the store to write again, and nothing after it is lost',
    async (how) => {
      const journal = openJournal(folder(), 1000);
      const batches = Array.from({ length: 12 }, (_, at) => batch('a', at + 1));
      for (const each of batches) await journal.append(each, true);
      await journal.close();
      const { segments } = JSON.parse(readFileSync(path.join(folder(), 'index.json'), 'utf8'));
      const file = path.join(folder(), segments[1].name);
      if (how === 'deleted') rmSync(file);
      else writeFileSync(file, readFileSync(file).subarray(0, 100));
      const reopened = openJournal(folder(), 1000);
      const held = segments[0].tails[0].sequence;
      expect(await tailOf(reopened)).toEqual([`a/${held}/1`]);
      const found = scanFrames(await readAll(reopened)).frames.map(({ sha256 }) => sha256);
      const kept = [...batches.slice(0, held), ...batches.slice(segments[1].tails[0].sequence)];
      expect(found).toEqual(expect.arrayContaining(scanFrames(concat(kept)).frames.map(({ sha256 }) => sha256)));
      for (const each of batches.slice(held)) await reopened.append(each, true);
      expect((await readAll(openJournal(folder(), 1000))).subarray(0, concat(batches).length)).toEqual(concat(batches));
    },
  );
});
