import { SharedStrings } from '../../shared/workbook/shared-strings-part.ts';
import type { SheetModel } from '../../shared/workbook/sheet-model.ts';
import { sheetXml } from '../../shared/workbook/sheet-part.ts';
import { StyleTable } from '../../shared/workbook/styles-part.ts';
import { writeWorkbook } from '../../shared/workbook/write-workbook.ts';

const ROWS = 100_000;
const COLUMNS = 20;
const STYLE = { font: { name: '宋体', size: 11 }, border: true, format: '@' } as const;

/** Texts that come again, as in a ledger, and a number in every third column. */
const styledSheet = (): SheetModel => ({
  name: '表',
  widths: Array.from({ length: COLUMNS }, () => 12),
  rows: Array.from({ length: ROWS }, (_, row) => ({
    height: 20,
    cells: Array.from({ length: COLUMNS }, (__, column) => ({
      value: column % 3 === 0 ? row * column : `第${row % 5000}行第${column}列`,
      style: STYLE,
    })),
  })),
  merges: [],
  page: { landscape: true, fitToWidth: true },
});

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** 100,000 x 20 styled cells: the file is to take at most three times what building its XML alone takes. A process of its own, for its memory. */
const sheet = styledSheet();
const xml = timed(() => {
  const tables = { styles: new StyleTable(), strings: new SharedStrings(), listSource: () => '' };
  for (const _ of sheetXml(sheet, tables)) {
    // Only built.
  }
});
const whole = timed(() => writeWorkbook({ sheets: [sheet] }));
const memory = process.memoryUsage().rss / 1024 ** 2;
console.log(`\n${ROWS} rows x ${COLUMNS} styled columns written`);
console.log(`${xml.toFixed(0).padStart(9)} ms building the XML alone`);
console.log(`${whole.toFixed(0).padStart(9)} ms the file`);
console.log(`${(whole / xml).toFixed(2).padStart(9)} times (limit 3.00)`);
console.log(`${memory.toFixed(0).padStart(9)} MB held at the end, the model in memory included (limit 500)`);
