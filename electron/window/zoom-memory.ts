import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../disk/durable-file.ts';
import { serially } from '../disk/serially.ts';
import { nearestZoom, ZOOMS } from './zoom.ts';

const FILE = 'window.json';
const memory = z.strictObject({ format: z.literal(1), zoom: z.number().positive() });

export type ZoomMemory = {
  /** The size the page was last shown at, as one of the steps; the smallest where none is remembered. */
  readonly read: () => Promise<number>;
  readonly keep: (zoom: number) => Promise<void>;
};

/**
 * How large the page is shown, remembered in the data folder, where it outlives an update and whatever clears Chromium's
 * own memory. What cannot be read or written is not: the size must not be what stops the program.
 */
export const createZoomMemory = (dataFolder: string): ZoomMemory => {
  const inTurn = serially();
  const file = path.join(dataFolder, FILE);
  return {
    read: async () => {
      try {
        return nearestZoom(memory.parse(JSON.parse(await readFile(file, 'utf8'))).zoom);
      } catch {
        return ZOOMS[0];
      }
    },
    keep: (zoom) =>
      inTurn(async () => {
        const kept = { format: 1, zoom } satisfies z.infer<typeof memory>;
        await writeDurably(file, new TextEncoder().encode(`${JSON.stringify(kept)}\n`)).catch(() => undefined);
      }),
  };
};
