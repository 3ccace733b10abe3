import { dice, pieces } from '../../kit/similarity.ts';
import { textIn } from '../../kit/steps.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';

/** States in which an application neither is in hand nor valid any more. */
const OVER: ReadonlySet<string> = new Set(['REJECTED', 'EXITED', 'WITHDRAWN', 'ARCHIVED']);

/** True while an application is in hand or admitted and valid; a repeat of it is a duplicate. */
export const isRunning = (record: LedgerRecord): boolean => !OVER.has(textIn(record.values, STATE_FIELD));

/** Names that share this much of their pieces mean the same task; 消防宣传 and 消防检查 stay below. */
export const SAME_TASK = 0.8;

type Named = { readonly record: LedgerRecord; readonly pieces: ReadonlySet<string> };

/** Running applications by the pieces of their names, so that one is compared only with those that share a piece. */
export type RunningIndex = ReadonlyMap<string, readonly Named[]>;

export function runningIndex(applications: readonly LedgerRecord[]): RunningIndex {
  const index = new Map<string, Named[]>();
  for (const record of applications) {
    if (!isRunning(record)) continue;
    const named = { record, pieces: pieces(textIn(record.values, 'itemName')) };
    for (const piece of named.pieces) {
      const list = index.get(piece);
      if (list === undefined) index.set(piece, [named]);
      else list.push(named);
    }
  }
  return index;
}

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
