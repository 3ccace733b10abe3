import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvalForm } from '../../shared/access/reports/approval-form.ts';
import { reviewLedger } from '../../shared/access/reports/review-ledger.ts';
import { application } from '../../shared/ledgers/application.ts';
import { demand } from '../../shared/ledgers/demand.ts';
import { ledgerWorkbook } from '../../shared/workbook/export/ledger-export.ts';
import { faultyRowsModel } from '../../shared/workbook/import/faulty-rows.ts';
import type { WorkbookModel } from '../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../shared/workbook/write/write-workbook.ts';
import { caseContext, caseRecords, longCase } from '../shared/access/reports/sample-cases.ts';
import { blankOf } from '../shared/workbook/collected-sheets.ts';
import { importSample } from '../shared/workbook/sample-office.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice) console.warn('\n*** 未找到 soffice（LibreOffice）：导出文件没有用办公软件打开检验，本组测试跳过 ***\n');

const signatures = { filler: '张某', filledOn: '2026-12-31' };
const office = '某区某街道办事处';

const returned = importSample('社区上报-群众诉求-晨光社区-2026年9月.xlsx', demand);

/** What a clerk would hand in, each opened by an office suite of its own make. */
const MODELS: { readonly [file: string]: WorkbookModel } = {
  r1: approvalForm({ record: longCase, context: caseContext, office }),
  r3: reviewLedger({ records: caseRecords(30), context: caseContext, office, period: '2026年', signatures }),
  ledger: ledgerWorkbook({
    ledger: application,
    columns: application.columns,
    rows: caseRecords(200),
    office,
    clerk: '张某',
    on: '2026-12-31',
    masked: false,
    nameOf: caseContext.nameOf,
  }),
  blank: blankOf(demand),
  faulty: faultyRowsModel({ ...returned, ledger: demand, nameOf: caseContext.nameOf }),
};

describe.skipIf(!hasOffice)('LibreOffice opens what we write', () => {
  let folder = '';

  /** Converts all files; the profile is the suite's own, so that an office already open does not answer. */
  function convert(target: string): void {
    const files = Object.keys(MODELS).map((name) => join(folder, `${name}.xlsx`));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', target, '--outdir', folder, ...files], {
      stdio: 'pipe',
      timeout: 90_000,
    });
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'street-ledger-office-'));
    mkdirSync(join(folder, 'profile'));
    for (const [name, model] of Object.entries(MODELS))
      writeFileSync(join(folder, `${name}.xlsx`), writeWorkbook(model));
    convert('pdf');
    convert('fods');
    // Comma, double quote, UTF-8, all as shown.
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pdf = (name: string): string => readFileSync(join(folder, `${name}.pdf`), 'latin1');
  const csv = (name: string): string => readFileSync(join(folder, `${name}.csv`), 'utf8').replace(/^\ufeff/, '');
  const pages = (name: string): number => pdf(name).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const paper = (name: string): readonly number[] =>
    (/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf(name)) ?? []).slice(1).map((side) => Math.round(Number(side)));

  test('R1 is one sheet of A4 upright, long texts and all', () => {
    expect(pages('r1')).toBe(1);
    expect(paper('r1')).toEqual([595, 842]);
    expect(csv('r1')).toContain('申请准入社区工作事项审批表');
    expect(csv('r1')).toContain('签字（盖章）：');
  });

  test('R3 is A4 landscape, its thirty cases on few sheets', () => {
    expect(paper('r3')).toEqual([842, 595]);
    expect(pages('r3')).toBeLessThanOrEqual(3);
    const lines = csv('r3').split('\n');
    expect(lines.some((line) => line.startsWith('1,ZR-2026-0001,2026-11-20,'))).toBe(true);
    expect(lines.some((line) => line.startsWith('合计,30 件'))).toBe(true);
  });

  test('the rows an import held back carry their reasons as notes on red cells', () => {
    const flat = readFileSync(join(folder, 'faulty.fods'), 'utf8');
    const notes = [...flat.matchAll(/<office:annotation\b.*?<\/office:annotation>/gs)].map(([note]) =>
      note.replace(/<[^>]+>/g, ''),
    );
    expect(notes).toEqual(Array(2).fill(expect.stringContaining('原表已损坏,请重新取数')));
    const cell = /<table:table-cell table:style-name="([^"]+)"[^>]*>\s*<office:annotation/.exec(flat);
    const style = flat.slice(flat.indexOf(`style:name="${cell?.[1]}"`)).slice(0, 400);
    expect(style).toContain('fo:background-color="#ffc7ce"');
  });

  test('a blank to be collected is protected, offers its lists and hints, and keeps its mark out of sight', () => {
    const flat = readFileSync(join(folder, 'blank.fods'), 'utf8');
    expect(flat).toMatch(/<table:table table:name="诉求与工单"[^>]*table:protected="true"/);
    expect(flat).toContain('cell-content-is-in-list(&quot;12345热线&quot;;&quot;政民互动&quot;');
    expect(flat).toContain('填日期，可加时间，如 2026-09-05 14:30');
    expect(flat).toMatch(/style:cell-protect="none"/);
    const style = /<table:table table:name="收表标识" table:style-name="([^"]+)"/.exec(flat)?.[1];
    expect(flat.slice(flat.indexOf(`style:name="${style}"`)).slice(0, 300)).toContain('table:display="false"');
    expect(paper('blank')).toEqual([842, 595]);
  });

  test('an exported ledger keeps numbers, days and texts', () => {
    expect(csv('ledger')).toContain('ZR-2026-0200');
    expect(csv('ledger')).not.toMatch(/#REF|#NAME|#VALUE|Err:/);
  });
});
