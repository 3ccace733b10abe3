import type { Figure } from '../indicators/figure.ts';
import { LedgerError } from '../kit/complaint.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import { filterTest } from '../kit/query.ts';
import { dayFieldOf, recordDay } from '../kit/record-day.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { comparedPeriod, comparison } from './figure-comparison.ts';
import { spannedPeriod } from './figure-span.ts';
import type { BoundFigure, Condition } from './form-binding.ts';
import { formIndicator } from './form-measures.ts';

/** What a form is filled from. */
export type FormRequest = {
  readonly context: LedgerContext;
  readonly ledgerById: (id: string) => Ledger | undefined;
  readonly period: Period;
  /** 填报单位. */
  readonly office: string;
};

export type RecordTest = (record: LedgerRecord) => boolean;

const everyRecord: RecordTest = () => true;

function conditionTest(condition: Condition): RecordTest {
  if ('is' in condition) return filterTest({ field: condition.field, is: condition.is });
  const named = filterTest({ field: condition.field, is: condition.except });
  return (record) => !named(record);
}

/** All conditions at once; a record without a value is among the rest (其他). */
export function conditionsTest(conditions: readonly Condition[] | undefined): RecordTest {
  const tests = (conditions ?? []).map(conditionTest);
  return tests.length === 0 ? everyRecord : (record) => tests.every((test) => test(record));
}

/** Records read between two chances to pause. */
const SLICE = 20;

/** Which records of a ledger belong to a row; a row is known by this very function. */
export type LineRecords = (ledger: string) => RecordTest;

/** Counts bound figures, each once: rows are gone through for the cells, for ranks and for what no row counts. */
export class FormFigures {
  readonly #request: FormRequest;
  readonly #records = new Map<LineRecords | undefined, Map<string, readonly LedgerRecord[]>>();
  readonly #figures = new Map<LineRecords | undefined, Map<BoundFigure, Figure>>();

  readonly #covered = new Map<string, boolean>();
  readonly #lacking = new Set<string>();

  constructor(request: FormRequest) {
    this.#request = request;
  }

  /**
   * The figure over the records of a row, or of the whole office.
   * @throws LedgerError form/no-indicator where this version knows no such indicator
   */
  figure(bound: BoundFigure, line?: LineRecords): Figure {
    return entryOf(
      entryOf(this.#figures, line, () => new Map()),
      bound,
      () => this.#count(bound, line),
    );
  }

  /** Works out what these figures look up, record by record; yields now and then. Counting gives the same without it. */
  *prepared(bound: readonly BoundFigure[]): Generator<undefined> {
    const { context, period } = this.#request;
    const seen = new Set<string>();
    for (const figure of bound) {
      const indicator = formIndicator(figure.indicator);
      for (const days of [spannedPeriod(period, figure.span), comparedPeriod(period, figure)]) {
        const key = `${indicator?.ledger} ${days?.first} ${days?.last}`;
        if (days === undefined || indicator?.prepare === undefined || seen.has(key)) continue;
        seen.add(key);
        const records = context.records(indicator.ledger);
        let read = 0;
        for (const _ of indicator.prepare({ records, period: days, context })) {
          read += 1;
          if (read % SLICE === 0) yield;
        }
      }
    }
  }

  /** Earlier days something was compared with of which no record is known, a line each. */
  get lacking(): readonly string[] {
    return [...this.#lacking];
  }

  #count(bound: BoundFigure, line: LineRecords | undefined): Figure {
    const { indicator: id, where, span, compared } = bound;
    const indicator = formIndicator(id);
    if (indicator === undefined) throw noIndicator(id);
    const { context, period } = this.#request;
    const own = this.#recordsOf(indicator.ledger, line);
    const records = where === undefined ? own : own.filter(conditionsTest(where));
    const now = indicator.measure({ records, period: spannedPeriod(period, span), context });
    const earlier = comparedPeriod(period, bound);
    if (compared === undefined || earlier === undefined) return now;
    const then = indicator.measure({ records, period: earlier, context });
    const hasThen = this.#hasRecords(indicator.ledger, earlier);
    return comparison(now, then, compared.as, { label: earlier.label, hasThen });
  }

  /** Whether any record of a ledger is of these days; of one that knows no days nobody can say so. */
  #hasRecords(id: string, period: Period): boolean {
    const { context, ledgerById } = this.#request;
    const ledger = ledgerById(id);
    if (ledger === undefined || dayFieldOf(ledger) === undefined) return true;
    return entryOf(this.#covered, `${id} ${period.first} ${period.last}`, () => {
      const found = context.records(id).some(({ values }) => inPeriod(period, recordDay(ledger, values)));
      if (!found) this.#lacking.add(`${period.label}没有登记过${ledger.noun}，与它相比的填“—”；补录以后再填就有`);
      return found;
    });
  }

  #recordsOf(ledger: string, line: LineRecords | undefined): readonly LedgerRecord[] {
    const byLedger = entryOf(this.#records, line, () => new Map());
    return entryOf(byLedger, ledger, () => {
      const all = this.#request.context.records(ledger);
      return line === undefined ? all : all.filter(line(ledger));
    });
  }
}

/** The entry of a key, made where there is none yet. */
function entryOf<Key, Entry>(entries: Map<Key, Entry>, key: Key, make: () => Entry): Entry {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  return made;
}

const noIndicator = (id: string): LedgerError =>
  new LedgerError(
    'form/no-indicator',
    `表样要填的指标“${id}”这一版程序里没有。没有生成文件，数据没有受影响。请在对应关系里改选一个指标。`,
  );
