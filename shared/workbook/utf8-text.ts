/** Longer texts are few, and more arguments than these a call may not take. */
const LONGEST = 4096;

/**
 * Makes texts of UTF-8 as `TextDecoder` does. To it each short text is an object outside the engine's own memory, kept as long
 * as the text: 200 bytes of 30 characters' 60, a million times in a file of 100,000 rows. Plain letters and Chinese of the
 * basic plane, nearly all there is, are read here; whatever else stands in a text is the decoder's.
 */
export function utf8Texts(): (bytes: Uint8Array, start: number, end: number) => string {
  const decoder = new TextDecoder('utf-8');
  const units: number[] = [];
  return (bytes, start, end) => {
    const length = end - start > LONGEST ? undefined : readUnits(bytes, start, end, units);
    if (length === undefined) return decoder.decode(bytes.subarray(start, end));
    units.length = length;
    return String.fromCharCode(...units);
  };
}

/** How many units the bytes are, once they stand in `units`; undefined where one takes more, or they are no UTF-8. */
function readUnits(bytes: Uint8Array, start: number, end: number, units: number[]): number | undefined {
  let length = 0;
  for (let at = start; at < end; length += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      units[length] = first;
      at += 1;
    } else {
      const [second, third] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
      const isThree = (first & 0xf0) === 0xe0 && (second & 0xc0) === 0x80 && (third & 0xc0) === 0x80;
      const unit = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      if (!isThree || at + 3 > end || !isPlain(unit)) return undefined;
      units[length] = unit;
      at += 3;
    }
  }
  return length;
}

/** Neither written longer than it need be, nor half of a character, nor a mark of byte order. */
const isPlain = (unit: number): boolean => unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) && unit !== 0xfeff;
