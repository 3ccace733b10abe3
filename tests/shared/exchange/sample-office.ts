import { withWaiting } from '../../../shared/exchange/join-packages.ts';
import { leavingEntry } from '../../../shared/exchange/leaving.ts';
import { mergeReason } from '../../../shared/exchange/merge-note.ts';
import type { Conflict } from '../../../shared/exchange/merge-record.ts';
import { type OpenedPackage, openPackage, writePackage } from '../../../shared/exchange/package-file.ts';
import { goesOn, type Held, planMerge } from '../../../shared/exchange/plan-merge.ts';
import { foldUnion } from '../../../shared/exchange/union-fold.ts';
import type { EncodedEntry, Entry } from '../../../shared/history/batch.ts';
import type { Change, Reason } from '../../../shared/history/change.ts';
import { decodeEntry, encodeBatch } from '../../../shared/history/encode.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { applyBatch, foldOrder } from '../../../shared/history/replay.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { sampleLedgers } from '../history/sample-ledgers.ts';

const SALT = '0123456789abcdef0123456789abcdef';
const AT = '2026-01-05T09:41:07+08:00';

export type Batch = { readonly entries: readonly Entry[]; readonly bytes: readonly Uint8Array[] };

/** An installation without a database: its log, what it folds to, and packages in and out. */
export class SampleOffice {
  readonly name: string;
  readonly chain: string;
  readonly ledgers: readonly Ledger[];
  /** Every batch held, by chain, in order. */
  readonly log = new Map<string, Batch[]>();
  readonly offices = new Map<string, string>();
  /** As the program has it in memory: own batches applied one by one, folded anew by each merge. */
  state: OfficeState;
  conflicts: readonly Conflict[] = [];
  #ids = 0;

  constructor(name: string, ledgers: readonly Ledger[] = sampleLedgers) {
    this.name = name;
    this.chain = `chain-${name}`;
    this.ledgers = ledgers;
    this.state = new OfficeState(ledgers);
  }

  newId(): string {
    this.#ids += 1;
    return `${this.name}-${this.#ids}`;
  }

  write(changes: readonly Change[], reason: Reason = { kind: 'edit', text: '修改' }): void {
    const last = this.state.positions.get(this.chain);
    const frame = {
      chain: this.chain,
      sequence: (last?.sequence ?? 0) + 1,
      lamport: this.state.lamport + 1,
      previous: last?.hash ?? '',
      operator: `${this.name}的经办人`,
      at: AT,
      reason,
      versions: Object.fromEntries(this.ledgers.map(({ id, version }) => [id, version])),
    };
    const batch = read(encodeBatch({ frame, changes, salts: () => SALT }));
    this.#hold(batch);
    const fault = applyBatch(this.state, batch.entries);
    if (fault !== undefined) throw new Error(fault);
  }

  /** The own chain in packages of so many batches, each going on from the one before. */
  inPieces(length: () => number): readonly Uint8Array[] {
    const pieces: Uint8Array[] = [];
    const last = this.state.positions.get(this.chain)?.sequence ?? 0;
    for (let from = 1; from <= last; ) {
      const to = Math.min(last, from + length() - 1);
      pieces.push(this.package(from, false, to));
      from = to + 1;
    }
    return pieces;
  }

  /** A package of the own chain from a batch on, and of others' chains where `passesOn`. */
  package(from = 1, passesOn = false, to = Number.MAX_SAFE_INTEGER): Uint8Array<ArrayBuffer> {
    const chains = [...this.log.keys()].filter((chain) => passesOn || chain === this.chain);
    const entries: Uint8Array[] = [];
    let [changes, withheld] = [0, 0];
    const ranges = chains.flatMap((chain) => {
      const batches = (this.log.get(chain) ?? []).filter(({ entries: [first] }) => {
        const sequence = first?.header.sequence ?? 0;
        return chain !== this.chain || (from <= sequence && sequence <= to);
      });
      for (const { bytes } of batches) {
        for (const one of bytes) {
          const leaving = leavingEntry(one, this.state);
          entries.push(leaving.bytes);
          changes += leaving.entry.header.changes;
          withheld += leaving.withheld;
        }
      }
      const [first, last] = [batches[0]?.entries[0], batches.at(-1)?.entries.at(-1)];
      if (!first || !last) return [];
      const office = this.offices.get(chain) ?? this.name;
      return [[chain, { office, from: first.header.sequence, to: last.header.sequence, head: last.hash }] as const];
    });
    const names = [this.name, ...this.offices.values()];
    return writePackage(
      {
        version: '0.1.0',
        at: AT,
        office: { id: this.name, name: this.name },
        receiver: '区里',
        declarations: Object.fromEntries(this.ledgers.map(({ id, version }) => [id, version])),
        chains: Object.fromEntries(ranges),
        offices: Object.fromEntries(names.map((name) => [name, name])),
        counts: { entries: entries.length, changes, withheld },
      },
      entries,
    );
  }

  /** Packages that came before their predecessors. */
  readonly waiting = new Set<OpenedPackage>();

  /** Takes a package as the program does: one that comes too early waits, and comes along with the one it waited for. */
  take(file: Uint8Array): void {
    const alone = openPackage(file, this.ledgers);
    const waiting = [...this.waiting].map((opened) => ({ opened }));
    const { opened, along } = withWaiting(alone, waiting, (joined) => goesOn(joined, this.#held()));
    if (!goesOn(opened, this.#held())) this.waiting.add(opened);
    else {
      this.#merge(opened);
      for (const one of along) this.waiting.delete(one.opened);
    }
  }

  /** Merges a package whole, or throws and changes nothing. Answers how many batches were new. */
  merge(file: Uint8Array): number {
    return this.#merge(openPackage(file, this.ledgers));
  }

  #held(): Held {
    const chains = new Map(
      [...this.state.positions].map(([chain, { sequence }]) => {
        const hashAt = (at: number) => this.log.get(chain)?.[at - 1]?.entries.at(-1)?.hash;
        return [chain, { sequence, hashAt }] as const;
      }),
    );
    return { office: this.name, chains, own: new Set([this.chain]), offices: this.offices, origins: [] };
  }

  #merge(opened: OpenedPackage): number {
    const plan = planMerge(opened, this.#held());
    if (plan.batches.length === 0) return 0;
    for (const batch of plan.batches) this.#hold(batch);
    for (const [chain, { office }] of plan.reach) if (office !== this.name) this.offices.set(chain, office);
    this.#foldAnew();
    const note = { by: this.name, chains: Object.fromEntries(plan.reach), offices: opened.manifest.offices };
    this.write([], mergeReason(`并入${opened.manifest.office.name}的交换包`, note));
    return plan.batches.length;
  }

  /** What the log amounts to, folded from nothing. */
  folded() {
    const batches = foldOrder(
      [...this.log.values()].flat().flatMap(({ entries }) => {
        const header = entries[0]?.header;
        return header ? [{ chain: header.chain, sequence: header.sequence, lamport: header.lamport, entries }] : [];
      }),
    );
    return foldUnion(
      this.ledgers,
      batches.map(({ entries }) => entries),
      this.offices,
    );
  }

  record(ledger: string, id: string): LedgerRecord {
    const found = this.state.table(ledger).records.get(id);
    if (!found) throw new Error(`no ${ledger} ${id}`);
    return found;
  }

  #foldAnew(): void {
    const { state, conflicts } = this.folded();
    this.state = state;
    this.conflicts = conflicts;
  }

  #hold(batch: Batch): void {
    const chain = batch.entries[0]?.header.chain ?? '';
    this.log.set(chain, [...(this.log.get(chain) ?? []), batch]);
  }
}

const read = (encoded: readonly EncodedEntry[]): Batch => ({
  entries: encoded.map(({ bytes }) => decodeEntry(bytes)),
  bytes: encoded.map(({ bytes }) => bytes),
});

/** What a state says, in a form two can be compared in: every record of every ledger, standing or deleted, by id. */
export function contentsOf(state: OfficeState): unknown {
  const sorted = (records: ReadonlyMap<string, LedgerRecord>) =>
    [...records.values()]
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, rev, values }) => ({ id, rev, values }));
  return [...state.tables()].map(([ledger, { records, deleted }]) => ({
    ledger,
    records: sorted(records),
    deleted: sorted(deleted),
  }));
}

/** The same without the order of child rows, which a later merge may set anew. */
export const unordered = (contents: unknown): unknown =>
  JSON.parse(JSON.stringify(contents), (_, value) =>
    Array.isArray(value) && value.some((one) => Object(one).id !== undefined)
      ? value.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      : value,
  );
