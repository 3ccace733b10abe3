import { optionTitle } from '../kit/fields.ts';
import type { NameOf } from '../kit/format.ts';
import type { Ledger } from '../kit/ledger.ts';
import { comparisonTitle } from './figure-comparison.ts';
import { SPANS } from './figure-span.ts';
import type { BoundFigure, ColumnValue, Condition, TextValue } from './form-binding.ts';
import { formIndicator } from './form-measures.ts';

/** What names are looked up in: ledgers, and what records are called. */
export type KnownNames = { readonly ledgerById: (id: string) => Ledger | undefined; readonly nameOf: NameOf };

const WORDS: { readonly [kind: string]: string } = {
  number: '序号',
  name: '名称',
  periodYear: '填报期的年',
  periodMonth: '填报期的月',
  period: '填报期',
  periodFirst: '填报期的第一天',
  periodLast: '填报期的最后一天',
  periodDays: '填报期起止日期',
  todayYear: '填表的年',
  todayMonth: '填表的月',
  todayDay: '填表的日',
  today: '填表日期',
  office: '本单位名称',
  operator: '操作员',
  sum: '各行相加',
};

/** What a value is called that is the same in every form: 序号, 填报期. */
export const kindWords = (kind: ColumnValue['kind'] | TextValue['kind']): string => WORDS[kind] ?? kind;

/** A condition as a clerk says it: 纠纷类型为邻里, 纠纷类型不是婚姻家庭、邻里. */
export function conditionWords(condition: Condition, ledger: Ledger | undefined, nameOf: NameOf): string {
  const spec = ledger?.fields[condition.field];
  const target = spec?.target;
  const named = (values: readonly (string | number | boolean)[]) =>
    values
      .map((value) => (target ? nameOf(target.ledger, String(value)) : optionTitle(spec?.options, String(value))))
      .join('、');
  const label = spec?.label ?? condition.field;
  return 'is' in condition ? `${label}为${named(condition.is)}` : `${label}不是${named(condition.except)}`;
}

/** A bound figure as a clerk says it: 化解数（纠纷类型为邻里）. */
export function figureTitle(
  { indicator: id, where = [], span, compared }: BoundFigure,
  { ledgerById, nameOf }: KnownNames,
): string {
  const indicator = formIndicator(id);
  if (indicator === undefined) return `指标 ${id}`;
  const ledger = ledgerById(indicator.ledger);
  const days = SPANS.find((one) => one.span === span)?.title;
  const limits = [
    ...(days === undefined ? [] : [days]),
    ...(compared === undefined ? [] : [comparisonTitle(compared)]),
    ...where.map((condition) => conditionWords(condition, ledger, nameOf)),
  ];
  return limits.length === 0 ? indicator.title : `${indicator.title}（${limits.join('，')}）`;
}

/** What a place is filled with, in a clerk's words. `ledger` is the one a list's rows come from. */
export function valueWords(value: ColumnValue | TextValue, known: KnownNames, ledger?: Ledger | undefined): string {
  switch (value.kind) {
    case 'figure':
      return figureTitle(value.figure, known);
    case 'rank':
      return `名次：${figureTitle(value.figure, known)}`;
    case 'field':
      return (ledger?.fields[value.field] ?? ledger?.derived?.fields[value.field])?.label ?? value.field;
    case 'fixed':
      return `“${value.text}”`;
    default:
      return kindWords(value.kind);
  }
}
