import { LedgerError } from '../../kit/complaint.ts';
import { sum } from '../../kit/numbers.ts';
import { readZipDirectory, type ZipEntry } from '../package/zip-directory.ts';
import { utf16Label } from './text-encoding.ts';

/** Largest file taken, in bytes. */
const LARGEST_FILE = 50 * 1024 * 1024;
/** Largest sum of inflated sizes a zip may declare, in bytes, and the largest ratio to the file's own size. */
const LARGEST_INFLATED = 400 * 1024 * 1024;
const LARGEST_RATIO = 200;

/** What a file is by its content: names lie (an HTML page called .xls, a text file called .xlsx). */
export type FileFormat = 'xlsx' | 'ods' | 'xls' | 'text' | 'markup';

const NOTHING_STORED = '没有存入任何数据。';

/**
 * Tells the format of a file from its bytes. A zip is judged by its directory only; whether its parts are whole shows
 * when they are inflated.
 * @throws LedgerError import/empty-file, import/too-big, import/encrypted, import/damaged, import/not-a-workbook
 */
export function sniff(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) {
    throw new LedgerError('import/empty-file', `文件是空的（0 字节）。${NOTHING_STORED}请让对方重新发送。`);
  }
  if (bytes.length > LARGEST_FILE) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    throw new LedgerError(
      'import/too-big',
      `文件有 ${size} MB，超过 50 MB 的上限。${NOTHING_STORED}请删去图片和多余的工作表，或拆成几个文件后再导入。`,
    );
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return sniffZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffCompound(bytes);
  // A bare BIFF stream (Excel 2 to 5) begins with its BOF record: 09 00/02/04/08, low length byte, 00.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0x00) return 'xls';
  const utf16 = utf16Label(bytes);
  if (utf16 === undefined && looksBinary(bytes)) throw notAWorkbook('这不是表格文件');
  return looksLikeMarkup(bytes, utf16 ?? 'utf-8') ? 'markup' : 'text';
}

function sniffZip(bytes: Uint8Array): FileFormat {
  const entries = readZipDirectory(bytes);
  if (entries === undefined) throw damaged();
  refuseBomb(entries, bytes.length);
  if (entries.some((entry) => entry.encrypted)) throw encrypted();
  const names = entries.map((entry) => entry.name.toLowerCase().replace(/\\/g, '/').replace(/^\//, ''));
  if (names.some((name) => name.startsWith('xl/') || name.endsWith('/workbook.xml'))) return 'xlsx';
  if (names.includes('content.xml')) return 'ods';
  if (names.some((name) => name.startsWith('word/'))) throw notAWorkbook('这是 Word 文档，不是表格');
  if (names.some((name) => name.startsWith('ppt/'))) throw notAWorkbook('这是演示文稿，不是表格');
  throw notAWorkbook('这是压缩包，不是表格；如果表格在里面，请先解压');
}

function refuseBomb(entries: readonly ZipEntry[], fileSize: number): void {
  const inflated = sum(entries.map((entry) => entry.size));
  if (inflated <= LARGEST_INFLATED && inflated <= fileSize * LARGEST_RATIO) return;
  throw new LedgerError(
    'import/inflates-too-far',
    `文件解开后有 ${Math.ceil(inflated / 1024 / 1024)} MB，远大于正常表格，为安全起见不予打开。${NOTHING_STORED}请在 WPS 中打开，只把需要的内容复制到新表另存后再导入。`,
  );
}

/** Directory entries of a compound file are 128 bytes each and stand on 128-byte boundaries, name first, in UTF-16. */
function sniffCompound(bytes: Uint8Array): FileFormat {
  if (hasStream(bytes, 'EncryptedPackage')) throw encrypted();
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'xls';
  if (hasStream(bytes, 'WordDocument')) throw notAWorkbook('这是 Word 文档，不是表格');
  throw damaged();
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  const nameLength = (name.length + 1) * 2;
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const isStream = bytes[at + 66] === 2 && bytes[at + 64] === nameLength;
    if (isStream && [...name].every((letter, index) => bytes[at + index * 2] === letter.charCodeAt(0))) return true;
  }
  return false;
}

/** Text, in UTF-8 or GB 18030, holds no NUL and hardly any control characters (an old Ctrl-Z at its end, say). */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  const control = head.filter((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d));
  return head.includes(0) || control.length * 50 > head.length;
}

function looksLikeMarkup(bytes: Uint8Array, encoding: string): boolean {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  return /^<(!doctype|html|head|meta|table|\?xml|!--|(style|body|div|tr)[\s>])/.test(head);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function notAWorkbook(what: string): LedgerError {
  return new LedgerError(
    'import/not-a-workbook',
    `${what}。${NOTHING_STORED}请选择 .xlsx、.xlsm、.xls、.et、.ods、.csv 或 .txt 表格；其他格式请在 WPS 中另存为 .xlsx 后再导入。`,
  );
}

/** A workbook protected by a password; nothing in it can be read. */
export function encrypted(): LedgerError {
  return new LedgerError(
    'import/encrypted',
    `文件已加密，打不开。${NOTHING_STORED}请在 WPS 中打开，去掉密码后另存，再导入。`,
  );
}

/** A file that begins like a workbook but cannot be read to its end. */
export function damaged(): LedgerError {
  return new LedgerError(
    'import/damaged',
    `文件已损坏或没有传完整，读不出来。${NOTHING_STORED}请在 WPS 中打开后另存为 .xlsx；打不开时请对方重新发送。`,
  );
}
