import type { TextTable } from '../workbook.ts';

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

  append(from: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.#length + length > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + length));
      wider.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = wider;
    }
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
    if (this.count === this.#ends.length) {
      const wider = new Uint32Array(this.count * 2);
      wider.set(this.#ends);
      this.#ends = wider;
    }
    this.#ends[this.count] = this.#length;
    this.count += 1;
    return this.count - 1;
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
    return this.#startOf(index) === this.#ends[index];
  }

  build(): TextTable {
    return { bytes: this.#bytes.slice(0, this.#length), ends: this.#ends.slice(0, this.count) };
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
