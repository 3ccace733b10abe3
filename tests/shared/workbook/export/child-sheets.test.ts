import { expect, test } from 'vitest';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { childSheets, isChildSheet } from '../../../../shared/workbook/export/child-sheets.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { RECEIVED, ROUTE_6, walk } from '../../rules/petition-support.ts';
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

test('a case is told by its number and its name; lists without rows get no sheet', () => {
  const opinions = [{ id: 'o1', community: '晨光社区', opinion: '同意' }];
  const [sheet, ...more] = sheetsOf('application', [
    { values: { caseNo: 'ZR-2026-0001', itemName: '居家养老核查', opinions } },
  ]);
  expect(more).toEqual([]);
  expect(sheet?.name).toBe('意见');
  const [line] = [...(sheet?.more?.rows ?? [])];
  expect(line?.cells.slice(0, 2).map((cell) => cell?.value)).toEqual(['ZR-2026-0001', '居家养老核查']);
});

test('what happened to a case is a sheet of its own, in the words of its timeline, and not read back in', () => {
  const refused = walk(RECEIVED, [
    ['accept', '2026-01-10', { route: ROUTE_6, noticeWay: '书面' }],
    ['applyForExtension', '2026-03-02', { extensionAskedTo: '2026-04-10', extensionReason: '须鉴定' }, '李敏'],
    ['refuseExtension', '2026-03-03', { reason: '鉴定已有结论' }, '赵某某'],
  ]);
  const sheets = sheetsOf('petition', [{ values: refused.values }, { values: RECEIVED }]);
  expect(sheets.map(({ name }) => name)).toEqual(['办理过程']);
  const reader = readBack(writeWorkbook({ sheets }), '办理过程');
  expect(isChildSheet(reader)).toBe(true);
  expect(Array.from({ length: 4 }, (_, row) => rowTexts(reader, row + 2))).toEqual([
    ['登记编号', '信访人', '环节', '原状态', '新状态', '日期', '决定人', '说明', '文号', '轮次'],
    ['XF-2026-0001', '王某某', '受理', '已登记', '办理中', '2026-01-10', '', '', '', ''],
    [
      'XF-2026-0001',
      '王某某',
      '申请延期',
      '办理中',
      '办理中',
      '2026-03-02',
      '李敏',
      '申请延至 2026-04-10；须鉴定',
      '',
      '',
    ],
    ['XF-2026-0001', '王某某', '不批准延期', '办理中', '办理中', '2026-03-03', '赵某某', '鉴定已有结论', '', ''],
  ]);
});

test('a list longer than a file can take back says so instead of its lines', () => {
  const visits = Array.from({ length: 1_000 }, (_, place) => ({ id: `v${place}`, on: '2026-03-05', content: '走访' }));
  const rows = (count: number) => Array.from({ length: count }, () => ({ values: { organ: '区审计局', visits } }));
  const [whole] = sheetsOf('pairing', rows(300));
  expect(whole?.more?.count).toBe(300_000);
  const [sheet] = sheetsOf('pairing', rows(301));
  expect(sheet?.more).toBeUndefined();
  expect(sheet?.rows[1]?.cells[0]?.value).toBe(
    '共 301000 行，超过 300000 行，没有列出，请先筛选再分几次导出　　供查阅，导入时不读这一张；每行属于哪一件，看左边的列',
  );
});
