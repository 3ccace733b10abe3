import { readFormLook } from '../../shared/forms/form-look.ts';
import { withResults } from '../../shared/forms/formula-results.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { fillFormWith } from '../../shared/workbook/fill/fill-form.ts';
import type { FormJob } from './form-messages.ts';
import { deflateNatively } from './native-deflate.ts';
import { failedAnswer } from './one-answer.ts';

/** Looks at or fills one form; killed by whoever started it. */
self.onmessage = async ({ data: job }: MessageEvent<FormJob>) => {
  try {
    if (job.kind === 'look') self.postMessage({ ok: true, made: readFormLook(job.bytes) });
    else {
      const { bytes, protectedSheets } = await fillFormWith(deflateNatively, job.bytes, job.fillings);
      const made = { bytes, protectedSheets, sheets: readFormLook(bytes).map(withResults) };
      self.postMessage({ ok: true, made }, { transfer: [bytes.buffer] });
    }
  } catch (cause) {
    self.postMessage(failedAnswer(cause, unreadable));
  }
};

const unreadable = new LedgerError(
  'form/unreadable',
  '表样读不出来，可能太大或内容异常。没有生成文件，原表样没有改动。请在 WPS 或 Excel 中打开后另存为 .xlsx，再登记。',
);
