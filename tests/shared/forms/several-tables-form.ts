import type { CellModel, SheetModel } from '../../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';

type Line = { readonly ruled?: boolean; readonly cells: readonly (string | number | null)[] };

const FONT = { name: '宋体', size: 11 };
const cellOf = (value: string | number | null, ruled: boolean): CellModel | undefined =>
  value === null && !ruled
    ? undefined
    : {
        style: { font: FONT, ...(ruled ? { border: true } : {}) },
        ...(value === null || value === ''
          ? {}
          : { value: typeof value === 'string' && value.startsWith('=') ? { formula: value, cached: 0 } : value }),
      };

export const sheetOf = (name: string, lines: readonly Line[]): SheetModel => ({
  name,
  widths: [10, 12, 12, 12],
  rows: lines.map(({ ruled = false, cells }) => ({ cells: cells.map((value) => cellOf(value, ruled)) })),
  merges: [],
  page: { landscape: false, fitToWidth: true },
});
export const plain = (...cells: Line['cells']): Line => ({ cells });
export const ruled = (...cells: Line['cells']): Line => ({ ruled: true, cells });

/** Hotline above disputes on one sheet, a list of disputes on another, and a cover. */
export const severalTables: Uint8Array = writeWorkbook({
  sheets: [
    sheetOf('封面', [
      plain('社会治理月报'),
      plain('依据2024年3月文件'),
      plain('填报单位：'),
      plain('填报日期：    年  月  日'),
    ]),
    sheetOf('汇总', [
      plain('社会治理情况（    月）'),
      plain('一、12345热线'),
      ruled('单位', '派遣数', '未办结数', '办结数'),
      ruled('晨光社区', null, null, null),
      ruled('东湖社区', null, null, null),
      ruled('合计', '=SUM(B4:B5)', '=SUM(C4:C5)', '=SUM(D4:D5)'),
      plain(null),
      plain('二、矛盾纠纷'),
      ruled('社区', '纠纷总数', '化解数', '未化解数'),
      ruled('晨光社区', null, null, null),
      ruled('小计', '=SUM(B10:B10)', '=SUM(C10:C10)', '=SUM(D10:D10)'),
      ruled('东湖社区', null, null, null),
      ruled('文昌社区', null, null, null),
      ruled('合计', '=B11+SUM(B12:B13)', '=C11+SUM(C12:C13)', '=D11+SUM(D12:D13)'),
      plain('填表人：', null, null, '审核人：'),
    ]),
    sheetOf('明细', [
      plain('矛盾纠纷明细'),
      plain('序号', '社区', '当事人', '纠纷类型'),
      plain(null),
      plain('填表人：'),
    ]),
  ],
});
