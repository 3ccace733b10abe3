import type { FileKind, RefusedFile } from './desktop-api.ts';
import { MEGABYTE } from './kit/bytes.ts';

type Kind = {
  /** What the dialog calls it. */
  readonly name: string;
  readonly extensions: readonly string[];
  /** Bytes. */
  readonly limit: number;
  readonly several: boolean;
};

/** What may be chosen of each kind, in the shell's dialog as in the browser's. WPS saves .et, older offices .xls. */
export const FILE_KINDS: { readonly [kind in FileKind]: Kind } = {
  workbook: {
    name: '表格文件',
    extensions: ['xlsx', 'xlsm', 'xls', 'et', 'ods', 'csv', 'txt'],
    limit: 50 * MEGABYTE,
    several: true,
  },
  snapshot: { name: '备份文件', extensions: ['slsnap', 'slsealed'], limit: 512 * MEGABYTE, several: false },
  package: { name: '交换包', extensions: ['slpack', 'slsealed'], limit: 512 * MEGABYTE, several: false },
};

const refused = (name: string, code: string, message: string): RefusedFile => ({ name, refusal: { code, message } });

/** The refusal of a file of `size` bytes that may have `limit`. */
export const tooLarge = (name: string, size: number, limit: number): RefusedFile =>
  refused(
    name,
    'file/too-large',
    `“${name}”有 ${Math.ceil(size / MEGABYTE)} MB，超过 ${limit / MEGABYTE} MB 的上限，没有读取。请拆分后再导入。`,
  );

export const notReadable = (name: string): RefusedFile =>
  refused(name, 'file/not-readable', `“${name}”无法读取，没有导入任何内容。请确认文件还在、可以打开，再试一次。`);
