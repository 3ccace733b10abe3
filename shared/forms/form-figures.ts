import type { Figure } from '../indicators/figure.ts';
import type { IndicatorScope } from '../indicators/indicator.ts';
import type { Period } from '../indicators/period.ts';
import { LedgerError } from '../kit/complaint.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { filterTest } from '../kit/query.ts';
import type { LedgerRecord } from '../kit/values.ts';
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

/** Counts bound figures over the records of one office; records of a ledger are read once. */
export class FormFigures {
  readonly #request: FormRequest;

  constructor(request: FormRequest) {
    this.#request = request;
  }

  /** The ledger a figure counts. */
  ledgerOf({ indicator }: BoundFigure): string {
    return this.#indicator(indicator).ledger;
  }

  /**
   * The figure over the records that pass the test (those of one row).
   * @throws LedgerError form/no-indicator where this version knows no such indicator
   */
  figure(bound: BoundFigure, isMine: RecordTest = everyRecord): Figure {
    const { ledger, measure } = this.#indicator(bound.indicator);
    const { context, period } = this.#request;
    const fits = conditionsTest(bound.where);
    const records = context.records(ledger).filter((record) => isMine(record) && fits(record));
    return measure({ records, period, context } satisfies IndicatorScope);
  }

  #indicator(id: string) {
    const indicator = formIndicator(id);
    if (indicator) return indicator;
    throw new LedgerError(
      'form/no-indicator',
      `表样要填的指标“${id}”这一版程序里没有。没有生成文件，数据没有受影响。请在对应关系里改选一个指标。`,
    );
  }
}
