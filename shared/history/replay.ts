import type { Entry } from './batch.ts';
import { verifyChain } from './chain.ts';
import type { OfficeState } from './office-state.ts';

/** A batch left out of the state, and why. */
export type DroppedBatch = { readonly chain: string; readonly sequence: number; readonly why: string };

/** Why the entries are no whole batch: without its closing record, or with one that does not add up, nothing counts. */
export function batchFault(entries: readonly Entry[]): string | undefined {
  const closing = entries.at(-1)?.header;
  if (!closing?.closing) return '批次没有写完（缺少收尾条目）';
  const verdict = verifyChain(entries);
  return verdict.broken?.why;
}

/**
 * Applies one whole batch, parts and closing record, or nothing of it.
 * Returns why it was dropped, or undefined once it is applied.
 */
export function applyBatch(state: OfficeState, entries: readonly Entry[]): string | undefined {
  const fault = batchFault(entries) ?? countedFault(state, entries);
  if (fault !== undefined) return fault;
  for (const entry of entries) state.applyPart(entry);
  const closing = entries.at(-1);
  if (closing) state.finishBatch(closing.header, closing.hash);
  return undefined;
}

/** A batch counts once. Whether it links to the one before is the chain's verification, not a reason to lose records. */
function countedFault(state: OfficeState, entries: readonly Entry[]): string | undefined {
  const header = entries[0]?.header;
  const counted = header && state.positions.get(header.chain);
  return header && counted && header.sequence <= counted.sequence ? '批次已经计入' : undefined;
}

type Place = { readonly chain: string; readonly sequence: number; readonly lamport: number };

/**
 * The order in which batches of many chains fold into one state: by Lamport counter, then chain, then sequence. Every
 * installation that holds the same batches comes to the same state, whatever order they arrived in.
 */
export function foldOrder<P extends Place>(batches: readonly P[]): P[] {
  return batches.toSorted(
    (a, b) => a.lamport - b.lamport || (a.chain < b.chain ? -1 : a.chain > b.chain ? 1 : a.sequence - b.sequence),
  );
}

/** Groups entries that stand in the order of chain, sequence and part into batches. */
export function batchesOf(entries: readonly Entry[]): Entry[][] {
  const batches: Entry[][] = [];
  for (const entry of entries) {
    const open = batches.at(-1);
    const last = open?.at(-1)?.header;
    const continues = last && last.chain === entry.header.chain && last.sequence === entry.header.sequence;
    if (open && continues) open.push(entry);
    else batches.push([entry]);
  }
  return batches;
}
