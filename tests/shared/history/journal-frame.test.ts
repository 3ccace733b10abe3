import { describe, expect, test } from 'vitest';
import { frame, scanFrames } from '../../../shared/history/journal-frame.ts';
import { fc } from '../../properties.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const concat = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const contents = (journal: Uint8Array) => scanFrames(journal).frames.map(({ bytes }) => [...bytes]);

describe('a framed entry', () => {
  test('is a readable line, the bytes, a line feed', () => {
    // SHA-256 of "abc", from FIPS 180-2, appendix B.1.
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(new TextDecoder().decode(frame(utf8('abc')))).toBe(`SL1 3 ${hash}\nabc\n`);
  });

  test('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (entries) => {
        const journal = concat(...entries.map(frame));
        expect(contents(journal)).toEqual(entries.map((entry) => [...entry]));
        expect(scanFrames(journal)).toMatchObject({ end: journal.length, rest: 'nothing' });
      }),
    );
  });

  test('may itself hold what looks like a frame', () => {
    const inner = frame(utf8('inner'));
    expect(contents(frame(inner))).toEqual([[...inner]]);
  });
});

describe('a journal cut short', () => {
  test('gives the frames before the cut and says where they end, at every cut', () => {
    const [first, second] = [frame(utf8('第一条')), frame(utf8('second\nentry'))];
    const journal = concat(first, second);
    for (let cut = first.length + 1; cut < journal.length; cut++)
      expect(scanFrames(journal.subarray(0, cut))).toMatchObject({
        frames: [{ start: 0, end: first.length }],
        end: first.length,
        rest: 'unfinished',
      });
  });

  test('is unfinished, not damaged, as long as more bytes can complete it', () => {
    const whole = frame(utf8('x'));
    expect(scanFrames(whole.subarray(0, 1)).rest).toBe('unfinished');
    expect(scanFrames(utf8('SL2 ')).rest).toBe('damaged');
    expect(scanFrames(utf8('SL1'.padEnd(100, ' '))).rest).toBe('damaged');
  });
});

test('one changed byte anywhere in a frame is never taken for the entry', () => {
  const journal = frame(utf8('居民身份证号核验'));
  for (let at = 0; at < journal.length; at++) {
    const changed = journal.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(scanFrames(changed).frames, `byte ${at}`).toEqual([]);
  }
});
