import { z } from 'zod';
import type { Reason } from '../history/change.ts';

/**
 * What a merge says of itself in the log, by a batch without changes: whose chains came, and up to which batch each now
 * counts here. It is how anybody who reads the log knows what its writer had seen, and it is written last: chains that no
 * note names do not count. Taking a merge back is a note too, with the positions from before it.
 */
export type MergeNote = {
  /** The office that merged. */
  readonly by: string;
  readonly chains: { readonly [chain: string]: { readonly office: string; readonly to: number } };
  /** Names of the offices, by id. */
  readonly offices: { readonly [id: string]: string };
};

/** The envelope's reasons are final, so a note travels in `of`, like the mark of a purge. */
const MARK = 'merge ';

const noteSchema = z.object({
  by: z.string(),
  chains: z.record(z.string().min(1), z.object({ office: z.string(), to: z.int().nonnegative() })),
  offices: z.record(z.string(), z.string()),
});

/** The reason of the batch that carries a note; `text` is for the timeline. */
export const mergeReason = (text: string, note: MergeNote): Reason => ({
  kind: 'edit',
  text,
  of: MARK + JSON.stringify(note),
});

/** The note a batch carries, if it is one of a merge. */
export function mergeNoteOf({ kind, of }: Reason): MergeNote | undefined {
  if (kind !== 'edit' || of === undefined || !of.startsWith(MARK)) return undefined;
  try {
    return noteSchema.safeParse(JSON.parse(of.slice(MARK.length))).data;
  } catch {
    return undefined;
  }
}
