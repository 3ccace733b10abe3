import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFormLook } from '../../shared/forms/form-look.ts';
import { planFilling } from '../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../shared/forms/propose-binding.ts';
import { periodOf } from '../../shared/kit/period.ts';
import type { LedgerRecord } from '../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../shared/ledgers/index.ts';
import { fillForm } from '../../shared/workbook/fill/fill-form.ts';
import { cases, officeContext } from '../shared/access/reports/half-year-office.ts';
import {
  ACCESS,
  communities,
  DISPUTES,
  disputes,
  fillSample,
  formContext,
  HOTLINE,
  OCTOBER,
  SEPTEMBER,
  SEPTEMBER_DISPUTES,
  slips,
} from '../shared/forms/form-office.ts';
import { severalTables } from '../shared/forms/several-tables-form.ts';
import { richTemplate } from '../shared/workbook/fill/rich-template.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice)
  console.warn('\n*** 未找到 soffice（LibreOffice）：填好的表样没有用办公软件打开检验，本组测试跳过 ***\n');

const demand = [...slips('2026-09', SEPTEMBER), ...slips('2026-10', OCTOBER)];
const dispute = [
  ...disputes('2026-09', SEPTEMBER_DISPUTES),
  ...disputes('2026-10', { 康平社区: [['医患', '调解中']] }),
];
const eight = communities('滨江社区', '阳光社区');
const department = ['zhujian', 'minzheng', 'gongan'].map(
  (id): LedgerRecord => ({ id, rev: 'a/1/1', values: { name: id } }),
);
const access = officeContext({ application: cases, department });

/** Fifty rows where the form has three. */
function filledRich(): Uint8Array {
  const cells = Array.from({ length: 50 }, (_, at) => [
    { row: 4 + at, column: 0, content: { kind: 'number' as const, number: at + 1 } },
    { row: 4 + at, column: 1, content: { kind: 'text' as const, text: `=第${at + 1}社区` } },
    { row: 4 + at, column: 2, content: { kind: 'number' as const, number: 2 } },
    { row: 4 + at, column: 3, content: { kind: 'number' as const, number: 1 } },
  ]).flat();
  return fillForm(richTemplate(), [{ sheet: '填报表', insertions: [{ below: 6, count: 47 }], cells }]).bytes;
}

/** Two tables on one sheet, both short of rows, the second in two parts; a list on another sheet. */
function filledSeveral(): Uint8Array {
  const context = formContext({ demand, dispute });
  const sheets = readFormLook(severalTables);
  const { binding } = proposeBinding(sheets, ledgers, context);
  const request = { context, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' };
  return fillForm(severalTables, planFilling(binding, sheets, request).fillings).bytes;
}

const FILES: { readonly [name: string]: () => Uint8Array } = {
  hotlineSeptember: () => fillSample(HOTLINE, formContext({ demand }), 'month', '2026-09-01').bytes,
  hotlineOctober: () =>
    fillSample(HOTLINE, formContext({ demand, organisation: eight }, '2026-11-03'), 'month', '2026-10-01').bytes,
  accessFirst: () => fillSample(ACCESS, access, 'halfYear', '2026-03-01').bytes,
  accessSecond: () => fillSample(ACCESS, access, 'halfYear', '2026-07-01').bytes,
  disputesSeptember: () => fillSample(DISPUTES, formContext({ dispute }), 'month', '2026-09-01').bytes,
  disputesOctober: () => fillSample(DISPUTES, formContext({ dispute }, '2026-11-02'), 'month', '2026-10-01').bytes,
  rich: filledRich,
  several: filledSeveral,
};

describe.skipIf(!hasOffice)('LibreOffice opens the superiors’ forms we filled, and counts their totals', () => {
  let folder = '';

  /** Converts all files at once; the profile is the suite's own, so that an office already open does not answer. */
  function convert(target: string, names = Object.keys(FILES)): void {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const files = names.map((name) => join(folder, `${name}.xlsx`));
    execFileSync('soffice', [profile, '--headless', '--convert-to', target, '--outdir', folder, ...files], {
      stdio: 'pipe',
      timeout: 90_000,
    });
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'street-ledger-forms-'));
    mkdirSync(join(folder, 'profile'));
    for (const [name, made] of Object.entries(FILES)) writeFileSync(join(folder, `${name}.xlsx`), made());
    convert('pdf');
    // Comma, double quote, UTF-8, the first sheet, all as shown.
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lines = (name: string): readonly string[] =>
    readFileSync(join(folder, `${name}.csv`), 'utf8')
      .replace(/^\ufeff/, '')
      .split('\n');
  const pages = (name: string): number =>
    readFileSync(join(folder, `${name}.pdf`), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

  test('12345, September: rates row by row and totals as worked out by hand', () => {
    const csv = lines('hotlineSeptember');
    expect(csv[0]).toContain('2026年9月份12345政务服务便民热线办理情况通报表');
    expect(csv[5]).toBe('1,晨光社区,8,5,1,2,1,6,3,2,1,0.75,0.625,0.166666666666667,3,');
    // Nothing to divide by: the form's own formulas leave their cells empty.
    expect(csv[7]).toBe('3,康平社区,0,0,0,0,0,0,0,0,0,,,,,');
    expect(csv[11]).toBe('合计,,22,15,3,4,1,18,10,3,3,,,,,');
  });

  test('12345, October: two rows more, and the totals count them', () => {
    const csv = lines('hotlineOctober');
    expect(csv[12]).toBe('8,阳光社区,3,0,0,3,1,0,0,0,0,0,0,,3,');
    expect(csv[13]).toBe('合计,,7,3,1,3,1,4,2,0,1,,,,,');
    expect(csv[14]).toMatch(/^单位负责人：,,,,审核人：,,,,填表人：李敏/);
  });

  test('准入, both halves of the year', () => {
    expect(lines('accessFirst')[11]).toBe('合计,,2,7,1,4,2,2,1,1,5,12000,9000,0.75');
    expect(lines('accessFirst')[5]).toBe('3,区住建局,1,2,1,1,0,0,0,1,3,12000.00,9000.00,0.75');
    expect(lines('accessSecond')[11]).toBe('合计,,5,1,0,0,0,0,2,0,6,0,0,');
  });

  test('disputes: 合计 stands above the communities', () => {
    expect(lines('disputesSeptember')[4]).toBe('合计,14,5,1,1,1,1,2,1,1,1,1,0,3,1');
    expect(lines('disputesSeptember')[2]).toContain('其他（共计：4件）');
    expect(lines('disputesOctober')[4]).toBe('合计,1,1,0,0,0,0,0,0,0,0,0,0,0,1');
  });

  test('a form with everything in it: fifty rows printed, totals right, no formula from data', () => {
    const csv = lines('rich');
    expect(csv[53]).toMatch(/^50,=第50社区,2,1,1\.0%/);
    expect(csv[54]).toBe('合计,,100,50,50.0%,,,');
    expect(csv[55]).toBe('平均,,2,0,,,,');
    expect(pages('rich')).toBeGreaterThanOrEqual(2);
  });

  test('several tables on a sheet: rows put into both, totals of each over its own rows', () => {
    // The second sheet alone.
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2', ['several']);
    const csv = lines('several-汇总');
    expect(csv[3]).toBe('晨光社区,8,2,6');
    expect(csv[8]).toBe('合计,22,4,18');
    expect(csv.slice(12, 19)).toEqual([
      '晨光社区,5,3,2',
      '小计,5,3,2',
      '东湖社区,3,2,1',
      '文昌社区,2,0,2',
      '桃园社区,3,3,0',
      '新河社区,1,1,0',
      '合计,14,9,5',
    ]);
  });

  test('no form shows an error of a formula', () => {
    for (const name of Object.keys(FILES)) expect(lines(name).join('\n')).not.toMatch(/#REF|#NAME|#VALUE|#DIV|Err:/);
  });
});
