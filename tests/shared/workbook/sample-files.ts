import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { CFB, utils, write } from 'xlsx';
import { openSheet, type SheetReader } from '../../../shared/workbook/cells.ts';
import { readWorkbook } from '../../../shared/workbook/read/read-workbook.ts';

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

/** What an office suite writes for an .ods with a password (ODF 1.2, part 3): parts of noise, which the manifest explains. */
export function encryptedOds(): Uint8Array {
  const type = 'application/vnd.oasis.opendocument.spreadsheet';
  const secret = `<manifest:encryption-data manifest:checksum-type="SHA256" manifest:checksum="AAAA"><manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="AAAA"/></manifest:encryption-data>`;
  const entry = (path: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml" manifest:size="900">${secret}</manifest:file-entry>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>${entry('content.xml')}${entry('styles.xml')}</manifest:manifest>`;
  const noise = Uint8Array.from({ length: 512 }, (_, at) => (at * 167 + 91) % 256);
  return zipSync(
    { mimetype: strToU8(type), 'content.xml': noise, 'styles.xml': noise, 'META-INF/manifest.xml': strToU8(manifest) },
    { level: 0 },
  );
}
