import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fillInWorker, lookAtForm } from '../../../renderer/workers/form-client.ts';
import type { FilledCell } from '../../../shared/workbook/fill/put-cells.ts';
import { encryptedXlsx, fixture } from '../../shared/workbook/sample-files.ts';
import { ThreadWorker } from './thread-worker.ts';

const HOTLINE = fixture('上级表样-12345办理情况通报表.xlsx');
const NAME = '12345办理情况通报表.xlsx';

beforeEach(() => vi.stubGlobal('Worker', ThreadWorker));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const cell = (row: number, column: number): FilledCell => ({ row, column, content: { kind: 'number', number: 7 } });
const filling = (...cells: readonly FilledCell[]) => [{ sheet: '通报表', insertions: [], cells }];

test('a real form is looked at and filled in the worker itself, which is gone afterwards', async () => {
  const [look] = await lookAtForm(NAME, HOTLINE);
  expect(look?.name).toBe('通报表');
  await ThreadWorker.last?.ended;
  const filled = await fillInWorker(HOTLINE, filling(cell(5, 2)));
  expect([...filled.bytes.subarray(0, 2)]).toEqual([...HOTLINE.subarray(0, 2)]);
  expect(filled.protectedSheets).toEqual([]);
  await ThreadWorker.last?.ended;
});

test('a form that is not done after 30 seconds is given up by name, and nothing of it runs on', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const looking = lookAtForm(NAME, HOTLINE);
  const refused = expect(looking).rejects.toMatchObject({
    code: 'form/took-too-long',
    message: expect.stringMatching(/^“12345办理情况通报表.xlsx”：.*没有生成文件，原表样没有改动。请在 WPS 中/),
  });
  // The worker has only just begun: it takes longer to start than this takes to be said.
  vi.advanceTimersByTime(30_000);
  await refused;
  await ThreadWorker.last?.ended;
});

test('what the worker refuses is said with the file, or with sheet and cell', async () => {
  await expect(lookAtForm(NAME, encryptedXlsx())).rejects.toMatchObject({
    code: 'form/encrypted',
    message: expect.stringContaining('“12345办理情况通报表.xlsx”：表样设有打开密码'),
  });
  await expect(fillInWorker(HOTLINE, filling(cell(5, 11)))).rejects.toMatchObject({
    code: 'form/formula-cell',
    message: expect.stringContaining('“通报表”的 L6'),
  });
});
