import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { bytesOfHex, hexOf } from '../../../shared/kit/hex.ts';
import { Sha256, sha256 } from '../../../shared/kit/sha256.ts';
import { fc } from '../../properties.ts';

const text = (words: string) => new TextEncoder().encode(words);

test('the examples of FIPS 180-4', () => {
  expect(sha256(text(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256(text('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256(text('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('every length around the ends of blocks, and a megabyte, as Node hashes them', () => {
  const lengths = [...Array.from({ length: 200 }, (_, length) => length), 1_000_003];
  for (const length of lengths) {
    const bytes = Uint8Array.from({ length }, (_, at) => at * 7 + length);
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('bytes in whatever pieces, by one that has hashed before', () => {
  const hash = new Sha256();
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 6 }), fc.nat(20), (pieces, margin) => {
      const around = new Uint8Array(margin).fill(1);
      for (const piece of pieces) {
        const within = Uint8Array.from([...around, ...piece, ...around]);
        hash.update(within, margin, margin + piece.length);
      }
      expect(hash.hex()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    }),
  );
});

test('hex digits and bytes say the same', () => {
  expect(hexOf(Uint8Array.of(0, 9, 171, 255))).toBe('0009abff');
  expect([...bytesOfHex('0009abff')]).toEqual([0, 9, 171, 255]);
});
