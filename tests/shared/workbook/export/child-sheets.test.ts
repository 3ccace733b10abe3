import { expect, test } from 'vitest';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { childSheets } from '../../../../shared/workbook/export/child-sheets.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { readBack, rowTexts } from '../fill/package-support.ts';

const sheetsOf = (ledgerId: string, rows: Parameters<typeof childSheets>[0]['rows']) => {
  const ledger = ledgerById(ledgerId);
  if (ledger === undefined) throw new Error(`no ledger ${ledgerId}`);
  return childSheets({ ledger, rows, nameOf: (_, id) => id });
};

const VISITS = [
  { id: 'v1', on: '2026-03-05', content: '走访=困难户', solved: '2 件' },
  { id: 'v2', on: '2026-06-08', content: '主题党日' },
];

test('the visits of every pairing, each after the name of its own, on a sheet that says it is not read back', () => {
  const sheets = sheetsOf('pairing', [
    { values: { organ: '区审计局', visits: VISITS } },
    { values: { organ: '区司法局' } },
    { values: { organ: '区人社局', visits: [{ id: 'v3', on: '2026-07-01', content: '座谈' }] } },
  ]);
  expect(sheets.map(({ name }) => name)).toEqual(['走访和活动']);
  const reader = readBack(writeWorkbook({ sheets }), '走访和活动');
  const texts = Array.from({ length: reader.sheet.rowCount }, (_, row) => rowTexts(reader, row));
  expect(texts.slice(0, 3).map(([first]) => first)).toEqual([
    '双结双联：走访和活动',
    '共 3 行　　供查阅，导入时不读这一张；每行属于哪一件，看左边的列',
    '机关单位',
  ]);
  expect(texts.slice(2)).toEqual([
    ['机关单位', '日期', '内容', '解决问题'],
    ['区审计局', '2026-03-05', '走访=困难户', '2 件'],
    ['区审计局', '2026-06-08', '主题党日', ''],
    ['区人社局', '2026-07-01', '座谈', ''],
  ]);
});

test('a case is told by its number and its name; its steps stay in its timeline; lists without rows get no sheet', () => {
  const opinions = [{ id: 'o1', community: '晨光社区', opinion: '同意' }];
  const steps = [{ id: 's1', transition: 'accept', on: '2026-01-05' }];
  const [sheet, ...more] = sheetsOf('application', [
    { values: { caseNo: 'ZR-2026-0001', itemName: '居家养老核查', opinions, steps } },
  ]);
  expect(more).toEqual([]);
  expect(sheet?.name).toBe('意见');
  const [line] = [...(sheet?.more?.rows ?? [])];
  expect(line?.cells.slice(0, 2).map((cell) => cell?.value)).toEqual(['ZR-2026-0001', '居家养老核查']);
});
