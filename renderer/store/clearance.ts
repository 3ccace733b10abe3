import type { Change } from '../../shared/history/change.ts';
import type { OfficeState } from '../../shared/history/office-state.ts';
import { type Complaint, error, warning } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import { isRestricted } from '../../shared/kit/restricted.ts';
import type { Day, LedgerRecord } from '../../shared/kit/values.ts';
import { operator as operators } from '../../shared/ledgers/operator.ts';
import { operatorNamed, rosterOn } from '../../shared/operators/roster.ts';
import type { Receipt } from './store-api.ts';

/** Whoever may not see a record may not change it either. */
export const HIDDEN: Complaint = error(
  'record/restricted',
  '这是受限内容（检举控告），须由经授权的操作员办理。没有改动任何数据。',
);

/** Who looks, and when. */
type Viewer = { readonly operator: string; readonly today: Day };

/**
 * What the operator may see of the restricted records (信访工作条例 第三十条).
 */
export class Clearance {
  #known: { readonly stamp: string; readonly isCleared: boolean } | undefined;
  readonly #state: () => OfficeState;
  readonly #viewer: () => Viewer;

  constructor(state: () => OfficeState, viewer: () => Viewer) {
    this.#state = state;
    this.#viewer = viewer;
  }

  /** Whether the roster of the day clears whoever works. Asked for every row, so an answer is kept while it holds. */
  get isCleared(): boolean {
    const { operator, today } = this.#viewer();
    const { records, changes } = this.#state().table(operators.id);
    const stamp = `${today}/${changes}/${operator}`;
    if (this.#known?.stamp !== stamp) {
      const isCleared = operatorNamed(rosterOn(records.values(), today), operator)?.isCleared ?? false;
      this.#known = { stamp, isCleared };
    }
    return this.#known.isCleared;
  }

  sees(ledger: Ledger | undefined, record: LedgerRecord): boolean {
    return this.isCleared || !isRestricted(ledger, record.values);
  }

  /** Of some records of one ledger those the operator may see. */
  visible(ledger: Ledger | undefined, records: Iterable<LedgerRecord>): LedgerRecord[] {
    const all = [...records];
    if (!ledger?.restricted || this.isCleared) return all;
    return all.filter(({ values }) => !isRestricted(ledger, values));
  }

  /** Whether there is such a record, deleted ones included, that the operator may not see: here, or in another state. */
  hides(ledgerId: string, id: string, state = this.#state()): boolean {
    // Of a bulk batch every change is asked; hardly a ledger has anything to hide.
    if (this.isCleared || !state.ledger(ledgerId)?.restricted) return false;
    const { records, deleted } = state.table(ledgerId);
    const record = records.get(id) ?? deleted.get(id);
    return record !== undefined && !this.sees(state.ledger(ledgerId), record);
  }

  /** A receipt that says what was written and is not shown to whoever wrote it: it would look lost. */
  told(receipt: Receipt, changes: readonly Change[]): Receipt {
    const hidden = changes.filter(({ kind, ledger, id }) => kind !== 'delete' && this.hides(ledger, id)).length;
    if (hidden === 0) return receipt;
    const message = `其中 ${hidden} 条属受限内容（检举控告），已经存入，只有经授权的操作员可以查看。`;
    return { ...receipt, hidden, warnings: [warning('record/hidden', message), ...receipt.warnings] };
  }
}
