import { describe, expect, test } from 'vitest';
import { barredCertificateValues } from '../../../shared/access/catalogue/barred-certificates.ts';
import { starterCatalogueValues } from '../../../shared/access/catalogue/starter-catalogue.ts';
import { referenceResolver } from '../../../shared/kit/convert/reference-resolver.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { sortRows } from '../../../shared/kit/query.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { catalogueItem } from '../../../shared/ledgers/catalogue-item.ts';
import { certificateItem } from '../../../shared/ledgers/certificate-item.ts';
import { ledgerWorkbook } from '../../../shared/workbook/export/ledger-export.ts';
import { findHeader, layOut } from '../../../shared/workbook/import/header.ts';
import { NO_CHOICES } from '../../../shared/workbook/import/import-choices.ts';
import { isImportable, proposeMapping } from '../../../shared/workbook/import/mapping.ts';
import type { ImportPlan } from '../../../shared/workbook/import/plan.ts';
import { planImport } from '../../../shared/workbook/import/plan-import.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { openFirst, xlsxOf } from '../workbook/sample-files.ts';

function contextOf(stored: readonly LedgerRecord[]): LedgerContext {
  return {
    today: '2026-11-23',
    operator: '王敏',
    calendar: { years: new Set(), rest: new Set(), worked: new Set() },
    parameter: () => undefined,
    parameterKeys: () => [],
    record: (_ledger, id) => stored.find((record) => record.id === id),
    records: () => stored,
    nameOf: (_ledger, id) => id,
  };
}

/** What importing a workbook into a ledger would do, under the mapping the program proposes by itself. */
function planned(bytes: Uint8Array, ledger: Ledger, stored: readonly LedgerRecord[] = []): ImportPlan {
  const reader = openFirst(bytes);
  const layout = layOut(reader, findHeader(reader, ledger));
  return planImport({
    reader,
    layout,
    mapping: proposeMapping(layout, ledger),
    ledger,
    ledgerById: () => ledger,
    context: contextOf(stored),
    lookup: {
      resolve: referenceResolver(
        () => ledger,
        () => [],
      ),
      options: (field) => field.options ?? [],
    },
    choices: NO_CHOICES,
  });
}

function exported(ledger: Ledger, rows: readonly Values[]): Uint8Array {
  const columns = Object.entries(ledger.fields)
    .filter(([, field]) => isImportable(field))
    .map(([fieldId]) => fieldId);
  const model = ledgerWorkbook({
    ledger,
    columns,
    rows: rows.map((values) => ({ values })),
    office: '示例街道',
    clerk: '王敏',
    on: '2026-11-23',
    masked: false,
    nameOf: (_ledger, id) => id,
  });
  return writeWorkbook(model);
}

describe('a list goes out and comes back', () => {
  test.each([
    ['the starter catalogue', catalogueItem, starterCatalogueValues()],
    ['the barred certificates', certificateItem, barredCertificateValues()],
  ])('%s', (_what, ledger, values) => {
    const bytes = exported(ledger, values);
    const plan = planned(bytes, ledger);
    expect(plan.rows.map((row) => row.status)).toEqual(values.map(() => 'new'));
    expect(plan.rows.map((row) => row.values)).toEqual(values);
    const stored = values.map((one, index) => ({ id: `r${index}`, rev: 'a/1/0', values: one }));
    expect(planned(bytes, ledger, stored).rows.map((row) => row.status)).toEqual(values.map(() => 'unchanged'));
  });
});

test('the list opens with what is compared, in the order of the law; 地方示例 stand last until switched on', () => {
  const { sortedBy, derived } = catalogueItem;
  const rows = starterCatalogueValues().map((values, index) => {
    const record = { id: `r${index}`, rev: 'a/1/0', values };
    return { ...record, derived: derived?.compute(record, contextOf([])) ?? {} };
  });
  const sorted = sortRows(rows, { field: sortedBy?.field ?? '', descending: sortedBy?.descending ?? false });
  const codes = sorted.map(({ values }) => values.code);
  expect(codes[0]).toBe('QD-001');
  expect(codes.slice(-8)).toEqual(['DF-01', 'DF-02', 'DF-03', 'DF-04', 'DF-05', 'DF-06', 'DF-07', 'DF-08']);
});

describe('lists as other offices print them', () => {
  test('the street list of items it helps with', () => {
    const plan = planned(
      xlsxOf([
        ['某街道配合履职事项清单'],
        ['序号', '事项类型', '事项名称', '对应上级部门', '上级部门职责', '街道配合职责'],
        [1, '配合履职事项', '燃气安全宣传', '区住建局', '负责燃气安全监管', '协助宣传'],
      ]),
      catalogueItem,
    );
    expect(plan.rows.map((row) => row.values)).toEqual([
      {
        listType: '配合履职',
        name: '燃气安全宣传',
        leadDept: '区住建局',
        dutyDept: '负责燃气安全监管',
        dutyStreet: '协助宣传',
      },
    ]);
  });

  test('the list of what the superior takes back', () => {
    const plan = planned(
      xlsxOf([
        ['事项类型', '事项名称', '承接部门', '工作方式'],
        ['上级部门收回', '燃气入户检查', '区住建局', '专业机构入户检查'],
      ]),
      catalogueItem,
    );
    expect(plan.rows[0]?.values).toEqual({
      listType: '收回',
      name: '燃气入户检查',
      takeoverDept: '区住建局',
      workMode: '专业机构入户检查',
    });
  });
});

test('how an item stands is computed: a blank 启用 takes part, and the dates are read on today', () => {
  const computed = (values: Values) => catalogueItem.derived?.compute({ id: 'x', rev: 'a/1/0', values }, contextOf([]));
  expect(computed({})).toEqual({ compared: '参与', force: '现行' });
  expect(computed({ enabled: false, effectiveTo: '2026-11-22' })).toEqual({ compared: '停用', force: '已失效' });
  expect(computed({ enabled: true, effectiveFrom: '2026-11-24' })).toEqual({ compared: '参与', force: '未生效' });
});
