import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { documentDate } from '../shared/kit/document-date.ts';
import { textIn } from '../shared/kit/field-values.ts';
import type { LedgerRecord } from '../shared/kit/values.ts';
import { application } from '../shared/ledgers/application.ts';
import { ledgerById } from '../shared/ledgers/index.ts';
import { openSheet } from '../shared/workbook/cells.ts';
import { proposeConstants, proposedValues } from '../shared/workbook/import/constant-proposals.ts';
import { proposeFillDown } from '../shared/workbook/import/fill-down.ts';
import { findHeader, layOut } from '../shared/workbook/import/header.ts';
import { NO_CHOICES } from '../shared/workbook/import/import-choices.ts';
import { lookupIn } from '../shared/workbook/import/import-lookup.ts';
import { proposeMapping } from '../shared/workbook/import/mapping.ts';
import { writesOf } from '../shared/workbook/import/plan.ts';
import { planImport } from '../shared/workbook/import/plan-import.ts';
import { readWorkbook } from '../shared/workbook/read/read-workbook.ts';
import type { DemoOffice } from './demo-office.ts';

/**
 * Imports a department's sheet as a clerk would who accepts every proposal and takes rows with a faulty cell left
 * empty. Prints what the plan says; returns the applications it made.
 */
export function importApplications(office: DemoOffice, path: string): readonly LedgerRecord[] {
  const name = basename(path);
  const workbook = readWorkbook(new Uint8Array(readFileSync(path)), name);
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error(`${name} has no sheet`);
  const reader = openSheet(workbook, sheet);
  const layout = layOut(reader, findHeader(reader, application));
  const context = office.context();
  const lookup = lookupIn(context, ledgerById);
  const proposed = proposeMapping(layout, application);
  const asked = { reader, layout, mapping: proposed, ledger: application, fileName: name, today: office.today, lookup };
  const constants = proposeConstants(asked);
  const fillDown = proposeFillDown(reader, layout, proposed, application);
  const mapping = {
    ...proposed,
    constants: proposedValues(constants),
    fillDown: fillDown.map(({ column }) => column),
  };
  const choices = { ...NO_CHOICES, leaveEmpty: 'all' } as const;
  const plan = planImport({ reader, layout, mapping, ledger: application, ledgerById, context, lookup, choices });

  console.log(`一、导入 ${name}（${documentDate(office.today)}）`);
  for (const { field, why } of constants) console.log(`   补填 ${application.fields[field]?.label ?? field}：${why}`);
  for (const { header, blanks } of fillDown) console.log(`   “${header}”有 ${blanks} 格空白，按上一行补填`);
  for (const row of plan.rows) {
    for (const cell of plan.cellsOf(row.row)) {
      const label = application.fields[cell.field]?.label ?? cell.field;
      for (const { message } of cell.complaints) console.log(`   第 ${row.row + 1} 行 ${label}：${message}`);
    }
  }
  const records = writesOf(plan).map((write) => {
    if (write.kind !== 'create') throw new Error('the demo imports into an empty ledger');
    return office.add(write.ledger, write.values, write.id);
  });
  const made = records.filter(({ values }) => textIn(values, 'itemName') !== '');
  const { new: fresh, heldBack } = plan.counts;
  console.log(`   新增 ${fresh} 件，暂不导入 ${heldBack} 件，略过 ${layout.leftOut.length} 行（合计、说明、落款）\n`);
  return made;
}
