import path from 'node:path';
import { createJournal, type Journal } from '../../electron/journal/journal.ts';
import { createSnapshots } from '../../electron/snapshots/snapshots.ts';
import type { LedgerStore } from '../../renderer/store/ledger-store.ts';
import type { Draft } from '../../renderer/store/store-api.ts';
import { Desk, receiptOf } from '../renderer/store/support.ts';

/** Small segments, so that a few hundred batches close some. */
const SEGMENT_LIMIT = 256 * 1024;

/** A desk over a real data folder: the shell's own journal and snapshots, and a database in memory. */
export class ShellDesk extends Desk {
  readonly folder: string;
  #journal: Journal | undefined;

  constructor(folder: string, idPrefix = 'id') {
    super(idPrefix);
    this.folder = folder;
    this.#open();
  }

  /** The shell as it starts anew on the folder. */
  async reopen(today?: string): Promise<void> {
    await this.close();
    this.#open(today);
  }

  #open(today = '2026-01-05'): void {
    this.#journal = createJournal(path.join(this.folder, 'journal'), SEGMENT_LIMIT);
    this.journalApi = this.#journal;
    this.snapshotsApi = createSnapshots(path.join(this.folder, 'snapshots'), () => today);
  }

  close(): Promise<void> {
    return this.#journal?.close() ?? Promise.resolve();
  }
}

/** Two records a batch: a torn one would show half of them. */
export const pair = (name: string): Draft[] =>
  ['a', 'b'].map((side) => ({ kind: 'create', ledger: 'department', id: `${name}-${side}`, values: { name } }));

export const savePair = async (store: LedgerStore, name: string) =>
  receiptOf(await store.write(pair(name), { kind: 'create', text: '登记' }));

/** The names of whole pairs; a half one is a torn batch. */
export const pairsIn = async (store: LedgerStore): Promise<readonly string[]> => {
  const ids = new Set((await store.rows({ ledger: 'department' })).map(({ id }) => id));
  const names = [...new Set([...ids].map((id) => id.slice(0, -2)))];
  const torn = names.filter((name) => !ids.has(`${name}-a`) || !ids.has(`${name}-b`));
  if (torn.length > 0) throw new Error(`torn batches: ${torn.join()}`);
  return names;
};
