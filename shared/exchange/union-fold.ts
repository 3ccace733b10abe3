import type { Entry, EntryHeader } from '../history/batch.ts';
import type { Change } from '../history/change.ts';
import { OfficeState } from '../history/office-state.ts';
import { isPurge } from '../history/purge.ts';
import { recordKey } from '../history/references.ts';
import { applyBatch } from '../history/replay.ts';
import { positionOf } from '../history/rev.ts';
import { upcastChange } from '../history/upcast-change.ts';
import type { Ledger } from '../kit/ledger.ts';
import { type Conflict, mergeRecord, type Write } from './merge-record.ts';
import type { OfficeOfChain } from './office.ts';
import { type BatchPlace, Seen } from './seen.ts';

/** A record that was written by those who did not know of each other, and where in the log its writes stand. */
export type ContestedRecord = { readonly ledger: string; readonly id: string; readonly writes: readonly Write[] };

/**
 * The fold of many chains into one state. Give every batch once in the order of the fold (`add`); where writers did not
 * know of each other (`isContested`), give them all once more (`gather`); then `settle`. Most records are written by one
 * chain, and those cost nothing but a look.
 */
export class UnionFold {
  readonly state: OfficeState;
  readonly seen = new Seen();
  readonly #offices: OfficeOfChain;
  /** Last batch of each chain that wrote a record, for records that more than one chain wrote. */
  readonly #writers = new Map<string, Map<string, number>>();
  readonly #contested = new Map<string, Write[]>();
  /** The batches that purged a record. */
  readonly #purges = new Map<string, BatchPlace[]>();

  constructor(ledgers: readonly Ledger[], offices: OfficeOfChain) {
    this.state = new OfficeState(ledgers, offices);
    this.#offices = offices;
  }

  /** Counts the next batch. Answers why it was left out, or nothing. */
  add(entries: readonly Entry[]): string | undefined {
    const [first] = entries;
    if (first) this.seen.note(first.header);
    for (const { header, sealed } of entries) {
      for (const one of sealed) {
        if (!('change' in one)) continue;
        this.#noteWriter(one.change, header);
        if (isPurge(header.reason)) this.#notePurge(one.change, header);
      }
    }
    return applyBatch(this.state, entries);
  }

  /** Whether a change was written without knowing that its record is purged: asked once every batch was added. */
  givesWay({ ledger, id }: Change, by: Pick<EntryHeader, 'chain' | 'sequence' | 'reason'>): boolean {
    if (isPurge(by.reason)) return false;
    return this.#purges.get(recordKey(ledger, id))?.some((purge) => !this.seen.saw(by, purge)) === true;
  }

  get isContested(): boolean {
    return this.#contested.size > 0;
  }

  /** Takes the changes of contested records out of a batch. */
  gather(entries: readonly Entry[]): void {
    for (const { header, sealed } of entries) {
      for (const one of sealed) {
        if (!('change' in one)) continue;
        const { ledger, id } = one.change;
        const change = upcastChange(one.change, this.state.ledger(ledger), header.versions[ledger]);
        this.#contested.get(recordKey(ledger, id))?.push({ at: header, header, change });
      }
    }
  }

  /** Puts the contested records as all their writes together have them, and answers with what they leave undecided. */
  settle(): { readonly contested: readonly ContestedRecord[]; readonly conflicts: readonly Conflict[] } {
    const contested: ContestedRecord[] = [];
    const conflicts: Conflict[] = [];
    for (const [key, writes] of this.#contested) {
      const [write] = writes;
      if (!write) continue;
      const { ledger, id } = write.change;
      const merged = mergeRecord(this.state.ledger(ledger), writes, this.seen);
      if (!merged) {
        // Purged in the trash.
        if (this.#purges.has(key)) this.state.drop(ledger, id);
        continue;
      }
      this.state.put(ledger, merged.record, merged.isDeleted);
      contested.push({ ledger, id, writes });
      conflicts.push(...merged.conflicts);
    }
    return { contested, conflicts };
  }

  #notePurge({ ledger, id }: Change, { chain, sequence }: BatchPlace): void {
    const key = recordKey(ledger, id);
    this.#purges.set(key, [...(this.#purges.get(key) ?? []), { chain, sequence }]);
  }

  #noteWriter({ ledger, id, rev }: Change, by: BatchPlace): void {
    this.seen.noteRev(by, rev);
    if (this.#offices.has(by.chain) && this.state.ledger(ledger)?.isSetting) return;
    const key = recordKey(ledger, id);
    const writers = this.#writers.get(key) ?? this.#formerWriter(ledger, id, by);
    if (!writers) return;
    this.#writers.set(key, writers);
    if (!this.#contested.has(key)) {
      const isUnaware = [...writers].some(([chain, sequence]) => !this.seen.saw(by, { chain, sequence }));
      if (isUnaware) this.#contested.set(key, []);
    }
    writers.set(by.chain, by.sequence);
  }

  /** The one chain that wrote the record so far, where this one is another. */
  #formerWriter(ledger: string, id: string, by: BatchPlace): Map<string, number> | undefined {
    const { records, deleted } = this.state.table(ledger);
    const last = positionOf((records.get(id) ?? deleted.get(id))?.rev ?? '');
    return last && last.chain !== by.chain ? new Map([[last.chain, last.sequence]]) : undefined;
  }
}

/** The fold of batches that are all in memory, in the order of the fold. */
export function foldUnion(ledgers: readonly Ledger[], batches: readonly (readonly Entry[])[], offices: OfficeOfChain) {
  const fold = new UnionFold(ledgers, offices);
  for (const batch of batches) fold.add(batch);
  if (fold.isContested) for (const batch of batches) fold.gather(batch);
  return { state: fold.state, ...fold.settle() };
}
