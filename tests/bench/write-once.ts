import type { RowModel, SheetModel } from '../../shared/workbook/sheet-model.ts';
import { SharedStrings } from '../../shared/workbook/write/shared-strings-part.ts';
import { sheetXml } from '../../shared/workbook/write/sheet-part.ts';
import { StyleTable } from '../../shared/workbook/write/styles-part.ts';
import { writeWorkbook } from '../../shared/workbook/write/write-workbook.ts';
import { WRITTEN } from './write-size.ts';

const STYLE = { font: { name: '宋体', size: 11 }, border: true, format: '@' } as const;

/** Texts that come again, as in a ledger, one that never does, and a number in every third column. */
function* rows(): Generator<RowModel> {
  const valueAt = (row: number, column: number) => {
    if (column % 3 === 0) return row * column;
    return column === 1 ? `第${row}件：楼道堆物，请尽快清理` : `第${row % 5000}行第${column}列`;
  };
  for (let row = 0; row < WRITTEN.rows; row += 1) {
    const cells = Array.from({ length: WRITTEN.columns }, (_, column) => ({
      value: valueAt(row, column),
      style: STYLE,
    }));
    yield { height: 20, cells };
  }
}

const sheet: SheetModel = {
  name: '表',
  widths: Array.from({ length: WRITTEN.columns }, () => 12),
  rows: [],
  more: { count: WRITTEN.rows, rows: { [Symbol.iterator]: rows } },
  merges: [],
  page: { landscape: true, fitToWidth: true },
};

const WORK = {
  rows: () => {
    for (const _ of rows()) {
      // Only made: what both others do as well.
    }
  },
  xml: () => {
    const tables = { styles: new StyleTable(), strings: new SharedStrings(), listSource: () => '' };
    for (const _ of sheetXml(sheet, tables)) {
      // Only built.
    }
  },
  file: () => {
    writeWorkbook({ sheets: [sheet] });
  },
};

/** One part of the work in a process of its own: milliseconds of the processor, and the most memory held, in megabytes. */
const work = Object.entries(WORK).find(([name]) => name === process.argv[2])?.[1];
if (work === undefined) throw new Error(`no such work: ${process.argv[2]}`);
const began = process.cpuUsage();
work();
const { user, system } = process.cpuUsage(began);
console.log(JSON.stringify({ milliseconds: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
