import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { WorkbookModel } from '../../../shared/workbook/sheet-model.ts';
import { writeWorkbookInSlices } from '../../../shared/workbook/write/write-workbook.ts';
import { inSlices } from '../slices.ts';

/** Called between slices: how much of how much. */
export type OnProgress = (done: number, of: number) => void;

export type WritingOptions = { readonly onProgress?: OnProgress; readonly signal?: AbortSignal };

/** The bytes of a workbook, made in slices: row by row, so that the store answers in between and a long one never stands in memory. */
export const writtenInSlices = (
  model: WorkbookModel,
  { onProgress, signal }: WritingOptions = {},
): Promise<Uint8Array<ArrayBuffer>> =>
  inSlices(writeWorkbookInSlices(model), ({ done, of }) => {
    onProgress?.(done, of);
    if (signal?.aborted) throw new LedgerError('export/cancelled', '已取消导出，没有生成文件，台账未受影响。');
  });
