import type { Figure } from '../indicators/figure.ts';
import type { Period } from '../indicators/period.ts';
import { LedgerError } from '../kit/complaint.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { filterTest } from '../kit/query.ts';
import type { LedgerRecord } from '../kit/values.ts';
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
    for (const { indicator: id, span } of bound) {
      const indicator = formIndicator(id);
      if (indicator?.prepare === undefined || seen.has(`${indicator.ledger} ${span}`)) continue;
      seen.add(`${indicator.ledger} ${span}`);
      const records = context.records(indicator.ledger);
      let read = 0;
      for (const _ of indicator.prepare({ records, period: spannedPeriod(period, span), context })) {
        read += 1;
        if (read % SLICE === 0) yield;
      }
    }
  }

  #count({ indicator: id, where, span }: BoundFigure, line: LineRecords | undefined): Figure {
    const indicator = formIndicator(id);
    if (indicator === undefined) throw noIndicator(id);
    const { context, period } = this.#request;
    const own = this.#recordsOf(indicator.ledger, line);
    const records = where === undefined ? own : own.filter(conditionsTest(where));
    return indicator.measure({ records, period: spannedPeriod(period, span), context });
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
