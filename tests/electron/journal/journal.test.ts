import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Journal } from '../../../electron/journal/journal.ts';
import type { JournalStretch } from '../../../shared/desktop-api.ts';
import { frame, scanFrames } from '../../../shared/history/journal-frame.ts';
import { batch, concat, entry, readAll, tailOf } from './batches.ts';
import { journals } from './journals.ts';

const { folder, current, openJournal } = journals();

describe('appending', () => {
  test('an empty journal has no tail and nothing to read', async () => {
    const journal = openJournal(folder());
    expect(await journal.tail()).toMatchObject({ entries: [], torn: false });
    expect(await journal.read(0)).toEqual({ bytes: new Uint8Array(), next: undefined });
  });

  test('batches come back in order, the tail names each chain s last closing record', async () => {
    const journal = openJournal(folder());
    const batches = [batch('a', 1), batch('a', 2, 3), batch('b', 7)];
    for (const each of batches) await journal.append(each, true);
    expect(await tailOf(journal)).toEqual(['a/2/3', 'b/7/1']);
    expect(await readAll(openJournal(folder()))).toEqual(concat(batches));
  });

  test('a batch may be cut into chunks anywhere', async () => {
    const journal = openJournal(folder());
    const whole = batch('a', 1, 4);
    for (let at = 0; at < whole.length; at += 37)
      await journal.append(whole.slice(at, at + 37), at + 37 >= whole.length);
    expect(await readAll(journal)).toEqual(whole);
  });

  test('the tail carries the hash of the closing record s bytes', async () => {
    const journal = openJournal(folder());
    await journal.append(batch('a', 1), true);
    const closing = scanFrames(batch('a', 1)).frames.at(-1);
    expect((await journal.tail()).entries).toEqual([{ chain: 'a', sequence: 1, part: 1, hash: closing?.sha256 }]);
  });

  test('a batch without its closing record is refused and leaves nothing', async () => {
    const journal = openJournal(folder());
    await journal.append(batch('a', 1), true);
    await expect(journal.append(frame(entry('a', 2, 0, false)), true)).rejects.toMatchObject({
      code: 'journal/incomplete',
    });
    expect(readFileSync(current()).length).toBe(batch('a', 1).length);
    await journal.append(batch('a', 2), true);
    expect(await tailOf(journal)).toEqual(['a/2/1']);
  });

  test('parts out of order, or of two batches mixed, are refused', async () => {
    const journal = openJournal(folder());
    const [first, second, closing] = [0, 1, 2].map((part) => frame(entry('a', 1, part, part === 2)));
    const other = frame(entry('b', 1, 1, true));
    for (const parts of [
      [second, closing],
      [first, closing],
      [first, other],
    ])
      await expect(journal.append(concat(parts.map((part) => part ?? new Uint8Array())), true)).rejects.toMatchObject({
        code: 'journal/out-of-order',
      });
    expect(readFileSync(current()).length).toBe(0);
  });

  test('bytes damaged on the way are refused', async () => {
    const damaged = batch('a', 1);
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    await expect(openJournal(folder()).append(damaged, true)).rejects.toMatchObject({ code: 'journal/bad-frame' });
  });

  test('an append a page left unfinished is dropped when the next page asks for the tail', async () => {
    const journal = openJournal(folder());
    await journal.append(batch('a', 1, 5).slice(0, 200), false);
    expect(await journal.tail()).toMatchObject({ entries: [], torn: false });
    await journal.append(batch('a', 1), true);
    expect(await readAll(journal)).toEqual(batch('a', 1));
  });

  test('a disk that refuses says 副本未写 and a later append succeeds', async () => {
    const blocked = path.join(folder(), 'journal');
    writeFileSync(blocked, '');
    const journal = openJournal(blocked);
    await expect(journal.append(batch('a', 1), true)).rejects.toMatchObject({ code: 'journal/not-written' });
    rmSync(blocked);
    await journal.append(batch('a', 1), true);
    expect(await tailOf(journal)).toEqual(['a/1/1']);
  });
});

describe('a disk that takes only part of a frame', () => {
  /** The next write puts half of its bytes on the disk and fails. */
  const fillDisk = async () => {
    const handle = await open(path.join(folder(), 'any'), 'w');
    const proto: FileHandle = Object.getPrototypeOf(handle);
    await handle.close();
    const { write } = proto;
    const spy = vi.spyOn(proto, 'write').mockImplementation(async function (this: FileHandle, ...given: unknown[]) {
      const [bytes, offset, length, position] = given as [Uint8Array, number, number, number];
      spy.mockRestore();
      await Reflect.apply(write, this, [bytes, offset, Math.floor(length / 2), position]);
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
  };

  test('leaves nothing of it behind, not under a shorter batch nor in a closed segment', async () => {
    const journal = openJournal(folder(), 1500);
    await journal.append(batch('a', 1), true);
    const whole = readFileSync(current());
    await fillDisk();
    const long = batch('a', 2, 1, 'x'.repeat(4000));
    await expect(journal.append(long, true)).rejects.toMatchObject({ code: 'journal/not-written' });
    expect(readFileSync(current()).equals(whole)).toBe(true);
    await journal.append(batch('b', 1, 1, 'y'.repeat(1200)), true);
    await journal.append(batch('a', 2), true);
    expect(await readAll(journal)).toEqual(concat([whole, batch('b', 1, 1, 'y'.repeat(1200)), batch('a', 2)]));
  });
});

describe('what is there already', () => {
  test('is acknowledged and not written again', async () => {
    const journal = openJournal(folder());
    await journal.append(batch('a', 1, 2), true);
    await journal.append(batch('a', 1, 2), true);
    await journal.append(concat([batch('a', 1, 2), batch('a', 2)]), true);
    expect(await readAll(journal)).toEqual(concat([batch('a', 1, 2), batch('a', 2)]));
  });

  test('is found in closed segments too', async () => {
    const journal = openJournal(folder(), 1);
    for (const sequence of [1, 2, 3]) await journal.append(batch('a', sequence), true);
    await journal.append(batch('a', 1), true);
    await expect(journal.append(batch('a', 2, 1, 'other'), true)).rejects.toMatchObject({ code: 'journal/diverged' });
    expect(await readAll(journal)).toEqual(concat([1, 2, 3].map((sequence) => batch('a', sequence))));
  });

  test('a batch left out in between is refused: the retry must come first', async () => {
    const journal = openJournal(folder());
    await journal.append(batch('a', 1), true);
    await expect(journal.append(batch('a', 3), true)).rejects.toMatchObject({ code: 'journal/gap' });
    await journal.append(batch('a', 2), true);
    await journal.append(batch('a', 3), true);
    expect(await tailOf(journal)).toEqual(['a/3/1']);
  });
});

describe('a torn tail', () => {
  /** Every place a power failure can cut the second batch at. */
  test.each([1, 60, 200, 300])('cut after %i bytes is set aside whole, and appends go on', async (cut) => {
    const journal = openJournal(folder());
    await journal.append(batch('a', 1), true);
    const torn = batch('a', 2, 3).subarray(0, cut);
    appendFileSync(current(), torn);

    const reopened = openJournal(folder());
    expect(await reopened.tail()).toMatchObject({ entries: [{ sequence: 1 }], torn: true });
    const aside = readdirSync(folder()).filter((name) => name.startsWith('torn-'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(path.join(folder(), aside[0] ?? ''))).toEqual(Buffer.from(torn));

    await reopened.append(batch('a', 2, 3), true);
    const again = openJournal(folder());
    expect(await again.tail()).toMatchObject({ entries: [{ sequence: 2, part: 3 }], torn: false });
    // Whole entries of what was set aside are read last: there may be records in them that lie nowhere else.
    const all = await readAll(again);
    const whole = concat([batch('a', 1), batch('a', 2, 3)]);
    expect(all.subarray(0, whole.length)).toEqual(whole);
    expect(all.subarray(whole.length)).toEqual(torn.subarray(0, scanFrames(torn).end));
  });
});

describe('a piece that is not as it was written', () => {
  const write = (...batches: readonly Uint8Array[]) => writeFileSync(current(), concat(batches));
  const keys = async (journal: Journal) =>
    scanFrames(await readAll(journal)).frames.flatMap(({ bytes }) => {
      const { sequence, closing } = JSON.parse(new TextDecoder().decode(bytes).split('\n')[0] ?? '');
      return closing === undefined ? [] : [sequence];
    });
  const damaged = (whole: Uint8Array) => {
    const bytes = whole.slice();
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    return bytes;
  };

  test('missing from the middle ends the journal there, for the store to write again, and loses nothing after it', async () => {
    write(batch('a', 1), batch('a', 3), batch('a', 4));
    const journal = openJournal(folder());
    expect(await tailOf(journal)).toEqual(['a/1/1']);
    for (const sequence of [2, 3, 4]) await journal.append(batch('a', sequence), true);
    expect(await tailOf(openJournal(folder()))).toEqual(['a/4/1']);
    expect(await keys(openJournal(folder()))).toEqual([1, 2, 3, 4, 3, 4]);
  });

  test('missing between two segments is noticed too', async () => {
    const journal = openJournal(folder(), 1);
    await journal.append(batch('a', 1), true);
    write(batch('a', 3));
    expect(await tailOf(openJournal(folder()))).toEqual(['a/1/1']);
  });

  test('doubled counts once', async () => {
    write(batch('a', 1), batch('a', 2), batch('a', 1), batch('b', 1));
    const journal = openJournal(folder());
    expect(await tailOf(journal)).toEqual(['a/2/1', 'b/1/1']);
    await journal.append(batch('a', 3), true);
    expect(await tailOf(openJournal(folder()))).toEqual(['a/3/1', 'b/1/1']);
  });

  test('changed is stepped over when read, and everything after it is found', async () => {
    write(batch('a', 1), damaged(batch('a', 2)), batch('a', 3));
    const journal = openJournal(folder());
    expect(await tailOf(journal)).toEqual(['a/1/1']);
    expect(await keys(journal)).toEqual([1, 2, 3]);
  });

  test.each([60, 100, 200])('cut out of a batch after %i bytes, the rest is found', async (cut) => {
    write(batch('a', 1), batch('a', 2, 3).subarray(0, cut), batch('a', 3));
    expect(await keys(openJournal(folder()))).toEqual([1, 3]);
  });
});

describe('segments', () => {
  const closed = () => readdirSync(folder()).filter((name) => /^[0-9a-f]{64}\.log$/.test(name));

  test('a full one is closed under its hash and read across', async () => {
    const journal = openJournal(folder(), 1000);
    const batches = Array.from({ length: 12 }, (_, at) => batch('a', at + 1));
    for (const each of batches) await journal.append(each, true);
    expect(closed().length).toBeGreaterThan(1);
    expect(await readAll(openJournal(folder(), 1000))).toEqual(concat(batches));
    expect(await tailOf(openJournal(folder(), 1000))).toEqual(['a/12/1']);
  });

  test('a lost index is made again from the segments', async () => {
    const journal = openJournal(folder(), 1);
    for (const sequence of [1, 2, 3]) await journal.append(batch('a', sequence), true);
    rmSync(path.join(folder(), 'index.json'));
    const reopened = openJournal(folder(), 1);
    expect(await tailOf(reopened)).toEqual(['a/3/1']);
    expect((await readAll(reopened)).length).toBe(3 * batch('a', 1).length);
  });

  test('one changed later is said on reading and stepped over, never passed on', async () => {
    const journal = openJournal(folder(), 1);
    for (const sequence of [1, 2, 3]) await journal.append(batch('a', sequence), true);
    const { segments } = JSON.parse(readFileSync(path.join(folder(), 'index.json'), 'utf8'));
    const file = path.join(folder(), segments[1].name);
    writeFileSync(file, readFileSync(file).fill(0, 100, 110));
    const stretches: JournalStretch[] = [];
    const reopened = openJournal(folder(), 1);
    for (let cursor: number | undefined = 0; cursor !== undefined; ) {
      const stretch: JournalStretch = await reopened.read(cursor);
      stretches.push(stretch);
      cursor = stretch.next;
    }
    expect(stretches.some(({ damaged }) => damaged)).toBe(true);
    const found = concat(stretches.map(({ bytes }) => bytes));
    const [first, last] = [batch('a', 1), batch('a', 3)];
    expect(found.subarray(0, first.length)).toEqual(first);
    expect(found.subarray(-last.length)).toEqual(last);
  });

  test('an entry larger than one answer comes whole', async () => {
    const journal = openJournal(folder());
    const large = batch('a', 1, 1, 'x'.repeat(3_000_000));
    for (let at = 0; at < large.length; at += 1_000_000)
      await journal.append(large.slice(at, at + 1_000_000), at + 1_000_000 >= large.length);
    expect(Buffer.compare(await readAll(journal), large)).toBe(0);
  });
});
