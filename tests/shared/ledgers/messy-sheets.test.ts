import { describe, expect, test } from 'vitest';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Value } from '../../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { ledgerWorkbook } from '../../../shared/workbook/export/ledger-export.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { openFirst } from '../workbook/sample-files.ts';
import { cellsAt } from '../workbook/sample-ledger.ts';
import { complaintCounts, importSample, officeOf } from '../workbook/sample-office.ts';
import { MESSY_SHEETS } from './messy-sheets.ts';
import { record } from './support.ts';

/** What rows of these sheets refer to. */
const KNOWN: { readonly [ledger: string]: readonly LedgerRecord[] } = {
  survey: [record('survey-1', { name: '2026上半年测评' })],
  offer: [
    record('need-1', { list: '需求', title: '老人智能手机课' }),
    record('supply-1', { list: '资源', title: '银行手机课堂' }),
  ],
};

const named = (id: string): Ledger => {
  const ledger = ledgerById(id);
  if (!ledger) throw new Error(id);
  return ledger;
};

const bytesOf = (sheet: string) => new TextEncoder().encode(sheet.replaceAll(',', '，').replaceAll('|', ','));

function imported(id: string, bytes: Uint8Array, name: string) {
  const { [id]: _, ...others } = KNOWN;
  return importSample(name, named(id), { reader: openFirst(bytes, name), others });
}

describe.each(MESSY_SHEETS)('$ledger', ({ ledger: id, sheet, taken, heldBack = [], warnings = {} }) => {
  const { plan, mapping } = imported(id, bytesOf(sheet), `${id}.csv`);

  test('every heading finds its field; numbers the program gives itself are not taken over', () => {
    const lost = mapping.columns.filter(
      ({ header, target }) => target.kind !== 'field' && !/^(序号|编号)$/.test(header),
    );
    expect(lost.map(({ header }) => header)).toEqual([]);
  });

  test('rows are taken with the values worked out by hand', () => {
    const created = plan.rows.filter(({ action }) => action === 'create').map(({ values }) => values);
    expect(created).toMatchObject(taken);
    expect(created).toHaveLength(taken.length);
  });

  test('rows are held back with their reason, and nothing else is left out but titles and totals', () => {
    const held = plan.rows.filter(({ status }) => status === 'heldBack');
    expect(held.map(({ row }) => row + 1)).toEqual(heldBack.map(([row]) => row));
    for (const [place, [, reason]] of heldBack.entries()) expect(held[place]?.reason).toMatch(reason);
    expect(complaintCounts(plan.rows, 'warning')).toEqual(warnings);
  });
});

/** A value of every kind, so that an exported record has something in every column. */
function sample(field: FieldSpec, place: number, words: LedgerContext['parameterKeys']): Value | undefined {
  if (field.automatic || field.kind === 'children' || field.kind === 'attachments') return undefined;
  const [min = 1, max = 1000] = [field.min, field.max];
  switch (field.kind) {
    case 'integer':
    case 'percent':
      return Math.min(Math.max(min, 30 + place), max);
    case 'decimal':
      return Math.min(Math.max(min, 2.5), max);
    case 'money':
      return 1_234_500;
    case 'date':
      return '2026-03-04';
    case 'month':
      return '2026-03';
    case 'moment':
      return '2026-03-04T09:12:00+08:00';
    case 'yesNo':
      return place % 2 === 0;
    case 'choice':
      return field.optionsFrom ? words(field.optionsFrom, '')[0] : field.options?.[place % field.options.length]?.value;
    case 'choices':
      return [(field.optionsFrom ? words(field.optionsFrom, '')[0] : field.options?.[0]?.value) ?? '其他'];
    case 'residentId':
      return '110101199003078515';
    case 'phone':
      return '13812345678';
    case 'creditCode':
      return '91350100M000100Y43';
    case 'code':
      return `0${place}-2026`;
    case 'reference':
    case 'references':
      return undefined;
    default:
      return `${field.label}𠮷${place}`;
  }
}

/** Every ledger but the catalogue: there 主责部门 is read by its value, as text or from the register. */
const EXPORTED = ledgers.map((ledger) => ledger.id).filter((id) => id !== 'catalogueItem');

describe.each(EXPORTED)('an export of %s', (id) => {
  const ledger = named(id);
  const office = officeOf();

  test('comes back as the same record', () => {
    const fields = Object.entries(ledger.fields);
    const values = Object.fromEntries(
      fields.flatMap(([field, spec], place) => {
        const value = sample(spec, place, office.parameterKeys);
        return value === undefined ? [] : [[field, value]];
      }),
    );
    const model = ledgerWorkbook({
      ledger,
      columns: Object.keys(values),
      rows: [{ values }],
      office: '示例街道',
      clerk: '李敏',
      on: '2026-11-23',
      masked: false,
      nameOf: office.nameOf,
    });
    const { plan, mapping } = imported(id, writeWorkbook(model), '导出.xlsx');
    expect(mapping.columns.map(({ target }) => (target.kind === 'field' ? target.field : target.kind))).toEqual(
      Object.keys(values),
    );
    const [row] = plan.rows;
    expect(plan.rows).toHaveLength(1);
    expect({
      ...row?.values,
      ...Object.fromEntries(cellsAt(plan, 0).map((cell) => [cell.field, cell.value])),
    }).toEqual(expect.objectContaining(values));
  });
});
