import { expect, test } from 'vitest';
import { utf8Texts } from '../../../shared/workbook/utf8-text.ts';
import { fc } from '../../properties.ts';

const textOf = utf8Texts();

/** As the browser's own decoder reads it. */
const decoded = (bytes: Uint8Array, start: number, end: number): string =>
  new TextDecoder('utf-8').decode(bytes.subarray(start, end));

const text = fc.string({ unit: fc.constantFrom('a', '0', '甲', '，', '·', '𠮷', '\ufeff', '\ufffd', '\u0800', '\0') });

test('texts are what the decoder makes of them, wherever they begin and end', () => {
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(60), (whole, one, other) => {
      const bytes = new TextEncoder().encode(whole);
      const [start, end] = [Math.min(one, other), Math.min(Math.max(one, other), bytes.length)];
      expect(textOf(bytes, start, end)).toBe(decoded(bytes, start, end));
    }),
    { numRuns: 1000 },
  );
});

test('bytes that are no UTF-8 come out as the decoder has them', () => {
  const byte = fc.oneof(fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xe0, 0xe4, 0xed, 0xa0, 0xef, 0xbb, 0xf0), fc.nat(255));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), fc.array(byte, { maxLength: 12 }), (some, likely) => {
      for (const bytes of [some, Uint8Array.from(likely)]) {
        expect(textOf(bytes, 0, bytes.length)).toBe(decoded(bytes, 0, bytes.length));
      }
    }),
    { numRuns: 2000 },
  );
});

test('long texts come whole', () => {
  const long = '诉求abc'.repeat(8000);
  const bytes = new TextEncoder().encode(long);
  expect(textOf(bytes, 0, bytes.length)).toBe(long);
});
