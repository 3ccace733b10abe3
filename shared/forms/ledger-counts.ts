import { isInForce } from '../access/catalogue/catalogue-versions.ts';
import { countRecords, type FigureUnit, sumOfParts } from '../indicators/figure.ts';
import type { Indicator, IndicatorScope } from '../indicators/indicator.ts';
import { rosterDay } from '../indicators/worker-indicators.ts';
import { textIn } from '../kit/field-values.ts';
import { isInUse } from '../kit/in-use.ts';
import type { Ledger } from '../kit/ledger.ts';
import { inPeriod } from '../kit/period.ts';
import { dayFieldOf, recordDay } from '../kit/record-day.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { isRetired } from '../rules/facility-rules.ts';
import { holds } from '../rules/regulation-rules.ts';
import { isOnDuty } from '../rules/worker-facts.ts';

/** What is counted, and the words a heading may ask for it by. */
type Counted = { readonly indicator: Indicator; readonly words: readonly string[] };

/** Which rows of a ledger are counted, as a title and a basis say it. */
type Rows = {
  /** Part of the indicator's id. */
  readonly id: string;
  /** Stands before what is counted: 期末. */
  readonly title: string;
  readonly basis: string;
  readonly of: (scope: IndicatorScope) => readonly LedgerRecord[];
};

/** Days from which, and from the day of which on no longer, a row of a register stands. */
const BEGINS = ['from'];
const ENDS = ['to', 'endedOn'];

/** Of what holds until a last day: whether that day is over. */
const isOver = ({ validTo }: Values, on: Day): boolean => typeof validTo === 'string' && validTo !== '' && validTo < on;

/** Registers whose rows say in fields of their own whether they still stand. */
const STANDING: { readonly [ledger: string]: (record: LedgerRecord, on: Day) => boolean } = {
  worker: isOnDuty,
  catalogueItem: ({ values }, on) => isInForce(values, on),
  regulation: ({ values }, on) => holds(values) && !isOver(values, on),
  offer: ({ values }, on) => values.cancelled !== true && !isOver(values, on),
  facility: ({ values }) => !isRetired(values),
  socialOrganisation: ({ values }) => values.registration !== '注销',
};

/** Whether what a register's row names is there on a day: begun, not ended, not switched off. */
function standsOn(ledger: Ledger, on: Day): (record: LedgerRecord) => boolean {
  const stands = STANDING[ledger.id] ?? (() => true);
  const begins = [dayFieldOf(ledger) ?? '', ...BEGINS].filter((id) => ledger.fields[id]?.kind === 'date');
  const ends = ENDS.filter((id) => ledger.fields[id]?.kind === 'date');
  return (record) => {
    const { values } = record;
    return (
      stands(record, on) &&
      isInUse(values, on) &&
      values.enabled !== false &&
      values.verdict !== '取消' &&
      begins.every((id) => textIn(values, id) <= on) &&
      ends.every((id) => textIn(values, id) === '' || textIn(values, id) > on)
    );
  };
}

/** The rows of the period by their own day; those of a register, which has no course to run, also as they stand at its end. */
function rowsOf(ledger: Ledger): readonly Rows[] {
  const { noun, fields } = ledger;
  const day = dayFieldOf(ledger);
  const within: Rows = {
    id: 'in',
    title: '',
    basis: `“${fields[day ?? '']?.label ?? ''}”在本期的${noun}，没有填日期的不计`,
    of: ({ records, period }) => records.filter(({ values }) => inPeriod(period, recordDay(ledger, values))),
  };
  const standing: Rows = {
    id: 'end',
    title: day === undefined ? '' : '期末',
    basis: `期末（本期未完的到今天）在册的${noun}，已停用、注销、废止、过期、取消、终止、离任、离岗的不计`,
    of: (scope) => scope.records.filter(standsOn(ledger, rosterDay(scope))),
  };
  if (day === undefined) return [standing];
  return ledger.workflow === undefined && ledger.closedBy === undefined ? [within, standing] : [within];
}

const SUMMED: { readonly [kind: string]: Extract<FigureUnit, 'count' | 'money' | 'amount'> } = {
  integer: 'count',
  decimal: 'amount',
  money: 'money',
};

function countOfRows(ledger: Ledger, rows: Rows): Counted {
  const { id, title, noun } = ledger;
  const basis = `${rows.basis}，一条计一件`;
  const indicator: Indicator = {
    id: `ledger.${id}.${rows.id}`,
    title: `${rows.title}${noun}数`,
    ledger: id,
    unit: 'count',
    basis,
    source: `《${title}》逐条登记`,
    inferred: false,
    measure: (scope) => countRecords(rows.of(scope), { ledger: id, basis }),
  };
  const names = [...new Set([noun, title])];
  const said = names.flatMap((name) =>
    ['数', '总数', '件数', '条数', '数量'].map((end) => `${rows.title}${name}${end}`),
  );
  return { indicator, words: [indicator.title, ...said] };
}

function sumOfField(ledger: Ledger, rows: Rows, field: string): readonly Counted[] {
  const spec = ledger.fields[field];
  const unit = SUMMED[spec?.kind ?? ''];
  if (spec === undefined || unit === undefined) return [];
  const basis = `${rows.basis}；各条“${spec.label}”相加，没有填的不计`;
  const indicator: Indicator = {
    id: `ledger.${ledger.id}.${rows.id}.${field}`,
    title: `${rows.title}${spec.label}合计`,
    ledger: ledger.id,
    unit,
    basis,
    source: `《${ledger.title}》逐条登记`,
    inferred: false,
    measure: (scope) => {
      const parts = rows.of(scope).flatMap(({ id, values }) => {
        const amount = values[field];
        return typeof amount === 'number' ? [{ id, amount }] : [];
      });
      return sumOfParts(parts, unit, { ledger: ledger.id, basis });
    },
  };
  const said = [spec.label, ...(spec.aliases ?? [])].flatMap((name) =>
    ['', '合计', '总计'].map((end) => `${rows.title}${name}${end}`),
  );
  return [{ indicator, words: [indicator.title, ...said] }];
}

/** What any ledger can be asked for without an indicator of its own: how many rows, and the sums of its totals line. */
export const ledgerCounts = (ledger: Ledger): readonly Counted[] =>
  ledger.isSetting || ledger.group === '上报'
    ? []
    : rowsOf(ledger).flatMap((rows) => [
        countOfRows(ledger, rows),
        ...ledger.totals.flatMap((field) => sumOfField(ledger, rows, field)),
      ]);
