import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fillFormWith } from '../../shared/workbook/fill/fill-form.ts';
import type { Deflate } from '../../shared/workbook/package/zip-patch.ts';
import { richTemplate } from '../shared/workbook/fill/rich-template.ts';

const ROWS = 1000;
/** Model row of the template, counted from one, and how many rows it has before. */
const MODEL = 7;
const READY = 3;

const nameOf = (row: number): string => `第${row + 1}社区`;

/** As the program's worker has it from the browser. */
const nativeDeflate: Deflate = async (content) => new Uint8Array(deflateRawSync(content));

const COMMENTS = 'xl/drawings/vmlDrawing1.vml';

/** The feature-rich form with the boxes of its comments as clean XML: the library refuses what Excel itself writes. */
function readableForm(): Uint8Array {
  const parts = unzipSync(richTemplate());
  const boxes = strFromU8(parts[COMMENTS] ?? new Uint8Array()).replace('<br>', '<br/>');
  return zipSync({ ...parts, [COMMENTS]: strToU8(boxes) });
}

/** The superior's form with 1,000 rows where it has three: patched in the zip. */
async function patched(blank: Uint8Array): Promise<void> {
  const cells = Array.from({ length: ROWS }, (_, row) => [
    { row: 4 + row, column: 0, content: { kind: 'number' as const, number: row + 1 } },
    { row: 4 + row, column: 1, content: { kind: 'text' as const, text: nameOf(row) } },
    { row: 4 + row, column: 2, content: { kind: 'number' as const, number: row * 2 } },
    { row: 4 + row, column: 3, content: { kind: 'number' as const, number: row } },
    { row: 4 + row, column: 5, content: { kind: 'text' as const, text: '热线' } },
    { row: 4 + row, column: 6, content: { kind: 'text' as const, text: '052700000000' } },
  ]).flat();
  await fillFormWith(nativeDeflate, blank, [
    { sheet: '填报表', insertions: [{ below: MODEL - 1, count: ROWS - READY }], cells },
  ]);
}

/** The same cells by the usual library: opened into its model, rows duplicated, written anew. */
async function byLibrary(blank: Uint8Array): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(blank.buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('填报表');
  sheet?.duplicateRow(MODEL, ROWS - READY, true);
  for (let row = 0; row < ROWS; row += 1) {
    const line = sheet?.getRow(5 + row);
    const values = [row + 1, nameOf(row), row * 2, row, undefined, '热线', '052700000000'];
    for (const [column, value] of values.entries()) {
      if (value !== undefined && line) line.getCell(column + 1).value = value;
    }
  }
  await workbook.xlsx.writeBuffer();
}

/** Fills once in this fresh process, as the program does it in a fresh worker, and says what that took of the processor. */
const blank = readableForm();
const began = process.cpuUsage();
if (process.argv[2] === 'library') await byLibrary(blank);
else await patched(blank);
const { user, system } = process.cpuUsage(began);
console.log((user + system) / 1000);
