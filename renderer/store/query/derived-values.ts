import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import type { StoreCore } from '../store-core.ts';

const NOTHING: Values = {};

/** Holidays and parameters, on which every limit rests. */
const SURROUNDINGS = ['holiday', 'parameter'];

/** Values computed from records, kept until what they rest on changes. */
export class DerivedValues {
  readonly #core: StoreCore;
  readonly #kept = new Map<string, { readonly stamp: string; readonly values: WeakMap<LedgerRecord, Values> }>();

  constructor(core: StoreCore) {
    this.#core = core;
  }

  /** What the derived values of a ledger rest on beside the record. */
  stamp({ derived }: Ledger): string {
    const { restsOn } = derived ?? {};
    return restsOn ? `${this.#core.today}/${this.#core.changesOf([...SURROUNDINGS, ...restsOn])}` : this.#core.stamp();
  }

  /** The values as they stand now, as a function made once for many records. */
  of(ledger: Ledger): (record: LedgerRecord) => Values {
    const { derived } = ledger;
    if (!derived) return () => NOTHING;
    const context = this.#core.context();
    const stamp = this.stamp(ledger);
    const kept = this.#kept.get(ledger.id);
    const values = kept?.stamp === stamp ? kept.values : new WeakMap<LedgerRecord, Values>();
    if (values !== kept?.values) this.#kept.set(ledger.id, { stamp, values });
    return (record) => {
      const known = values.get(record);
      if (known) return known;
      const made = derived.compute(record, context);
      values.set(record, made);
      return made;
    };
  }
}
