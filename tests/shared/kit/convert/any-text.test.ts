import { expect, test } from 'vitest';
import { hasError } from '../../../../shared/kit/complaint.ts';
import type { Conversion } from '../../../../shared/kit/convert/conversion.ts';
import { convertCell } from '../../../../shared/kit/convert/convert-cell.ts';
import { mentionedIn } from '../../../../shared/kit/convert/convert-mention.ts';
import { convertPeriod } from '../../../../shared/kit/convert/convert-period.ts';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { referenceResolver } from '../../../../shared/kit/convert/reference-resolver.ts';
import { isDay, serialFromDay } from '../../../../shared/kit/day.ts';
import { defineLedger } from '../../../../shared/kit/define-ledger.ts';
import type { Field, FieldKind, FieldSpec } from '../../../../shared/kit/fields.ts';
import * as kinds from '../../../../shared/kit/fields.ts';
import { validateValues } from '../../../../shared/kit/validate.ts';
import type { Value } from '../../../../shared/kit/values.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { exportCell } from '../../../../shared/workbook/export/export-cell.ts';
import type { CellValue } from '../../../../shared/workbook/sheet-model.ts';
import type { Cell } from '../../../../shared/workbook/workbook.ts';
import { fc } from '../../../properties.ts';
import { contextOf, record } from '../../ledgers/support.ts';
import { plainLookup } from './lookup.ts';

const communities = { ledger: 'organisation', where: { field: 'level', is: ['社区'] }, allWords: ['全部'] };
const context = contextOf({
  organisation: [
    record('c1', { level: '社区', name: '晨光社区', aliases: '老晨光' }),
    record('c2', { level: '社区', name: '东湖社区' }),
  ],
});
const lookup = {
  ...plainLookup,
  resolve: referenceResolver(ledgerById, (ledgerId) => context.records(ledgerId)),
  namesOf: () => context.records('organisation').map(({ id, values }) => ({ name: String(values.name), value: id })),
};

const FIELDS: { readonly [kind in FieldKind]: Field<never> | Field<Value> } = {
  text: kinds.text('名称'),
  longText: kinds.longText('备注'),
  integer: kinds.integer('人数'),
  decimal: kinds.decimal('时长'),
  money: kinds.money('经费', '元'),
  percent: kinds.percent('满意率'),
  date: kinds.date('日期'),
  month: kinds.month('年月'),
  moment: kinds.moment('时刻'),
  yesNo: kinds.yesNo('在岗', { yes: ['在岗'], no: ['离岗'] }),
  choice: kinds.choice('紧急程度', ['一般', { value: '紧急', aliases: ['急'] }]),
  choices: kinds.choices('方式', ['电话', '上门', '无']),
  residentId: kinds.residentId('身份证号'),
  phone: kinds.phone('电话'),
  creditCode: kinds.creditCode('信用代码'),
  code: kinds.code('编码'),
  reference: kinds.reference('社区', communities),
  references: kinds.references('涉及社区', communities),
  children: kinds.children('走访', { on: kinds.date('日期') }),
  attachments: kinds.attachments('附件'),
};

/** What cells are made of, so that many a drawn text is nearly right: dates, offsets, units, marks and blanks of all widths. */
const PIECES =
  '0 1 9 05 2026 20 59 46275 999999999999 - -- / . , : T Z +08:00 -05:00 年 月 日 时 分 万 元 % 人 、 ； 无 没 有 是 离岗 急 一般 电话 上门 晨光社区 东湖 全部 e E + 转 （ X １ ． 110101199003074514 91440300MA5DQ4XH3P'
    .split(' ')
    .concat(' ', '\u3000', '\u200b', '\ufeff', '\n', '𫖯');

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.double({ noNaN: true }).map(String),
  fc
    .tuple(fc.date({ noInvalidDate: true }), fc.constantFrom('Z', '+08:00', '-11:30', ''))
    .map(([at, offset]) => at.toISOString().replace(/(\.000)?Z$/, offset)),
);

/** Nothing at all, or one value that `validateValues` takes. Bounds are its own to judge: no text is read differently for them. */
function judged({ value, complaints }: Conversion, field: FieldSpec): 'none' | 'refused' | 'stands' {
  if (hasError(complaints)) {
    expect(value).toBeUndefined();
    return 'refused';
  }
  if (value === undefined) return 'none';
  const ledger = defineLedger({
    id: 'sample',
    title: '样表',
    noun: '行',
    group: '诉求信访',
    version: 1,
    fields: { name: kinds.text('名称'), it: new kinds.Field<Value>(field) },
    titleField: 'name',
    columns: ['name'],
  });
  const errors = validateValues(ledger, { it: value }, context).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first?.code === 'field/min' || first?.code === 'field/max') return 'refused';
  expect(errors).toEqual([]);
  return 'stands';
}

function cellOf(written: CellValue | undefined): Cell {
  if (typeof written === 'number') return { kind: 'number', number: written };
  if (typeof written === 'string') return { kind: 'text', text: written };
  if (typeof written === 'object' && 'day' in written) return { kind: 'date', serial: serialFromDay(written.day) };
  return { kind: 'empty' };
}

test.each(Object.values(FIELDS).map(({ spec }) => [spec.kind, spec] as const))(
  'any text in a field of kind %s is blank, an error, or a value that stands and comes back from an export',
  (_, field) => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const conversion = convertText(raw, field, lookup);
        if (judged(conversion, field) !== 'stands') return;
        const back = convertCell(cellOf(exportCell(conversion.value, field, context.nameOf)), field, lookup);
        expect(back.value).toStrictEqual(conversion.value);
      }),
      { numRuns: 1000 },
    );
  },
);

test.each([FIELDS.choice.spec, FIELDS.reference.spec])(
  'any text names one value of $label that stands, or none',
  (field) => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const conversion = mentionedIn(raw, field, lookup);
        if (judged(conversion, field) === 'none') {
          expect(conversion.complaints).toHaveLength(1);
          return;
        }
        const again = mentionedIn(String(exportCell(conversion.value, field, context.nameOf)), field, lookup);
        expect(again.value).toBe(conversion.value);
      }),
    );
  },
);

test('any text is two days in their order, or an error', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const period = convertPeriod(raw);
      if ('code' in period) expect(period.severity).toBe('error');
      else expect([isDay(period.start), isDay(period.end), period.start <= period.end]).toEqual([true, true, true]);
    }),
  );
});
