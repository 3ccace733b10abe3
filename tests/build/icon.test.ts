import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawIcon, ICON_SIZES } from '../../build/icon.mjs';

const build = path.resolve(import.meta.dirname, '../../build');

/** The images of an .ico: the size its directory lists, and the PNG itself. */
const imagesOf = (ico: Buffer) =>
  Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const from = ico.readUInt32LE(at + 12);
    return { listed: ico.readUInt8(at) || 256, png: ico.subarray(from, from + ico.readUInt32LE(at + 8)) };
  });

/** The rows of a PNG written by build/icon.mjs: another Node may compress the same picture to other bytes. */
const rowsOf = (png: Buffer): Buffer => inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));

test('the icon files are what build/icon.svg draws (npm run icon)', () => {
  const drawn = drawIcon();
  const kept = readFileSync(path.join(build, 'icon.ico'));
  expect(rowsOf(drawn.png).equals(rowsOf(readFileSync(path.join(build, 'icon.png'))))).toBe(true);
  expect(imagesOf(drawn.ico).map(({ png }) => rowsOf(png).toString('base64'))).toEqual(
    imagesOf(kept).map(({ png }) => rowsOf(png).toString('base64')),
  );
});

test('the .ico holds every size, each a PNG of its own', () => {
  const images = imagesOf(readFileSync(path.join(build, 'icon.ico')));
  const told = images.map(({ listed, png }) => ({
    listed,
    signature: png.toString('latin1', 1, 4),
    width: png.readUInt32BE(16),
  }));
  expect(told).toEqual(ICON_SIZES.map((size) => ({ listed: size, signature: 'PNG', width: size })));
});
