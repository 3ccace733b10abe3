import type { Change, Reason } from '../../shared/history/change.ts';
import { logNameOf, recordKey } from '../../shared/history/references.ts';
import type { FieldSpecs } from '../../shared/kit/fields.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { Day, LedgerRecord, Value, Values } from '../../shared/kit/values.ts';

/**
 * Whose personal data was shown in full, lists having it in stars: the log says it before it is shown, once an operator,
 * record and day. A page asks for a record again whenever something changes, and a day's work is no thousand lines.
 */
export class Disclosures {
  #day: Day = '';
  readonly #shown = new Set<string>();

  /** Why the log keeps that a record is opened; undefined where there is nothing personal in it, or it was said today. */
  opening(today: Day, operator: string, ledger: Ledger, record: LedgerRecord): Reason | undefined {
    if (!hasPersonal(ledger.fields, record.values) || this.#isShown(today, operator, ledger.id, record.id))
      return undefined;
    const of = recordKey(ledger.id, record.id);
    return { kind: 'edit', text: `查看个人信息：${logNameOf(ledger, record)}`, of };
  }

  /** Shown now, or typed by this operator. */
  note(today: Day, operator: string, records: readonly Pick<Change, 'ledger' | 'id'>[]): void {
    if (this.#day !== today) this.#shown.clear();
    this.#day = today;
    for (const { ledger, id } of records) this.#shown.add(keyOf(operator, ledger, id));
  }

  #isShown(today: Day, operator: string, ledger: string, id: string): boolean {
    return this.#day === today && this.#shown.has(keyOf(operator, ledger, id));
  }
}

const keyOf = (operator: string, ledger: string, id: string): string => `${operator} ${recordKey(ledger, id)}`;

function hasPersonal(fields: FieldSpecs, values: Values): boolean {
  return Object.entries(fields).some(([fieldId, { personal, childFields }]) => {
    const value: Value | undefined = values[fieldId];
    if (value === undefined) return false;
    if (personal) return true;
    return childFields !== undefined && Array.isArray(value) && value.some((row) => hasPersonal(childFields, row));
  });
}
