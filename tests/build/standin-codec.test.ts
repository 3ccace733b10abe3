import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { fc } from '../properties.ts';

type Codec = { readonly encode: (value: unknown) => string; readonly decode: (text: string) => unknown };
const { codec }: { readonly codec: () => Codec } = createRequire(import.meta.url)('../e2e/standin/codec.cjs');
const { encode, decode } = codec();
const across = (value: unknown) => decode(encode(value));

describe('the stand-in s IPC carries what structured clone carries', () => {
  test('whatever plain data', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true });
    fc.assert(
      fc.property(anything, (value) => {
        expect(across(value)).toEqual(structuredClone(value));
      }),
    );
  });

  test.each([
    new Uint8Array([1, 2, 3]),
    new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
    new Float64Array([1.5, -0]),
    new Uint8Array([9]).buffer,
    /x+/gi,
    undefined,
    Number.NaN,
    new Date(Number.NaN),
    -0,
  ])('%o', (value) => {
    expect(across(value)).toEqual(structuredClone(value));
  });

  test('shared and cyclic references', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    const [first, second] = across([cycle, cycle]) as [typeof cycle, typeof cycle];
    expect(first).toBe(second);
    expect(first.self).toBe(first);
  });

  test('errors keep their kind', () => {
    expect(across(new RangeError('boom'))).toEqual(new RangeError('boom'));
    expect(across(new RangeError('boom'))).toBeInstanceOf(RangeError);
  });

  test('and refuses what it refuses', () => {
    expect(() => encode({ call: () => 1 })).toThrow('An object could not be cloned.');
    expect(() => encode(new WeakMap())).toThrow('An object could not be cloned.');
  });
});
