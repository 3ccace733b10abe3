import { readFileSync } from 'node:fs';
import { CFB, utils, write } from 'xlsx';
import { openSheet, type SheetReader } from '../../../shared/workbook/cells.ts';
import { readWorkbook } from '../../../shared/workbook/read-workbook.ts';

export const HOUSING = '部门申报-区住建局-拟进社区工作事项.xlsx';
export const POLICE = '部门申报-区公安分局-拟进社区工作事项.xls';

/** Bytes of a workbook made by a real office suite. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
}

/** First sheet of a sample file, opened. */
export function openFixture(name: string): SheetReader {
  return openFirst(fixture(name), name);
}

export function openFirst(bytes: Uint8Array, name = '表.xlsx'): SheetReader {
  const workbook = readWorkbook(bytes, name);
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return openSheet(workbook, sheet);
}

/** An .xlsx of one sheet, from rows of values. */
export function xlsxOf(rows: readonly (readonly (string | number | boolean | null)[])[]): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  const book = utils.book_new(sheet, '表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

/** What Office writes for a workbook with an opening password: a compound file with an EncryptedPackage stream. */
export function encryptedXlsx(): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array(224).fill(4));
  CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(8192).fill(171));
  return Uint8Array.from(CFB.write(container, { type: 'buffer' }));
}
