import { joinedBytes } from '../kit/bytes.ts';
import { LedgerError } from '../kit/complaint.ts';
import { type EncodedEntry, type Entry, type EntryHeader, FORMAT, PART_SIZE, type SealedChange } from './batch.ts';
import { EntrySeal, SALT_LENGTH } from './chain.ts';
import type { Change } from './change.ts';
import { isLaterHeader, parseHeader } from './entry-header.ts';
import { newerData } from './newer-data.ts';
import { changeJson } from './stable-json.ts';

/** Everything a batch's headers say that is not counted from its changes. `versions` covers every ledger touched. */
export type BatchFrame = Pick<
  EntryHeader,
  'chain' | 'sequence' | 'lamport' | 'previous' | 'operator' | 'at' | 'reason' | 'versions' | 'origin'
>;

/** A batch to encode. `salts` answers with a fresh salt (32 hex characters of randomness) at each call. */
export type BatchToEncode = {
  readonly frame: BatchFrame;
  readonly changes: readonly Change[];
  readonly salts: () => string;
};

const LINE_BREAK = 10;
/** Changes encoded between two chances to pause: some milliseconds. */
const BETWEEN_PAUSES = 100;
const SALT_HEAD = '{"salt":"';
const SALT_TAIL = '","change":';
const SALT_START = SALT_HEAD.length;
const CHANGE_START = SALT_START + SALT_LENGTH + SALT_TAIL.length;

/**
 * Encodes a batch part by part, at most 1,000 changes each, and its closing record last: NDJSON, the header's line
 * first, then a line a change. A generator that also stops, with nothing, within a part, so that whoever drives it may
 * pause there.
 */
export function* encodeParts({ frame, changes, salts }: BatchToEncode): Generator<EncodedEntry | undefined> {
  const ledgers = [...new Set(changes.map((change) => change.ledger))].sort();
  const parts = Math.ceil(changes.length / PART_SIZE);
  const text = new EntryText();
  let previous = frame.previous;
  for (let part = 0; part < parts; part += 1) {
    const slice = changes.slice(part * PART_SIZE, (part + 1) * PART_SIZE);
    const header = headerOf({ ...frame, previous }, ledgers, part, slice.length);
    const entry = yield* encodeEntry(text, header, slice, salts);
    previous = entry.hash;
    yield entry;
  }
  const closing = { parts, changes: changes.length };
  const header = { ...headerOf({ ...frame, previous }, ledgers, parts, 0), closing };
  yield yield* encodeEntry(text, header, [], salts);
}

/** The whole batch at once: its parts and the closing record. */
export const encodeBatch = (batch: BatchToEncode): EncodedEntry[] =>
  [...encodeParts(batch)].filter((entry) => entry !== undefined);

function headerOf(frame: BatchFrame, ledgers: readonly string[], part: number, changes: number): EntryHeader {
  const { chain, sequence, lamport, previous, operator, at, reason, origin } = frame;
  const versions = Object.fromEntries(ledgers.map((ledger) => [ledger, frame.versions[ledger] ?? 0]));
  const { kind, text, of } = reason;
  return {
    format: FORMAT,
    chain,
    sequence,
    part,
    lamport,
    previous,
    operator,
    at,
    reason: { kind, text, ...(of === undefined ? {} : { of }) },
    ledgers,
    versions,
    changes,
    ...(origin === undefined ? {} : { origin }),
  };
}

function* encodeEntry(
  text: EntryText,
  header: EntryHeader,
  changes: readonly Change[],
  salts: () => string,
): Generator<undefined, EncodedEntry> {
  text.clear();
  const headerEnd = text.add(JSON.stringify(header));
  const seal = new EntrySeal(changes.length);
  for (let from = 0; from < changes.length; from += BETWEEN_PAUSES) {
    if (from > 0) yield;
    const begin = text.length;
    const lines = changes.slice(from, from + BETWEEN_PAUSES).map((change) => changeLine(salts(), change));
    sealLines(seal, text.written(text.add(lines.join(''))), begin);
  }
  const end = text.add('\n');
  const hash = seal.hash(text.written(headerEnd));
  const { chain, sequence, part, lamport, closing } = header;
  const position = { chain, sequence, part };
  return { position, closes: closing !== undefined, lamport, hash, bytes: text.written(end).slice() };
}

const changeLine = (salt: string, change: Change): string => `\n${SALT_HEAD}${salt}${SALT_TAIL}${changeJson(change)}}`;

/** Seals the changes' lines from `begin` on, each behind its line break: JSON has none within. */
function sealLines(seal: EntrySeal, bytes: Uint8Array, begin: number): void {
  for (let start = begin + 1; start < bytes.length; ) {
    const next = bytes.indexOf(LINE_BREAK, start);
    const end = next < 0 ? bytes.length : next;
    sealLine(seal, bytes, start, end);
    start = end + 1;
  }
}

/** Seals one change, by where its line begins and ends; what the bytes say is hashed, never JSON written anew. */
const sealLine = (seal: EntrySeal, bytes: Uint8Array, start: number, end: number): void =>
  seal.add(bytes, start + SALT_START, start + CHANGE_START, end - 1);

/**
 * UTF-8 text that grows at its end, in one piece of memory that serves all entries of a batch. It is given long stretches:
 * every call of the encoder leaves objects behind that wait to be cleared away.
 */
class EntryText {
  #bytes = new Uint8Array(4096);
  length = 0;

  /** Adds text; answers how long all of it is now. */
  add(text: string): number {
    // A UTF-16 unit takes at most three bytes.
    const room = this.length + text.length * 3;
    if (room > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(room, this.#bytes.length * 2));
      wider.set(this.#bytes.subarray(0, this.length));
      this.#bytes = wider;
    }
    this.length += ENCODER.encodeInto(text, this.#bytes.subarray(this.length)).written;
    return this.length;
  }

  /** Begins anew in the same memory. */
  clear(): void {
    this.length = 0;
  }

  /** The text up to `end`, as it stands in memory: good until the next addition. */
  written(end: number): Uint8Array {
    return this.#bytes.subarray(0, end);
  }
}

const ENCODER = new TextEncoder();

/**
 * Reads an entry back and computes its hash from the bytes as they stand.
 * @throws LedgerError log/broken-entry where the bytes are no entry, data/newer where a later program wrote them.
 */
export function decodeEntry(bytes: Uint8Array): Entry {
  const headerEnd = bytes.indexOf(LINE_BREAK);
  if (bytes.at(-1) !== LINE_BREAK) throw brokenEntry(bytes.length === 0 ? '没有内容' : '末尾不完整');
  const headerBytes = bytes.subarray(0, headerEnd);
  const headerLine = new TextDecoder().decode(headerBytes);
  const header = parseHeader(headerLine);
  if (header === undefined) throw isLaterHeader(headerLine) ? newerData() : brokenEntry('开头一行无法识别');

  const lines = textOf(bytes.subarray(headerEnd + 1))
    .split('\n')
    .slice(0, -1);
  if (header.changes !== lines.length) throw brokenEntry('改动数与所写不符');
  const seal = new EntrySeal(header.changes);
  let start = headerEnd + 1;
  const sealed = lines.map((line) => {
    const end = bytes.indexOf(LINE_BREAK, start);
    const one = unsealed(line, seal, bytes, start, end);
    start = end + 1;
    return one;
  });
  return { header, sealed, hash: seal.hash(headerBytes) };
}

/** The header alone, for lists; cheap, nothing is verified. Undefined where the bytes are no entry. */
export function decodeHeader(bytes: Uint8Array): EntryHeader | undefined {
  const end = bytes.indexOf(LINE_BREAK);
  return end < 0 ? undefined : parseHeader(new TextDecoder().decode(bytes.subarray(0, end)));
}

/**
 * What an entry says of one record; cheap, since of a part of 1,000 changes only the lines that name the record are read,
 * and nothing is verified. Undefined where it says nothing, or nothing any more.
 * @throws LedgerError log/broken-entry where a line that names the record cannot be read.
 */
export function changeOf(bytes: Uint8Array, ledgerId: string, id: string): Change | undefined {
  const name = JSON.stringify(id);
  for (const line of new TextDecoder().decode(bytes).split('\n').slice(1)) {
    const read = line.includes(name) ? parsedLine(line) : undefined;
    if (read && 'change' in read && read.change.id === id && read.change.ledger === ledgerId) return read.change;
  }
  return undefined;
}

/**
 * Takes the payload of some changes out of an entry: their lines keep the digest alone, so the entry's hash and with
 * it the chain still hold (个人信息保护法 第四十七条: 删除个人信息).
 */
export function purgeEntry(bytes: Uint8Array, isPurged: (change: Change) => boolean): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const [index, line] of linesOf(bytes).entries()) {
    const seal = new EntrySeal(1);
    const sealed = index === 0 ? undefined : unsealed(textOf(line), seal, line, 0, line.length);
    const purged = sealed !== undefined && 'change' in sealed && isPurged(sealed.change);
    const kept = purged ? ENCODER.encode(JSON.stringify({ digest: seal.last })) : line;
    pieces.push(kept, Uint8Array.of(LINE_BREAK));
  }
  return joinedBytes(pieces);
}

/** An entry with the changes that another copy of it still holds: both have the same hash, so the same lines. */
export function filledEntry(bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const lines = linesOf(bytes);
  const others = linesOf(other);
  let isFilled = false;
  const pieces = lines.flatMap((line, index) => {
    const offered = index > 0 && isDigest(line) ? others[index] : undefined;
    const isOffered = offered !== undefined && !isDigest(offered);
    isFilled ||= isOffered;
    return [isOffered ? offered : line, Uint8Array.of(LINE_BREAK)];
  });
  return isFilled ? joinedBytes(pieces) : bytes;
}

const DIGEST_HEAD = new TextEncoder().encode('{"digest":');
const isDigest = (line: Uint8Array): boolean => DIGEST_HEAD.every((byte, index) => line[index] === byte);

function linesOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.at(-1) !== LINE_BREAK) throw brokenEntry('末尾不完整');
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_BREAK, start);
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

/** What a change's line holds, which stands there in the bytes; its digest goes into the seal. */
function unsealed(line: string, seal: EntrySeal, bytes: Uint8Array, start: number, end: number): SealedChange {
  const parsed = parsedLine(line);
  if ('digest' in parsed) {
    if (!/^[0-9a-f]{64}$/.test(parsed.digest)) throw brokenEntry('摘要无法识别');
    seal.addDigest(parsed.digest);
    return { digest: parsed.digest };
  }
  const { salt } = parsed;
  if (salt.length !== SALT_LENGTH || !line.startsWith(`${SALT_HEAD}${salt}${SALT_TAIL}`)) {
    throw brokenEntry('改动行无法识别');
  }
  sealLine(seal, bytes, start, end);
  return parsed;
}

/** One text for all lines: each that the decoder makes is an object outside the engine's own memory. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw brokenEntry('改动行无法识别');
  }
}

function parsedLine(line: string): SealedChange {
  try {
    const parsed: SealedChange = JSON.parse(line);
    if ('digest' in parsed || ('salt' in parsed && 'change' in parsed)) return parsed;
  } catch {
    // Falls through to the one message for every kind of damage.
  }
  throw brokenEntry('改动行无法识别');
}

const brokenEntry = (why: string): LedgerError =>
  new LedgerError('log/broken-entry', `历史记录中有一条已损坏（${why}）。其余记录不受影响；请从最近的备份核对。`);
