import type { Change, Reason } from '../../../shared/history/change.ts';
import { logNameOf, recordKey } from '../../../shared/history/references.ts';
import { type Complaint, LedgerError } from '../../../shared/kit/complaint.ts';
import type { FieldSpecs } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Query } from '../../../shared/kit/query.ts';
import { isRestricted } from '../../../shared/kit/restricted.ts';
import type { Day, LedgerRecord, Value, Values } from '../../../shared/kit/values.ts';
import { reasonRefusal } from '../access.ts';
import type { LedgerStore } from '../ledger-store.ts';
import type { Outcome, Row } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';

type Commit = (changes: readonly Change[], reason: Reason, warnings: readonly Complaint[]) => Promise<Outcome>;

/** What a line of the log is about beside its words. */
export type About = {
  /** The record, by `recordKey`, or the hash of a file. */
  readonly of?: string;
  /** Said once an operator and day: a page asks again whenever something changes. */
  readonly once?: boolean;
};

/**
 * The one way out of the store: whatever leaves it as a file, on paper or whole on the screen is in the log first, with who,
 * what and when. What cannot be recorded does not leave. The words name nobody, because words of the log cannot be purged.
 */
export class TakingOut {
  readonly #core: StoreCore;
  readonly #commit: Commit;
  #day: Day = '';
  /** What was said today, and whose records were typed or shown. */
  readonly #said = new Set<string>();
  #lastOpened = '';

  constructor(core: StoreCore, commit: Commit) {
    this.#core = core;
    this.#commit = commit;
  }

  /** @throws LedgerError take-out/not-noted: then nothing may leave. */
  async takeOut(text: string, { of, once = false }: About = {}): Promise<void> {
    if (once && this.#isSaid(text)) return;
    await this.#core.inTurn(() => this.takeOutInTurn(text, of));
    if (once) this.#say(text);
  }

  /** The same for whoever holds the store's turn. */
  async takeOutInTurn(text: string, of?: string): Promise<void> {
    // The envelope's reasons are final, so it is an edit that changes nothing.
    const reason: Reason = { kind: 'edit', text, ...(of === undefined ? {} : { of }) };
    const isBarred = reasonRefusal([], reason) !== undefined;
    const noted = isBarred ? undefined : await this.#commit([], reason, []).catch(() => undefined);
    if (!noted?.ok)
      throw new LedgerError(
        'take-out/not-noted',
        '没有记入操作记录，所以没有读出也没有导出任何内容。记录不受影响，请检查磁盘空间后再试。',
      );
  }

  /**
   * A record is shown in full, where lists have it in stars: said once an operator, record and day, and for no one who typed
   * it. Of a restricted one every opening is said, until another record was looked at (信访工作条例 第三十条).
   */
  async open(ledger: Ledger, record: LedgerRecord): Promise<void> {
    const of = recordKey(ledger.id, record.id);
    const opened = `${this.#core.operator} ${of}`;
    if (isRestricted(ledger, record.values)) {
      if (opened !== this.#lastOpened) await this.takeOut(`查阅受限${logNameOf(ledger, record)}`, { of });
    } else if (hasPersonal(ledger.fields, record.values) && !this.#isSaid(of))
      await this.takeOut(`查看个人信息：${logNameOf(ledger, record)}`, { of });
    this.#lastOpened = opened;
    this.#say(of);
  }

  /** Whoever typed these knows what is in them. */
  typed(records: readonly Pick<Change, 'ledger' | 'id'>[]): void {
    for (const { ledger, id } of records) this.#say(recordKey(ledger, id));
  }

  #isSaid(what: string): boolean {
    return this.#day === this.#core.today && this.#said.has(`${this.#core.operator} ${what}`);
  }

  #say(what: string): void {
    if (this.#day !== this.#core.today) this.#said.clear();
    this.#day = this.#core.today;
    this.#said.add(`${this.#core.operator} ${what}`);
  }
}

/** Says it to the log; what leaves is made after. */
export type TakeOut = (text: string, about?: About) => Promise<void>;

/** Rows of a query, whole and unmasked, taken out as `how` says. */
export async function takeOutRows(
  { rows, ledgerById, takeOut }: Pick<LedgerStore, 'rows' | 'ledgerById' | 'takeOut'>,
  query: Query,
  how: string,
): Promise<readonly Row[]> {
  const found = await rows(query);
  const ledger = ledgerById(query.ledger);
  if (ledger) await takeOut(`${how}：${rowsWords(ledger, found)}`);
  return found;
}

/** Records that leave together, in words of the log. */
export function rowsWords(ledger: Ledger, records: readonly Pick<LedgerRecord, 'values'>[]): string {
  const restricted = ledger.restricted ? records.filter(({ values }) => isRestricted(ledger, values)).length : 0;
  return `${ledger.title}，${records.length} 条${restricted === 0 ? '' : `，其中受限 ${restricted} 条`}`;
}

function hasPersonal(fields: FieldSpecs, values: Values): boolean {
  return Object.entries(fields).some(([fieldId, { personal, childFields }]) => {
    const value: Value | undefined = values[fieldId];
    if (value === undefined) return false;
    if (personal) return true;
    return childFields !== undefined && Array.isArray(value) && value.some((row) => hasPersonal(childFields, row));
  });
}
