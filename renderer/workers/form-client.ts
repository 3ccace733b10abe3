import type { FormSheet } from '../../shared/forms/form-look.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { SheetFilling } from '../../shared/workbook/fill/fill-form.ts';
import { aboutFile } from '../../shared/workbook/fill/form-errors.ts';
import type { FilledLook, FormJob } from './form-messages.ts';
import { oneAnswer } from './one-answer.ts';

/** A form that takes longer than this, in milliseconds, is given up: real ones take less than a second. */
const TIME_LIMIT = 30_000;

const ask = <Made>(job: FormJob): Promise<Made> =>
  oneAnswer<Made>(new Worker(new URL('./form-worker.ts', import.meta.url), { type: 'module', name: 'form' }), job, [], {
    limit: TIME_LIMIT,
    tooLong: new LedgerError(
      'form/took-too-long',
      '这张表样 30 秒还没有处理完，已停止。没有生成文件，原表样没有改动。请在 WPS 中删去多余的行列和图片，另存为 .xlsx 后再试。',
    ),
    broken: new LedgerError(
      'form/unreadable',
      '处理表样的程序出错了。没有生成文件，原表样没有改动。请在 WPS 或 Excel 中另存为 .xlsx 后再试。',
    ),
  });

/** How the sheets of a form look. @throws LedgerError form/… that names the file */
export async function lookAtForm(name: string, bytes: Uint8Array): Promise<readonly FormSheet[]> {
  try {
    return await ask({ kind: 'look', bytes });
  } catch (cause) {
    throw aboutFile(name, cause);
  }
}

/** A form filled, with the picture of the file as it will be saved. @throws LedgerError form/… */
export const fillInWorker = (bytes: Uint8Array, fillings: readonly SheetFilling[]): Promise<FilledLook> =>
  ask({ kind: 'fill', bytes, fillings });
