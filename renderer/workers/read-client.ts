import type { OpenedFile } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { oneAnswer } from './one-answer.ts';
import type { ReadRequest } from './read-messages.ts';

/** A file that takes longer than this, in milliseconds, is given up: real returns take seconds. */
const TIME_LIMIT = 60_000;

/** The port the columns of a file wait in, to be passed on to the store, and the hash of its content. */
export type ReadFile = { readonly port: MessagePort; readonly hash: string };

/**
 * Reads a file in a worker of its own.
 * @throws LedgerError with the reader's own code, import/took-too-long, or import/cancelled when `signal` aborts
 */
export async function readInWorker(file: OpenedFile, signal?: AbortSignal): Promise<ReadFile> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module', name: 'read' });
  const { port1, port2 } = new MessageChannel();
  const request: ReadRequest = { bytes: file.bytes, name: file.name, port: port1 };
  const hash = await oneAnswer<string>(worker, request, [file.bytes, port1], {
    limit: TIME_LIMIT,
    tooLong: new LedgerError(
      'import/took-too-long',
      '读了 60 秒还没有读完，已停止。没有存入任何数据。请在 WPS 中把内容复制到新表，或拆成几个文件后再导入。',
    ),
    broken: new LedgerError(
      'import/unreadable',
      '读取文件的程序出错了。没有存入任何数据。请在 WPS 中另存为 .xlsx 后再导入。',
    ),
    cancelled: new LedgerError('import/cancelled', '已取消，没有存入任何数据。'),
    ...(signal ? { signal } : {}),
  });
  return { port: port2, hash };
}
