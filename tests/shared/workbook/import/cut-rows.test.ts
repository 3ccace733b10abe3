import { expect, test } from 'vitest';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { openFirst } from '../sample-files.ts';
import { importSample } from '../sample-office.ts';

const imported = (...lines: readonly string[]) =>
  importSample('表.csv', demand, { reader: openFirst(new TextEncoder().encode(lines.join('\n')), '表.csv') }).plan;

test('a row of a .csv that a comma in its text has cut is held back', () => {
  const plan = imported(
    '接收时间,诉求内容,联系电话',
    '2026-9-1,路灯不亮,13800138000',
    '2026-9-2,楼顶漏水,请速修,13900139000',
  );
  expect(plan.rows.map(({ status }) => status)).toEqual(['new', 'heldBack']);
  expect(plan.rows[1]?.complaints[0]).toMatchObject({ severity: 'error', code: 'import/cut-row' });
});

test('a comma in quotes, blanks at the end and a column without a name cut nothing', () => {
  const plan = imported(
    '接收时间,诉求内容,联系电话,',
    '2026-9-1,"楼顶漏水,请速修",13800138000,',
    '2026-9-2,路灯不亮,13900139000,领导批示,,',
  );
  expect(plan.rows.map(({ status }) => status)).toEqual(['new', 'new']);
});
