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

const laterSchema = z.object({
  format: z.int(),
  reason: z.object({ kind: z.string().regex(/^[a-z][a-zA-Z]*$/) }).optional(),
});

/** Whether a first line that is no header here is one of a later program: another format, or a reason not known here. */
export function isLaterHeader(line: string): boolean {
  try {
    const { format, reason } = laterSchema.parse(JSON.parse(line));
    return format > 1 || (reason !== undefined && !headerSchema.shape.reason.shape.kind.safeParse(reason.kind).success);
  } catch {
    return false;
  }
}

/** The header of an entry's first line, or undefined where the line is none. */
export function parseHeader(line: string): EntryHeader | undefined {
  try {
    return headerSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
