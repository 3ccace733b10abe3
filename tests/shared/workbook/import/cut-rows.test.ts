import { expect, test } from 'vitest';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { cutRows } from '../../../../shared/workbook/import/cut-rows.ts';
import { withTarget } from '../../../../shared/workbook/import/mapping-choices.ts';
import { openFirst } from '../sample-files.ts';
import { importSample } from '../sample-office.ts';

const opened = (lines: readonly string[]) => openFirst(new TextEncoder().encode(lines.join('\n')), '表.csv');
const imported = (...lines: readonly string[]) => importSample('表.csv', demand, { reader: opened(lines) }).plan;

test('a row of a .csv that a comma in its text has cut is held back', () => {
  const plan = imported(
    '接收时间,诉求内容,联系电话',
    '2026-9-1,路灯不亮,13800138000',
    '2026-9-2,楼顶漏水,请速修,13900139000',
  );
  expect(plan.rows.map(({ status }) => status)).toEqual(['new', 'heldBack']);
  expect(plan.rows[1]?.complaints[0]).toMatchObject({ severity: 'error', code: 'import/cut-row' });
});

test('a cut row that carries a known number is held back too, and updates nothing', () => {
  const known: LedgerRecord = {
    id: 'a',
    rev: '1-0001-n1',
    values: { demandNo: 'SQ-2026-0001', receivedAt: '2026-09-02T00:00:00+08:00', content: '楼顶漏水，请速修' },
  };
  const lines = ['诉求编号,接收时间,诉求内容,诉求人', 'SQ-2026-0001,2026-9-2,楼顶漏水,请速修,李四'];
  const { plan } = importSample('表.csv', demand, { reader: opened(lines), stored: [known] });
  expect(plan.rows).toMatchObject([{ status: 'heldBack', action: 'skip', complaints: [{ code: 'import/cut-row' }] }]);
});

test('a comma in quotes, blanks at the end and a column without a name cut nothing', () => {
  const plan = imported(
    '接收时间,诉求内容,联系电话,',
    '2026-9-1,"楼顶漏水,请速修",13800138000,',
    '2026-9-2,路灯不亮,13900139000,领导批示,,',
  );
  expect(plan.rows.map(({ status }) => status)).toEqual(['new', 'new']);
});

test('a last column of remarks without a name is no comma’s doing once the clerk gives it a field', () => {
  const lines = ['接收时间,诉求内容,联系电话', '2026-9-1,路灯不亮,13800138000,领导批示', '2026-9-2,井盖,13900139000'];
  const { reader, layout, mapping, plan } = importSample('表.csv', demand, { reader: opened(lines) });
  expect(plan.counts).toMatchObject({ new: 1, heldBack: 1 });
  const told = withTarget(mapping, 3, { kind: 'field', field: 'remark' });
  expect(cutRows(reader, layout.rows, told)(1)).toBeUndefined();
  expect(cutRows(reader, layout.rows, mapping)(1)).toMatchObject({ code: 'import/cut-row' });
});
