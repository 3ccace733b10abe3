import { describe, expect, test } from 'vitest';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { faultyRowsModel } from '../../../../shared/workbook/import/faulty-rows.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { type Imported, importSample } from '../sample-office.ts';

const CHENGUANG = '社区上报-群众诉求-晨光社区-2026年9月.xlsx';
const faultyOf = (imported: Imported) =>
  faultyRowsModel({ ...imported, ledger: demand, nameOf: (_, id) => `${id}社区` });
const model = faultyOf(importSample(CHENGUANG, demand));

test('each row held back with its place in the file and the reason, the faulty cell red and no other', () => {
  const [sheet] = model.sheets;
  expect(sheet?.rows[0]?.cells.map((cell) => cell?.value)).toEqual([
    '原表行号',
    '序号',
    '工单编号',
    '接收时间',
    '姓名',
    '身份证号',
    '联系电话',
    '诉求内容',
    '问题分类',
    '承办人',
    '应办结日期',
    '办结日期',
    '满意度',
    '备注',
    // Said by the file's name, so that the rows alone still say it.
    '来源',
    '所属社区',
    '未导入的原因',
  ]);
  expect(sheet?.rows.slice(1).map((row) => row.cells[0]?.value)).toEqual([14, 21]);
  const [, row] = sheet?.rows ?? [];
  expect(row?.cells.flatMap((cell, place) => (cell?.style.fill === 'FFC7CE' ? [place] : []))).toEqual([5]);
  expect(row?.cells.at(-1)?.value).toContain('原表已损坏,请重新取数');
  expect(row?.cells.map((cell) => cell?.comment)).toEqual(
    row?.cells.map((_, place) => (place === 5 ? expect.stringContaining('原表已损坏,请重新取数') : undefined)),
  );
  expect(row?.cells[2]?.value).toBe('晨光2026090010');
});

test('mended and imported again it is read without a hand: only the number is still to be written', () => {
  const workbook = readWorkbook(writeWorkbook(model), '未导入的行.xlsx');
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const again = importSample(CHENGUANG, demand, {
    reader: openSheet(workbook, sheet),
    choices: { mended: new Map([[1, new Map([['personId', '990311199605273358']])]]) },
  });
  expect(again.layout.rows).toEqual({ top: 0, bottom: 0 });
  expect(again.plan.counts).toMatchObject({ new: 1, heldBack: 1 });
  expect(again.plan.rows[0]?.values).toMatchObject({
    orderNo: '晨光2026090010',
    receivedAt: '2026-09-27T00:00:00+08:00',
    personId: '990311199605273358',
    phone: '15400006626',
    community: '晨光',
  });
});

test('a key that was left blank is red and noted too, though nothing was read there', () => {
  const emptied = importSample(CHENGUANG, demand, {
    choices: { mended: new Map([[4, new Map([['content', '']])]]) },
  });
  const [, row] = faultyOf(emptied).sheets[0]?.rows ?? [];
  expect(row?.cells[0]?.value).toBe(5);
  expect(row?.cells[7]).toMatchObject({ style: { fill: 'FFC7CE' }, comment: '诉求内容必填' });
});

test('a cell that was mended and is still wrong goes out as it was mended', () => {
  const tried = importSample(CHENGUANG, demand, {
    choices: { mended: new Map([[13, new Map([['personId', '9903']])]]) },
  });
  const row = faultyOf(tried).sheets[0]?.rows[1];
  expect(row?.cells[5]?.value).toBe('9903');
});

describe('what the clerk typed in the preview goes out with its row', () => {
  const mended = (row: number, ...cells: readonly (readonly [field: string, text: string])[]) => {
    const imported = importSample(CHENGUANG, demand, { choices: { mended: new Map([[row, new Map(cells)]]) } });
    const rows = faultyOf(imported).sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.value)) ?? [];
    const [titles = [], ...others] = rows;
    const own = others.find(([at]) => at === row + 1);
    return (title: string) => own?.[titles.indexOf(title)];
  };

  test('into a blank cell', () => {
    expect(mended(13, ['remark', '待核实'])('备注')).toBe('待核实');
  });

  test('over what all rows were given', () => {
    expect(mended(13, ['community', '东湖社区'])('所属社区')).toBe('东湖社区');
  });

  test('for a field without a column', () => {
    const cell = mended(13, ['returnReason', '不属本街道']);
    expect(cell('退单理由')).toBe('不属本街道');
    expect(cell('未导入的原因')).toContain('原表已损坏');
  });
});
