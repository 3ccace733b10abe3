import type { FormSheet } from '../../../shared/forms/form-look.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { type Answer, useAnswer } from '../../components/session/use-answer.ts';
import { desktop } from '../../desktop/desktop.ts';
import { lookAtForm } from '../../workers/form-client.ts';
import type { FormRecord } from './form-record.ts';

/** A blank form opened: its bytes, to be filled, and how its sheets look. */
export type FormFile = { readonly bytes: Uint8Array; readonly sheets: readonly FormSheet[] };

/** The blank form a record names, opened once while it is on the screen. */
export function useFormFile(file: FormRecord['file']): Answer<FormFile> {
  return useAnswer(file?.hash, async () => {
    const bytes = await desktop().attachments.get(file?.hash ?? '');
    if (!bytes) {
      throw new LedgerError(
        'form/no-file',
        '空白表样的文件不在附件里了。台账数据没有受影响。请打开“对应关系”，用“换一份空白表样”重新选择上级发来的文件。',
      );
    }
    return { bytes, sheets: await lookAtForm(file?.name ?? '', bytes) };
  });
}
