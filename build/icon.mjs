// npm run icon: draws build/icon.svg into build/icon.ico (every size Windows asks for) and build/icon.png, with nothing
// but Node. tests/build/icon.test.ts draws it again and holds the files to it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

/** Sizes Windows picks from, for small lists up to large tiles at 200 % scaling. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256];
const PNG_SIZE = 512;
const CANVAS = 256;
/** Samples a pixel's side is divided into: enough that slanted edges are smooth. */
const SAMPLES = 4;

const folder = path.dirname(fileURLToPath(import.meta.url));

/**
 * @typedef {{ inside: (x: number, y: number) => boolean, colour: readonly number[], from: number }} Shape
 */

/** Whether a point lies in a polygon: an odd number of edges to its right. */
const inPolygon =
  (/** @type {readonly (readonly number[])[]} */ points) => (/** @type {number} */ x, /** @type {number} */ y) =>
    points.reduce((inside, [ax = 0, ay = 0], at) => {
      const [bx = 0, by = 0] = points[(at + 1) % points.length] ?? [];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
    }, false);

const inRect =
  (
    /** @type {number} */ left,
    /** @type {number} */ top,
    /** @type {number} */ width,
    /** @type {number} */ height,
    /** @type {number} */ radius,
  ) =>
  (/** @type {number} */ x, /** @type {number} */ y) => {
    // Distance to the rectangle that the rounded one grows out of.
    const dx = Math.max(left + radius - x, x - (left + width - radius), 0);
    const dy = Math.max(top + radius - y, y - (top + height - radius), 0);
    return radius === 0
      ? x >= left && x < left + width && y >= top && y < top + height
      : dx * dx + dy * dy <= radius * radius;
  };

/** @returns {readonly Shape[]} The shapes of the drawing, lowest first. */
const shapesOf = (/** @type {string} */ svg) =>
  [...svg.matchAll(/<(rect|circle|polygon)\s([^>]*)\/>/g)].map(([, kind, text = '']) => {
    const said = Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const number = (/** @type {string} */ name) => Number(said[name] ?? 0);
    const colour = [1, 3, 5].map((at) => Number.parseInt((said.fill ?? '').slice(at, at + 2), 16));
    const from = number('data-from');
    if (kind === 'rect')
      return {
        inside: inRect(number('x'), number('y'), number('width'), number('height'), number('rx')),
        colour,
        from,
      };
    if (kind === 'circle') {
      const [cx, cy, r] = [number('cx'), number('cy'), number('r')];
      return { inside: (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r, colour, from };
    }
    const points = (said.points ?? '').split(' ').map((point) => point.split(',').map(Number));
    return { inside: inPolygon(points), colour, from };
  });

/** RGBA rows of the drawing at a size: each pixel the mean of its samples. */
const draw = (/** @type {readonly Shape[]} */ shapes, /** @type {number} */ size) => {
  const shown = shapes.filter(({ from }) => size >= from).toReversed();
  const pixels = Buffer.alloc(size * size * 4);
  const step = CANVAS / size / SAMPLES;
  for (let place = 0; place < size * size; place += 1) {
    const left = (place % size) * SAMPLES;
    const top = Math.floor(place / size) * SAMPLES;
    const sum = [0, 0, 0];
    let covered = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = (left + (sample % SAMPLES) + 0.5) * step;
      const y = (top + Math.floor(sample / SAMPLES) + 0.5) * step;
      const colour = shown.find(({ inside }) => inside(x, y))?.colour;
      if (!colour) continue;
      covered += 1;
      for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (colour[channel] ?? 0);
    }
    if (covered === 0) continue;
    for (const channel of [0, 1, 2]) pixels[place * 4 + channel] = Math.round((sum[channel] ?? 0) / covered);
    pixels[place * 4 + 3] = Math.round((covered * 255) / (SAMPLES * SAMPLES));
  }
  return pixels;
};

const chunk = (/** @type {string} */ type, /** @type {Buffer} */ data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
};

/** A PNG of 8-bit RGBA rows. */
const png = (/** @type {Buffer} */ pixels, /** @type {number} */ size) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  // Each row begins with its filter, none.
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1)
    pixels.copy(rows, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** An .ico of PNG images, as Windows reads them since Vista. */
const ico = (/** @type {readonly { size: number, image: Buffer }[]} */ images) => {
  const directory = Buffer.alloc(6 + 16 * images.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(images.length, 4);
  let offset = directory.length;
  for (const [index, { size, image }] of images.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    directory.set([size % 256, size % 256, 0, 0], at);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(image.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += image.length;
  }
  return Buffer.concat([directory, ...images.map(({ image }) => image)]);
};

/** The icon's files as they follow from build/icon.svg. */
export const drawIcon = () => {
  const shapes = shapesOf(readFileSync(path.join(folder, 'icon.svg'), 'utf8'));
  const image = (/** @type {number} */ size) => png(draw(shapes, size), size);
  return { ico: ico(ICON_SIZES.map((size) => ({ size, image: image(size) }))), png: image(PNG_SIZE) };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const drawn = drawIcon();
  writeFileSync(path.join(folder, 'icon.ico'), drawn.ico);
  writeFileSync(path.join(folder, 'icon.png'), drawn.png);
  console.log(`icon.ico ${drawn.ico.length} bytes, icon.png ${drawn.png.length} bytes`);
}
