import { LedgerError } from '../../shared/kit/complaint.ts';
import { buffersOf } from '../../shared/workbook/cells.ts';
import { readWorkbookWith } from '../../shared/workbook/read/read-workbook-with.ts';
import { fileHash } from '../desktop/file-hash.ts';
import { inflateNatively } from './native-inflate.ts';
import { failedAnswer, type WorkerAnswer } from './one-answer.ts';
import type { ReadRequest } from './read-messages.ts';

/**
 * Reads one file and hands the columns straight to whoever holds the other end of the port: the page only learns the hash
 * of the content, for which it would stand still, or why it was not read. Files from outside are hostile; whoever started this worker kills it when it takes too long.
 */
self.onmessage = async (event: MessageEvent<ReadRequest>) => {
  const { bytes, name, port } = event.data;
  try {
    const hash = fileHash(bytes);
    const workbook = await readWorkbookWith(inflateNatively, new Uint8Array(bytes), name);
    port.postMessage(workbook, transferable(buffersOf(workbook)));
    answer({ ok: true, made: await hash });
  } catch (cause) {
    answer(failedAnswer(cause, unreadable));
  }
};

function transferable(buffers: readonly ArrayBufferLike[]): ArrayBuffer[] {
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

function answer(message: WorkerAnswer<string>): void {
  self.postMessage(message);
}

/** Out of memory or a fault of the reader: to the clerk both mean that this file cannot be read. */
const unreadable = new LedgerError(
  'import/unreadable',
  '文件读不出来，可能太大或内容异常。没有存入任何数据。请在 WPS 中打开后另存为 .xlsx，再导入。',
);
