import { hexOf } from './hex.ts';

const BLOCK = 64;
/** Where the length stands in the last block. */
const LENGTH_AT = 56;
const ROUNDS = 64;
const TWO_TO_32 = 2 ** 32;

/** The first 32 bits behind the point: the standard takes its constants from the roots of the first primes. */
const fractionBits = (root: number): number => Math.floor((root % 1) * TWO_TO_32) | 0;

const PRIMES = firstPrimes(ROUNDS);
const ROUND_CONSTANTS = Int32Array.from(PRIMES, (prime) => fractionBits(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));

/**
 * SHA-256 (FIPS 180-4) of bytes given piece by piece; once it has answered it begins anew. A bulk batch takes 100,000
 * digests of some hundred bytes: the browser's own answers each by a promise, and a library's makes new objects for each.
 * So one of these serves them all, in the same memory.
 */
export class Sha256 {
  readonly #state = Int32Array.from(START);
  readonly #words = new Int32Array(ROUNDS);
  /** The block that is not full yet. */
  readonly #block = new Uint8Array(BLOCK);
  #length = 0;

  /** Adds the bytes from `from` up to `to`. */
  update(bytes: Uint8Array, from = 0, to: number = bytes.length): this {
    let at = from;
    const filled = this.#length % BLOCK;
    this.#length += to - from;
    if (filled > 0) {
      at = Math.min(to, from + BLOCK - filled);
      this.#block.set(bytes.subarray(from, at), filled);
      if (filled + at - from < BLOCK) return this;
      this.#take(this.#block, 0);
    }
    for (; at + BLOCK <= to; at += BLOCK) this.#take(bytes, at);
    if (at < to) this.#block.set(bytes.subarray(at, to));
    return this;
  }

  /** The hash, written into 32 bytes from `at` on. */
  digestInto(target: Uint8Array, at = 0): void {
    this.#close();
    for (const [place, word] of this.#state.entries()) {
      target[at + place * 4] = word >>> 24;
      target[at + place * 4 + 1] = word >>> 16;
      target[at + place * 4 + 2] = word >>> 8;
      target[at + place * 4 + 3] = word;
    }
    this.#state.set(START);
    this.#length = 0;
  }

  /** The hash in hex. */
  hex(): string {
    const bytes = new Uint8Array(32);
    this.digestInto(bytes);
    return hexOf(bytes);
  }

  /** A one bit, zeros, and the length in bits end the text. */
  #close(): void {
    const block = this.#block;
    const filled = this.#length % BLOCK;
    block[filled] = 0x80;
    block.fill(0, filled + 1);
    if (filled >= LENGTH_AT) {
      this.#take(block, 0);
      block.fill(0);
    }
    const bits = this.#length * 8;
    const view = new DataView(block.buffer);
    view.setUint32(LENGTH_AT, Math.floor(bits / TWO_TO_32));
    view.setUint32(LENGTH_AT + 4, bits % TWO_TO_32);
    this.#take(block, 0);
  }

  #take(bytes: Uint8Array, from: number): void {
    const words = this.#words;
    const state = this.#state;
    for (let t = 0; t < 16; t += 1) {
      const at = from + t * 4;
      words[t] =
        (byteAt(bytes, at) << 24) |
        (byteAt(bytes, at + 1) << 16) |
        (byteAt(bytes, at + 2) << 8) |
        byteAt(bytes, at + 3);
    }
    for (let t = 16; t < ROUNDS; t += 1) {
      const x = wordAt(words, t - 15);
      const y = wordAt(words, t - 2);
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[t] = wordAt(words, t - 16) + s0 + wordAt(words, t - 7) + s1;
    }
    let a = wordAt(state, 0);
    let b = wordAt(state, 1);
    let c = wordAt(state, 2);
    let d = wordAt(state, 3);
    let e = wordAt(state, 4);
    let f = wordAt(state, 5);
    let g = wordAt(state, 6);
    let h = wordAt(state, 7);
    for (let t = 0; t < ROUNDS; t += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + s1 + ((e & f) ^ (~e & g)) + wordAt(ROUND_CONSTANTS, t) + wordAt(words, t)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    state[0] = wordAt(state, 0) + a;
    state[1] = wordAt(state, 1) + b;
    state[2] = wordAt(state, 2) + c;
    state[3] = wordAt(state, 3) + d;
    state[4] = wordAt(state, 4) + e;
    state[5] = wordAt(state, 5) + f;
    state[6] = wordAt(state, 6) + g;
    state[7] = wordAt(state, 7) + h;
  }
}

/** SHA-256 of bytes in hex. */
export const sha256 = (bytes: Uint8Array): string => new Sha256().update(bytes).hex();

/** The same of a text's UTF-8. */
export const sha256OfText = (text: string): string => sha256(new TextEncoder().encode(text));

// Every place asked for is there. Two, because what is asked of one kind of list alone is fast.
function wordAt(words: Int32Array, place: number): number {
  return words[place] ?? 0;
}

function byteAt(bytes: Uint8Array, place: number): number {
  return bytes[place] ?? 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
