import type { JournalTail } from '../../../shared/desktop-api.ts';
import { frameAround } from '../../../shared/history/journal-frame.ts';
import { joinedBytes, MEGABYTE } from '../../../shared/kit/bytes.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { sha256 } from '../../desktop/sha256.ts';
import type { BatchKey, LedgerDatabase } from '../database.ts';
import { letGo } from '../let-go.ts';
import { Pace } from '../slices.ts';
import type { StoreStatus } from '../store-api.ts';
import type { StoreParts } from '../store-core.ts';
import type { Entries } from './entries-again.ts';
import { KeptEntries } from './kept-entries.ts';

/** Largest chunk that crosses to the shell, in bytes. */
const CHUNK = MEGABYTE;

/** Where whatever refused gave no reason of its own. */
const UNKNOWN = '副本未写。数据已在数据库中保存，程序会自动重试；请检查磁盘空间和数据目录的权限。';

/**
 * Keeps the journal up with the database. A batch the journal refused stays pending and is written before any later
 * one: from memory, so that a database lost meanwhile takes nothing along, or read back where it is not there any more.
 */
export class JournalRelay {
  readonly #journal: StoreParts['journal'];
  readonly #database: LedgerDatabase;
  readonly #isForeign: (chain: string) => boolean;
  #pending: BatchKey[] = [];
  readonly #kept = new KeptEntries();
  /** Chains of which the journal lacks batches that the database lacks too. */
  readonly #cutOff = new Set<string>();
  /** False until the journal's tail was read: what it lacks is unknown till then. */
  #isRead = false;
  /** Why the journal last refused, in the shell's words; it counts while something is owed. */
  #refusal = UNKNOWN;

  /** `isForeign` tells the chains of other offices. */
  constructor({ journal, database }: Pick<StoreParts, 'journal' | 'database'>, isForeign: (chain: string) => boolean) {
    this.#journal = journal;
    this.#database = database;
    this.#isForeign = isForeign;
  }

  get exists(): boolean {
    return this.#journal !== undefined;
  }

  /** Whether the journal cannot take later batches of a chain, because earlier ones are lost in both copies. */
  cannotFollow(chain: string): boolean {
    return this.#cutOff.has(chain);
  }

  /** Batches the journal still lacks; one at least while it could not be read. */
  get behind(): number {
    return this.exists && !this.#isRead ? Math.max(1, this.#pending.length) : this.#pending.length;
  }

  /** What the journal lacks, and why as far as it is known. */
  get status(): Pick<StoreStatus, 'journalBehind' | 'journalProblem'> {
    return { journalBehind: this.behind, ...(this.behind > 0 ? { journalProblem: this.#refusal } : {}) };
  }

  /**
   * Reads what the journal holds of each chain and notes what it lacks. Nothing where there is no journal or it cannot
   * be read now: then every later attempt begins with this.
   */
  async readTail(): Promise<JournalTail | undefined> {
    try {
      const tail = await this.#journal?.tail();
      if (!tail) return undefined;
      this.#noteMissing(await this.#held(), tail);
      this.#isRead = true;
      return tail;
    } catch (thrown) {
      this.#refusal = refusalOf(thrown);
      return undefined;
    }
  }

  /**
   * Writes a batch that the database already has, and reads it there unless its entries are given. False where the journal
   * refused: the batch is then pending.
   */
  async append(batch: BatchKey, entries?: Entries): Promise<boolean> {
    if (!this.#journal) return false;
    const isBehind = this.behind > 0;
    if (!isBehind && (await this.#send(entries ?? this.#stored(batch)))) return true;
    this.#pending.push(batch);
    if (entries) this.#kept.keep(batch, entries);
    return isBehind && this.retry();
  }

  /**
   * The batches of the database, in the order of the fold, but for the first: the chain a journal begins with is this
   * office's own (`unionInLog`). Of a database that cannot be read, those that are owed, where any is at hand: the others
   * stay owed, and none goes before them.
   */
  async #held(): Promise<readonly BatchKey[]> {
    try {
      const batches = (await this.#database.closings()).map(([chain, sequence]) => ({ chain, sequence }));
      const first = batches.find(({ chain }) => !this.#isForeign(chain));
      return first ? [first, ...batches.filter((batch) => batch !== first)] : batches;
    } catch (thrown) {
      if (!this.#pending.some((batch) => this.#kept.of(batch))) throw thrown;
      return this.#pending;
    }
  }

  /**
   * Notes every batch that the journal lacks, by its tail. The journal takes a chain without gaps only:
   * what stands beyond a lost batch lies in the database, in what the journal set aside, and in the snapshots.
   */
  #noteMissing(batches: readonly BatchKey[], tail: JournalTail): void {
    const held = new Map(tail.entries.map(({ chain, sequence }) => [chain, sequence]));
    this.#pending = [];
    this.#cutOff.clear();
    for (const { chain, sequence } of batches) {
      const last = held.get(chain);
      if (last !== undefined && sequence <= last) continue;
      if (last !== undefined && sequence > last + 1) {
        this.#cutOff.add(chain);
        continue;
      }
      held.set(chain, sequence);
      this.#pending.push({ chain, sequence });
    }
    this.#kept.only(this.#pending);
  }

  /** Tries the pending batches again, oldest first. True once the journal holds everything. */
  async retry(): Promise<boolean> {
    if (this.exists && !this.#isRead && !(await this.readTail())) return false;
    for (let [next] = this.#pending; next; [next] = this.#pending) {
      if (!(await this.#send(this.#kept.of(next) ?? this.#stored(next)))) {
        // What cannot be read now is tried again after the next attempt.
        await this.#keepOwed().catch(() => undefined);
        return false;
      }
      this.#pending.shift();
      this.#kept.letGoOf(next);
    }
    return true;
  }

  /** What is owed since before this start lies in the database alone: as far as there is room it is kept in memory, too. */
  async #keepOwed(): Promise<void> {
    for (const batch of this.#pending) {
      if (this.#kept.of(batch)) continue;
      const entries = await this.#database.entriesOf(batch.chain, batch.sequence);
      if (entries.length > 0 && !this.#kept.keep(batch, entries)) return;
    }
  }

  #stored({ chain, sequence }: BatchKey): Entries {
    return this.#database.entriesInTurn(chain, sequence);
  }

  async #send(entries: Entries): Promise<boolean> {
    const journal = this.#journal;
    if (!journal) return false;
    try {
      let held: Uint8Array | undefined;
      for await (const chunk of chunksOf(entries)) {
        if (held) {
          await journal.append(held, false);
          letGo(held);
        }
        held = chunk;
      }
      if (held) await journal.append(held, true);
      return true;
    } catch (thrown) {
      // The batch stays pending whatever it was. Where reading it stopped half way the journal holds its beginning, and
      // drops it once it is asked for its tail.
      this.#isRead = false;
      this.#refusal = refusalOf(thrown);
      return false;
    }
  }
}

const refusalOf = (thrown: unknown): string => (thrown instanceof LedgerError ? thrown.message : UNKNOWN);

/** The framed entries in chunks of at most 1 MB; small entries travel together. */
async function* chunksOf(entries: Entries): AsyncGenerator<Uint8Array> {
  const pace = new Pace();
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const { bytes } of entries) {
    const { head, tail } = frameAround(bytes.length, await sha256(bytes));
    for (const whole of [head, bytes, tail]) {
      for (let from = 0; from < whole.length; ) {
        const piece = whole.subarray(from, from + CHUNK - length);
        from += piece.length;
        gathered.push(piece);
        length += piece.length;
        if (length < CHUNK) continue;
        yield joinedBytes(gathered);
        gathered = [];
        length = 0;
      }
    }
    await pace.rest();
  }
  if (length > 0) yield joinedBytes(gathered);
}
