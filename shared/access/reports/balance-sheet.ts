import type { Figure } from '../../indicators/figure.ts';
import { textIn } from '../../kit/field-values.ts';
import type { ReportCell, ReportRequest, ReportTable } from '../../reports/report-table.ts';
import type { BalanceLine, Imbalance } from './balance.ts';

const CASES = 'application';

/** A line in numbers: 3 + 2 + 4 − 1 = 8 */
export function balanceInNumbers({ opening, plus, minus, closing, difference }: BalanceLine): string {
  const signed = (sign: string, parts: BalanceLine['plus']) => parts.map(({ value }) => ` ${sign} ${value}`).join('');
  const sum = `${opening}${signed('+', plus)}${signed('−', minus)}`;
  return difference === 0 ? `${sum} = ${closing}` : `${sum} = ${closing - difference}，期末实为 ${closing}`;
}

const amount = (value: number, ids: readonly string[]): Figure => ({ value, unit: 'count', ledger: CASES, ids });

const verdict = ({ ok, cases }: BalanceLine): string => (ok ? '平衡' : `不平衡，涉及 ${cases.length} 件`);

function faultRow(
  place: number,
  line: BalanceLine,
  fault: Imbalance,
  { context }: ReportRequest,
): readonly ReportCell[] {
  const values = context.record(CASES, fault.id)?.values ?? {};
  return [
    amount(place + 1, [fault.id]),
    line.title,
    textIn(values, 'caseNo'),
    textIn(values, 'itemName'),
    amount(fault.difference, [fault.id]),
    fault.reasons.join('；'),
  ];
}

/** 平衡校验: the three lines as rule and in numbers; where one fails, the cases that make it fail and what to mend. */
export function balanceSheetTables(balance: readonly BalanceLine[], request: ReportRequest): readonly ReportTable[] {
  const check: ReportTable = {
    title: '准入工作情况统计表平衡校验',
    sheetName: '平衡校验',
    columns: [
      { label: '序号', width: 6, align: 'center' },
      { label: '校验项', width: 14 },
      { label: '结论', width: 20 },
      { label: '差额', width: 8, align: 'center' },
      { label: '算式', width: 60, align: 'left' },
      { label: '本期数', width: 34, align: 'left' },
    ],
    rows: balance.map((line, place) => {
      const ids = line.cases.map(({ id }) => id);
      return [
        amount(place + 1, ids),
        line.title,
        verdict(line),
        amount(line.difference, ids),
        line.rule,
        balanceInNumbers(line),
      ];
    }),
  };
  const faults = balance.flatMap((line) => line.cases.map((fault) => ({ line, fault })));
  if (faults.length === 0) return [check];
  return [
    check,
    {
      title: '不平衡事项说明',
      sheetName: '不平衡说明',
      columns: [
        { label: '序号', width: 6, align: 'center' },
        { label: '校验项', width: 14 },
        { label: '准入编号', width: 16 },
        { label: '事项名称', width: 32, align: 'left' },
        { label: '差额', width: 8, align: 'center' },
        { label: '原因', width: 60, align: 'left' },
      ],
      rows: faults.map(({ line, fault }, place) => faultRow(place, line, fault, request)),
    },
  ];
}
