import { LedgerError } from '../../kit/complaint.ts';

const SAFE = '没有生成文件，原表样没有改动。';

/** The same complaint, said of the file it is about: of several forms, the clerk knows which. */
export const aboutFile = (name: string, cause: unknown): unknown =>
  cause instanceof LedgerError ? new LedgerError(cause.code, `“${name}”：${cause.message}`) : cause;

export const oldFormat = (): LedgerError =>
  new LedgerError(
    'form/not-xlsx',
    `这不是 .xlsx 表样（.xls、.et 等旧格式里的样式不能原样保留）。${SAFE}请在 WPS 或 Excel 中打开它，另存为 .xlsx 一次，再登记另存的文件。`,
  );

export const encryptedForm = (): LedgerError =>
  new LedgerError(
    'form/encrypted',
    `表样设有打开密码，程序读不出来。${SAFE}请在 WPS 或 Excel 中打开它，去掉打开密码后另存，再登记。（工作表保护不影响填报，不用取消。）`,
  );

export const damagedForm = (): LedgerError =>
  new LedgerError(
    'form/damaged',
    `表样文件内部有损坏，读不出来。${SAFE}请在 WPS 或 Excel 中打开它，另存为 .xlsx 后再登记。`,
  );

export const noSuchSheet = (sheet: string, sheets: readonly string[]): LedgerError =>
  new LedgerError(
    'form/no-sheet',
    `表样里没有工作表“${sheet}”（现有：${sheets.join('、')}）。${SAFE}表样可能换过了，请重新登记这张表样并核对对应关系。`,
  );

export const vanished = (sheet: string, cell: string): LedgerError =>
  new LedgerError(
    'form/cell-vanished',
    `“${sheet}”的 ${cell} 里已没有要填空的文字。${SAFE}表样可能改过版，请重新登记这张表样并核对 ${cell} 填什么。`,
  );

export const notTheFirstOfMerge = (sheet: string, cell: string, first: string): LedgerError =>
  new LedgerError(
    'form/merged-cell',
    `“${sheet}”的 ${cell} 已并入以 ${first} 开头的合并单元格，填不进去。${SAFE}表样可能改过版，请重新登记并把它改填到 ${first}。`,
  );

export const hasFormula = (sheet: string, cell: string): LedgerError =>
  new LedgerError(
    'form/formula-cell',
    `“${sheet}”的 ${cell} 是上级写好的公式，程序不会覆盖它。${SAFE}请在对应关系里去掉 ${cell}，让公式自己算。`,
  );
