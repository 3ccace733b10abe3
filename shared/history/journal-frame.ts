import { joinedBytes, LINE_FEED } from '../kit/bytes.ts';
import { sha256 } from '../kit/sha256.ts';

/**
 * How an entry lies in the journal: a line `SL1 <byte length> <sha256 hex>`, the entry's bytes, a line feed. A person
 * can read it in any editor, and a reader can tell a whole entry from one cut short by a power failure.
 */
const MARK = 'SL1';
/** `SL1 ` + up to 10 digits + space + 64 hex digits: a longer first line is no frame's. */
const LONGEST_HEAD = 80;
const HEAD = /^SL1 (0|[1-9]\d{0,9}) ([0-9a-f]{64})$/;

/** One whole entry found in a journal: its bytes, their hash, and where its frame begins and ends. */
export type Frame = {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
};

/**
 * What a stretch of journal holds. `end` is where the last whole frame ends; `rest` says what follows it: nothing, the
 * beginning of a frame (more bytes may complete it), or bytes that can never become one.
 */
export type Scan = {
  readonly frames: readonly Frame[];
  readonly end: number;
  readonly rest: 'nothing' | 'unfinished' | 'damaged';
};

/** Frames an entry's bytes for the journal. */
export const frame = (bytes: Uint8Array): Uint8Array => {
  const { head, tail } = frameAround(bytes.length, sha256(bytes));
  return joinedBytes([head, bytes, tail]);
};

/** What stands before and behind an entry's bytes, for whoever copies them elsewhere; `hash` is theirs, in hex. */
export const frameAround = (
  length: number,
  hash: string,
): { readonly head: Uint8Array; readonly tail: Uint8Array } => ({
  head: new TextEncoder().encode(`${MARK} ${length} ${hash}\n`),
  tail: Uint8Array.of(LINE_FEED),
});

/** The frame that begins at `start`, or why there is none. */
const frameAt = (journal: Uint8Array, start: number): Frame | 'unfinished' | 'damaged' => {
  const headEnd = journal.subarray(0, start + LONGEST_HEAD).indexOf(LINE_FEED, start);
  if (headEnd < 0) {
    const begun = new TextDecoder().decode(journal.subarray(start, start + LONGEST_HEAD));
    const fits = begun.length < LONGEST_HEAD && `${MARK} `.startsWith(begun.slice(0, MARK.length + 1));
    return fits ? 'unfinished' : 'damaged';
  }
  const [, length, hash] = HEAD.exec(new TextDecoder().decode(journal.subarray(start, headEnd))) ?? [];
  if (length === undefined || hash === undefined) return 'damaged';
  const bytesEnd = headEnd + 1 + Number(length);
  if (journal.length <= bytesEnd) return 'unfinished';
  const bytes = journal.subarray(headEnd + 1, bytesEnd);
  const whole = journal[bytesEnd] === LINE_FEED && sha256(bytes) === hash;
  return whole ? { bytes, sha256: hash, start, end: bytesEnd + 1 } : 'damaged';
};

/** Where the next frame may begin after `from`, or -1: no entry holds a line that begins like a frame. */
export const nextFrameStart = (journal: Uint8Array, from: number): number => {
  const mark = new TextEncoder().encode(`${MARK} `);
  for (let at = journal.indexOf(LINE_FEED, from); at >= 0; at = journal.indexOf(LINE_FEED, at + 1)) {
    if (mark.every((byte, index) => journal[at + 1 + index] === byte)) return at + 1;
  }
  return -1;
};

/** Every whole frame of `journal`, and whether anything between or after them is none. */
export const wholeFrames = (journal: Uint8Array): { readonly frames: readonly Frame[]; readonly isWhole: boolean } => {
  const frames: Frame[] = [];
  let isWhole = true;
  for (let from = 0; from >= 0 && from < journal.length; ) {
    const found = scanFrames(journal.subarray(from));
    for (const one of found.frames) frames.push({ ...one, start: from + one.start, end: from + one.end });
    if (found.rest === 'nothing') break;
    isWhole = false;
    from = nextFrameStart(journal, from + found.end);
  }
  return { frames, isWhole };
};

/** Finds the whole frames from the beginning of `journal` up to its end or the first that is not whole. */
export const scanFrames = (journal: Uint8Array): Scan => {
  const frames: Frame[] = [];
  let end = 0;
  while (end < journal.length) {
    const found = frameAt(journal, end);
    if (typeof found === 'string') return { frames, end, rest: found };
    frames.push(found);
    end = found.end;
  }
  return { frames, end, rest: 'nothing' };
};
