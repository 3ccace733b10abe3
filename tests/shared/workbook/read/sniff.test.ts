import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sniff } from '../../../../shared/workbook/read/sniff.ts';

/**
 * A zip of 3 MB, stored, whose directory says that its part inflates to `megabytes`: what a bomb of a low ratio declares,
 * without anything in it.
 */
function declaring(megabytes: number): Uint8Array {
  const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(3 * 1024 * 1024) }, { level: 0 });
  const view = new DataView(zip.buffer);
  const directory = view.getUint32(zip.length - 22 + 16, true);
  view.setUint32(directory + 24, megabytes * 1024 * 1024, true);
  return zip;
}

test('more than 400 MB inflated are refused though no part is packed 200 times', () => {
  // 400 of 3 MB is a ratio of 133: the sum alone decides.
  expect(sniff(declaring(400))).toBe('xlsx');
  expect(() => sniff(declaring(401))).toThrow(expect.objectContaining({ code: 'import/inflates-too-far' }));
});
