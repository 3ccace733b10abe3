import { contextMaker } from '../history/context.ts';
import type { Draft } from '../history/draft.ts';
import { OfficeState } from '../history/office-state.ts';
import { hasError } from '../kit/complaint.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { validateValues } from '../kit/validate.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { EXAMPLE_CLERK } from './example-names.ts';

/** The rev of records that are still being invented: the store gives the real one. */
const UNWRITTEN = '';

/** Where the example is laid out, ledger by ledger, before the store writes it: later ledgers point at earlier ones. */
export class ExampleDesk {
  readonly today: Day;
  readonly #state: OfficeState;
  readonly #contextIn: ReturnType<typeof contextMaker>;
  readonly #contexts = new Map<Day, LedgerContext>();
  #last = 0;

  constructor(ledgers: readonly Ledger[], today: Day) {
    this.today = today;
    this.#state = new OfficeState(ledgers);
    this.#contextIn = contextMaker(this.#state);
  }

  readonly newId = (): string => {
    this.#last += 1;
    return `example-${this.#last}`;
  };

  /** What rules look at on a day. Records of the ledger being laid out may be missing from its lists. */
  context(on: Day): LedgerContext {
    const known = this.#contexts.get(on) ?? this.#contextIn(on, EXAMPLE_CLERK);
    this.#contexts.set(on, known);
    return known;
  }

  records(ledgerId: string): readonly LedgerRecord[] {
    return [...this.#state.table(ledgerId).records.values()];
  }

  /** Lays records out; one the ledger's own rules refuse is left out, so that the store takes what remains. */
  lay(ledger: Ledger, all: readonly Values[]): readonly Draft[] {
    const context = this.#contextIn(this.today, EXAMPLE_CLERK);
    const drafts = all
      .filter((values) => !hasError(validateValues(ledger, values, context)))
      .map((values) => ({ kind: 'create' as const, ledger: ledger.id, id: this.newId(), values }));
    return this.take(drafts);
  }

  /** Takes drafts that stand already, such as those of a first start, giving ids to those without. */
  take(drafts: readonly Draft[]): readonly Draft[] {
    const named = drafts.flatMap((draft) =>
      draft.kind === 'create' ? [{ ...draft, id: draft.id ?? this.newId() }] : [],
    );
    for (const { ledger, id, values } of named) {
      this.#state.apply({ kind: 'create', ledger, id, rev: UNWRITTEN, values }, UNWRITTEN);
      this.#state.table(ledger).changes += 1;
    }
    this.#contexts.clear();
    return named;
  }
}
