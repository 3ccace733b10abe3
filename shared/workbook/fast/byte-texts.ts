import type { TextTable } from '../workbook.ts';

const RETURN = 0x0d;
const AMPERSAND = 0x26;
const LESS = 0x3c;
const UNDERSCORE = 0x5f;

/**
 * Collects texts as UTF-8 bytes, so that a text of the file becomes a text of the workbook without ever being a string.
 * `append` takes the file's own table as it stands, in its order; `add` answers with the index of an equal text it added
 * before, so that a name written into 100,000 cells is kept once.
 */
export class ByteTexts {
  count = 0;
  #bytes = new Uint8Array(4096);
  #length = 0;
  #ends = new Uint32Array(256);
  /** Open addressing: index + 1 of an added text, 0 where free. Its length is a power of two. */
  #slots = new Uint32Array(512);
  #added = 0;
  #holdsEmpty = false;

  /** Makes room for so many bytes at once; memory is taken as they come. */
  reserve(length: number): void {
    if (this.#length + length <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + length));
    wider.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = wider;
  }

  /**
   * Appends the text that stands at `start` as far as the next tag, in one pass, and answers where that is. -1, and
   * nothing appended, where its bytes are not the text: an entity, a carriage return or what may be an escape. Room must
   * have been reserved.
   */
  appendToTag(from: Uint8Array, start: number): number {
    const bytes = this.#bytes;
    let to = this.#length;
    let at = start;
    for (let byte = from[at]; byte !== LESS; byte = from[at]) {
      // Chinese text is bytes above all marks: one comparison for most of them.
      if (byte === undefined || byte <= UNDERSCORE) {
        if (byte === undefined || byte === AMPERSAND || byte === RETURN || byte === UNDERSCORE) return -1;
      }
      bytes[to] = byte;
      to += 1;
      at += 1;
    }
    this.#length = to;
    this.#close(at === start);
    return at;
  }

  /** Takes the text appended last back. */
  takeBack(): void {
    this.count -= 1;
    this.#length = this.#startOf(this.count);
  }

  append(from: Uint8Array, start: number, end: number): number {
    const length = end - start;
    this.reserve(length);
    // Most texts are short; a loop beats making a view for each.
    if (length > 48) this.#bytes.set(from.subarray(start, end), this.#length);
    else {
      const bytes = this.#bytes;
      let to = this.#length;
      for (let at = start; at < end; at += 1) {
        bytes[to] = from[at] ?? 0;
        to += 1;
      }
    }
    this.#length += length;
    this.#close(length === 0);
    return this.count - 1;
  }

  /** Ends the text whose bytes were just written. */
  #close(isEmpty: boolean): void {
    if (this.count === this.#ends.length) {
      const wider = new Uint32Array(this.count * 2);
      wider.set(this.#ends);
      this.#ends = wider;
    }
    this.#ends[this.count] = this.#length;
    this.count += 1;
    this.#holdsEmpty ||= isEmpty;
  }

  add(from: Uint8Array, start: number, end: number): number {
    if (this.#added * 2 >= this.#slots.length) this.#rehash();
    let slot = hashOf(from, start, end) & (this.#slots.length - 1);
    for (;;) {
      const known = this.#slots[slot] ?? 0;
      if (known === 0) break;
      if (this.#equals(known - 1, from, start, end)) return known - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const index = this.append(from, start, end);
    this.#slots[slot] = index + 1;
    this.#added += 1;
    return index;
  }

  addText(text: string): number {
    const bytes = new TextEncoder().encode(text);
    return this.add(bytes, 0, bytes.length);
  }

  isEmpty(index: number): boolean {
    return this.#holdsEmpty && this.#startOf(index) === this.#ends[index];
  }

  /** The table, over the memory it was gathered in: nothing may be added afterwards. */
  build(): TextTable {
    return { bytes: this.#bytes.subarray(0, this.#length), ends: this.#ends.subarray(0, this.count) };
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
  }

  #equals(index: number, from: Uint8Array, start: number, end: number): boolean {
    const own = this.#startOf(index);
    if ((this.#ends[index] ?? 0) - own !== end - start) return false;
    for (let at = 0; at < end - start; at += 1) {
      if (this.#bytes[own + at] !== from[start + at]) return false;
    }
    return true;
  }

  #rehash(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    const mask = this.#slots.length - 1;
    for (const known of old) {
      if (known === 0) continue;
      let slot = hashOf(this.#bytes, this.#startOf(known - 1), this.#ends[known - 1] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = known;
    }
  }
}

/** FNV-1a, its high bits folded in since only the low ones choose a slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
