import { describe, expect, test } from 'vitest';
import { makeExample } from '../../../../shared/example/make-example.ts';
import { contextMaker } from '../../../../shared/history/context.ts';
import { OfficeState } from '../../../../shared/history/office-state.ts';
import type { Ledger } from '../../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { STATE_FIELD } from '../../../../shared/kit/workflow.ts';
import { ledgerById, ledgers } from '../../../../shared/ledgers/index.ts';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { ledgerWorkbook } from '../../../../shared/workbook/export/ledger-export.ts';
import { columnSample } from '../../../../shared/workbook/import/column-sample.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { NO_CHOICES } from '../../../../shared/workbook/import/import-choices.ts';
import { lookupIn } from '../../../../shared/workbook/import/import-lookup.ts';
import { proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import type { ImportPlan } from '../../../../shared/workbook/import/plan.ts';
import { planImport } from '../../../../shared/workbook/import/plan-import.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';

const TODAY = '2026-01-05';

/** Rows that show every kind of value; long ledgers repeat themselves. */
const ROWS = 60;

/** The example office with its numbers, which the store gives. */
function exampleOffice(): LedgerContext {
  const state = new OfficeState(ledgers);
  const drafts = [...makeExample(ledgers, TODAY)].flatMap((batch) => batch.drafts);
  for (const [place, draft] of drafts.entries()) {
    if (draft.kind !== 'create' || draft.id === undefined) continue;
    const { ledger, id, values } = draft;
    const field = ledgerById(ledger)?.numbering?.field;
    const numbered: Values = field === undefined ? values : { ...values, [field]: `号-${place}` };
    state.apply({ kind: 'create', ledger, id, rev: 'a/1/0', values: numbered }, 'a/1/0');
  }
  return contextMaker(state)(TODAY, '李敏');
}

const office = exampleOffice();

/** Every field that a sheet can hold: lists within a record and attached files stay behind. */
const columnsOf = ({ fields }: Ledger): readonly string[] =>
  Object.entries(fields)
    .filter(([, { kind }]) => kind !== 'children' && kind !== 'attachments')
    .map(([field]) => field);

const recordsOf = ({ id }: Ledger): readonly LedgerRecord[] => office.records(id).slice(0, ROWS);

/** Whole export → file → import, every proposal taken as it is made. */
function comeBack(
  ledger: Ledger,
  into: LedgerContext,
  rows: readonly Values[] = recordsOf(ledger).map(({ values }) => values),
): ImportPlan {
  const model = ledgerWorkbook({
    ledger,
    columns: columnsOf(ledger),
    rows: rows.map((values) => ({ values })),
    office: '示例街道',
    clerk: '李敏',
    on: TODAY,
    masked: false,
    nameOf: office.nameOf,
  });
  const workbook = readWorkbook(writeWorkbook(model), '导出.xlsx');
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const reader = openSheet(workbook, sheet);
  const layout = layOut(reader, findHeader(reader, ledger));
  const proposed = proposeMapping(layout, ledger, columnSample(reader, layout));
  const mapping = { ...proposed, constants: {}, fillDown: [] };
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `new-${ids}`;
  };
  const lookup = lookupIn(into, ledgerById);
  return planImport({ reader, layout, mapping, ledger, ledgerById, context: into, lookup, choices: NO_CHOICES, newId });
}

/** What no sheet decides: states, numbers, what the program notes itself. */
const isTyped = (ledger: Ledger, field: string): boolean =>
  field !== STATE_FIELD && field !== ledger.numbering?.field && ledger.fields[field]?.automatic !== true;

const filled = ledgers.filter((ledger) => recordsOf(ledger).length > 0);

describe('the export of every ledger comes back', () => {
  test('there is hardly a ledger without rows: what waits for a file or a year’s end', () => {
    const empty = ledgers.filter((ledger) => !filled.includes(ledger)).map(({ id }) => id);
    expect(empty.toSorted()).toEqual(['closedYear', 'collection', 'form', 'handover', 'submission']);
  });

  test.each(filled.map((ledger) => [ledger.title, ledger] as const))(
    '%s: to the records it was made of',
    (_, ledger) => {
      const { rows } = comeBack(ledger, office);
      const found = rows.map(({ status, existing, reason }) => [existing?.id, status === 'unchanged' ? '' : reason]);
      expect(found).toEqual(recordsOf(ledger).map(({ id }) => [id, '']));
    },
  );

  test.each(filled.map((ledger) => [ledger.title, ledger] as const))(
    '%s: whole, where there is none of it',
    (_, ledger) => {
      const without = { ...office, records: (id: string) => (id === ledger.id ? [] : office.records(id)) };
      const { rows } = comeBack(ledger, without);
      expect(rows).toHaveLength(recordsOf(ledger).length);
      const own = (field: string) => ledger.fields[field]?.target?.ledger === ledger.id;
      const typed = columnsOf(ledger).filter((field) => isTyped(ledger, field) && !own(field));
      const only = (values: Values) =>
        Object.fromEntries(typed.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
      expect(rows.map(({ values }) => only(values))).toEqual(recordsOf(ledger).map(({ values }) => only(values)));
    },
  );
});

test('the catalogue keeps the department by name and the one of this district apart', () => {
  const [department] = office.records('department');
  const catalogue = ledgerById('catalogueItem');
  if (department === undefined || catalogue === undefined) throw new Error('no department');
  const item = { listType: office.records('catalogueItem')[0]?.values.listType ?? '' };
  const rows: readonly Values[] = [
    { ...item, name: '两个都有', leadDept: '民政部门', leadDepartment: department.id },
    { ...item, name: '只有名称', leadDept: office.nameOf('department', department.id) },
    { ...item, name: '只有本区', leadDepartment: department.id },
  ];
  const plan = comeBack(
    catalogue,
    { ...office, records: (id) => (id === 'catalogueItem' ? [] : office.records(id)) },
    rows,
  );
  expect(plan.rows.map(({ values }) => values)).toEqual(rows);
});

test('texts that begin like a formula come back as the texts they are', () => {
  const dispute = ledgerById('dispute');
  if (dispute === undefined) throw new Error('no disputes');
  const [first] = recordsOf(dispute);
  const rows = ['=1+1', '+86 010', '-无-', '@某人', '=HYPERLINK("http://x","点我")'].map(
    (text): Values => ({ foundOn: '2026-01-04', community: first?.values.community ?? '', partyA: text, remark: text }),
  );
  const plan = comeBack(dispute, { ...office, records: (id) => (id === 'dispute' ? [] : office.records(id)) }, rows);
  expect(plan.rows.map(({ values }) => [values.partyA, values.remark])).toEqual(
    rows.map(({ partyA, remark }) => [partyA, remark]),
  );
});
