import type { FieldKind } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerRecord, Value, Values } from '../kit/values.ts';

/** Kinds of few different values, which stand in thousands of records. */
const REPEATED: ReadonlySet<FieldKind> = new Set(['choice', 'reference', 'date', 'month']);

/** Texts kept for sharing; a reference between cases names another record in each. */
const MOST = 10_000;

/**
 * Keeps what many records say alike once. Read from JSON each has a text of its own for every choice, community and day: of
 * 200,000 demands a fifth of all they take.
 */
export class SharedTexts {
  readonly #known = new Map<string, string>();
  readonly #repeated = new Map<Ledger, readonly string[]>();
  #rev = '';

  /** A record as it was read: its own texts give way to equal ones. */
  record(record: LedgerRecord, ledger: Ledger | undefined): LedgerRecord {
    const own: { rev: string } = record;
    // Records lie beside each other as they were written: by thousands of one part.
    if (own.rev === this.#rev) own.rev = this.#rev;
    else this.#rev = own.rev;
    this.values(record.values, ledger);
    return record;
  }

  /** The same for values alone. */
  values(values: Values, ledger: Ledger | undefined): void {
    const own: { [fieldId: string]: Value | undefined } = values;
    for (const fieldId of this.#repeatedIn(ledger)) {
      const value = own[fieldId];
      if (typeof value === 'string') own[fieldId] = this.#shared(value);
    }
  }

  #shared(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size < MOST) this.#known.set(text, text);
    return text;
  }

  #repeatedIn(ledger: Ledger | undefined): readonly string[] {
    if (!ledger) return [];
    const known = this.#repeated.get(ledger);
    if (known) return known;
    const fieldIds = Object.keys(ledger.fields).filter((id) => REPEATED.has(ledger.fields[id]?.kind ?? 'text'));
    this.#repeated.set(ledger, fieldIds);
    return fieldIds;
  }
}
