import { z } from 'zod';
import type { EntryHeader } from './batch.ts';

const count = z.int().nonnegative();

const headerSchema = z.object({
  format: z.literal(1),
  chain: z.string().min(1),
  sequence: count,
  part: count,
  lamport: count,
  previous: z.string(),
  operator: z.string(),
  at: z.string(),
  reason: z.object({
    kind: z.enum([
      'setup',
      'create',
      'edit',
      'delete',
      'restore',
      'import',
      'opening',
      'transition',
      'correction',
      'undo',
    ]),
    text: z.string(),
    of: z.string().exactOptional(),
  }),
  ledgers: z.array(z.string()),
  versions: z.record(z.string(), count),
  changes: count,
  origin: z.object({ covers: z.record(z.string(), count), leaves: z.array(z.string()) }).exactOptional(),
  closing: z.object({ parts: count, changes: count }).exactOptional(),
});

/** The header of an entry's first line, or undefined where the line is none. */
export function parseHeader(line: string): EntryHeader | undefined {
  try {
    return headerSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
