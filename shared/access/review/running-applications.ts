import { textIn } from '../../kit/field-values.ts';
import { groupedByEach } from '../../kit/grouped.ts';
import { dice, pieces } from '../../kit/similarity.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';

/** States in which an application neither is in hand nor valid any more. */
const OVER: ReadonlySet<string> = new Set(['REJECTED', 'EXITED', 'WITHDRAWN', 'ARCHIVED']);

/** True while an application is in hand or admitted and valid; a repeat of it is a duplicate. */
export const isRunning = (record: LedgerRecord): boolean => !OVER.has(textIn(record.values, STATE_FIELD));

/** Names that share this much of their pieces mean the same task; 消防宣传 and 消防检查 stay below. */
const SAME_TASK = 0.8;

type Named = { readonly record: LedgerRecord; readonly pieces: ReadonlySet<string> };

/** Running applications by the pieces of their names, so that one is compared only with those that share a piece. */
export type RunningIndex = ReadonlyMap<string, readonly Named[]>;

export const runningIndex = (applications: readonly LedgerRecord[]): RunningIndex =>
  groupedByEach(
    applications
      .filter(isRunning)
      .map((record): Named => ({ record, pieces: pieces(textIn(record.values, 'itemName')) })),
    (named) => named.pieces,
  );

/** Running applications whose name says the same as this one's, most alike first; never the record itself. */
export function sameTask(record: LedgerRecord, index: RunningIndex): readonly LedgerRecord[] {
  const own = pieces(textIn(record.values, 'itemName'));
  const alike = new Map<LedgerRecord, number>();
  for (const piece of own) {
    for (const other of index.get(piece) ?? []) {
      if (other.record.id === record.id || alike.has(other.record)) continue;
      alike.set(other.record, dice(own, other.pieces));
    }
  }
  return [...alike]
    .filter(([, likeness]) => likeness >= SAME_TASK)
    .sort((left, right) => right[1] - left[1])
    .map(([other]) => other);
}
