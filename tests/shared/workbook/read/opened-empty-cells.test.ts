import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { shownCell } from '../../../../shared/workbook/shown-cell.ts';
import { fixture } from '../sample-files.ts';
import { partsOf } from '../zip-parts.ts';

const NAME = '存为-ods-样例.ods';

/** All cells of the first sheet as a clerk reads them, and its merged ranges. */
function told(bytes: Uint8Array) {
  const workbook = readWorkbook(bytes, NAME);
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const { cell } = openSheet(workbook, sheet);
  const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
    sheet.columns.map((_column, column) => shownCell(cell(row, column), workbook.date1904)),
  );
  return { rows, merges: sheet.merges };
}

/** LibreOffice's own file, its empty cells written as other programs do. */
function reopened(inside: string): Uint8Array {
  const bytes = fixture(NAME);
  const content = partsOf(bytes)['content.xml'] ?? '';
  const changed = content.replace(/<(table:table-cell)((?: [^<>]*)?)\/>/g, `<$1$2>${inside}</$1>`);
  expect(changed).not.toBe(content);
  return zipSync({ ...unzipSync(bytes), 'content.xml': strToU8(changed) });
}

test.each([[''], ['<text:p/>'], ['<text:p></text:p>']])(
  'a file whose empty cells are opened reads as the same: “%s”',
  (inside) => {
    expect(told(reopened(inside))).toEqual(told(fixture(NAME)));
  },
);
