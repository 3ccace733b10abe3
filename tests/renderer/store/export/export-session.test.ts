import { describe, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import {
  type ExportSource,
  exportApprovalForm,
  exportLedger,
  exportReviewLedger,
  printLedger,
} from '../../../../renderer/store/export/export-session.ts';
import { hasHeader } from '../../../../renderer/store/import/import-understanding.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { caseContext, caseRecords, longCase } from '../../../shared/access/reports/sample-cases.ts';

const source: ExportSource = {
  ledgerById: (id) => (id === 'nothing' ? undefined : ledgerById(id)),
  rows: () => caseRecords(600).map((record) => ({ ...record, derived: {} })),
  context: () => ({ ...caseContext, record: (_ledger, id) => (id === longCase.id ? longCase : undefined) }),
  office: () => '某街道办事处',
  now: () => '2026-12-31T09:41:07+08:00',
};
const query = { ledger: 'application' };

describe('exports of the store', () => {
  test('name ledger, office and time, and hold every row found', async () => {
    const file = await exportLedger(source, query, ['caseNo', 'inDate', 'state'], { masked: false });
    expect(file.name).toBe('准入审核_某街道办事处_20261231_0941.xlsx');
    const sheet = read(file.bytes).Sheets.准入审核;
    expect(read(file.bytes).SheetNames).toContain('意见');
    const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }) : [];
    expect(rows).toHaveLength(603);
    expect(rows[3]).toEqual(['ZR-2026-0001', 46346, '实施中']);
  });

  test('come back by their first sheet: the lists within the records are for looking at', async () => {
    const { bytes } = await exportLedger(source, query, ['caseNo', 'itemName', 'inDate'], { masked: false });
    const workbook = readWorkbook(bytes, '导出.xlsx');
    const application = ledgerById('application');
    if (application === undefined) throw new Error('no ledger');
    const headed = workbook.sheets.filter((sheet) => hasHeader(openSheet(workbook, sheet), application));
    expect(headed.map(({ name }) => name)).toEqual(['准入审核']);
    expect(workbook.sheets.length).toBeGreaterThan(1);
  });

  test('hold no list of the records where personal data is in stars', async () => {
    const { bytes } = await exportLedger(source, query, ['caseNo'], { masked: true });
    expect(read(bytes).SheetNames).toEqual(['准入审核']);
  });

  test('say how far they got, row by row', async () => {
    const rows = caseRecords(20_000).map((record) => ({ ...record, derived: {} }));
    const seen: (readonly [done: number, of: number])[] = [];
    const onProgress = (done: number, of: number) => seen.push([done, of]);
    await exportLedger({ ...source, rows: () => rows }, query, ['caseNo', 'itemName', 'legalBasis'], {
      masked: true,
      onProgress,
    });
    // Title, who exported, heading, and the cases.
    expect(seen[0]?.[1]).toBe(20_003);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).toSorted((a, b) => a - b));
    expect(seen.at(-1)?.[0]).toBeGreaterThan(10_000);
  });

  test('can be stopped on the way, leaving nothing', async () => {
    const stop = new AbortController();
    stop.abort();
    const rows = caseRecords(20_000).map((record) => ({ ...record, derived: {} }));
    const exporting = exportLedger({ ...source, rows: () => rows }, query, ['caseNo', 'itemName', 'legalBasis'], {
      masked: false,
      signal: stop.signal,
    });
    await expect(exporting).rejects.toMatchObject({ code: 'export/cancelled' });
  });

  test('print R3 and R1 under their own names', async () => {
    expect((await exportReviewLedger(source, query, '2026年')).name).toBe(
      '准入审核台账_某街道办事处_20261231_0941.xlsx',
    );
    const form = await exportApprovalForm(source, longCase.id);
    expect(form.name).toBe('审批表_ZR-2026-0001_某街道办事处_20261231_0941.xlsx');
  });

  test('go to paper with a line to sign, as far as a clerk looks through them', async () => {
    const sheet = await printLedger(source, query, ['caseNo', 'inDate', 'state']);
    // Title, who exported, heading, 600 cases, signatures.
    expect(sheet.rows).toHaveLength(604);
    const rows = caseRecords(2001).map((record) => ({ ...record, derived: {} }));
    await expect(printLedger({ ...source, rows: () => rows }, query, ['caseNo'])).rejects.toMatchObject({
      code: 'print/too-many',
      message: expect.stringContaining('共 2,001 条'),
    });
  });

  test('say so where the ledger or the case is not there', async () => {
    await expect(exportLedger(source, { ledger: 'nothing' }, [], { masked: false })).rejects.toMatchObject({
      code: 'export/unknownLedger',
    });
    await expect(exportApprovalForm(source, 'gone')).rejects.toMatchObject({ code: 'export/noRecord' });
  });
});
