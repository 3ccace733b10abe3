import { expect, test } from 'vitest';
import { fixture } from '../../../shared/workbook/sample-files.ts';
import { emptyOffice, openImport } from './import-support.ts';

test('computed columns stand in the preview in words: money in yuan, not in fen', async () => {
  const name = '社区工作者花名册.xls';
  const session = await openImport(await emptyOffice(), 'worker', fixture(name), name);
  // 3,860 a month, twelve times.
  expect((await session.planWindow('all', 0, 1)).rows[0]?.derived).toMatchObject({
    yearPay: '46,320.00 元',
    yearPayHow: '月应发×12',
  });
});
