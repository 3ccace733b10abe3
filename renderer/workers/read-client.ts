import type { OpenedFile } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { ReadAnswer, ReadRequest } from './read-messages.ts';

/** A file that takes longer than this, in milliseconds, is given up: real returns take seconds. */
const TIME_LIMIT = 60_000;

/**
 * Reads a file in a worker of its own and answers with the port its columns wait in, to be passed on to the store.
 * @throws LedgerError with the reader's own code, import/took-too-long, or import/cancelled when `signal` aborts; the
 * worker is killed in every case, so nothing keeps running.
 */
export async function readInWorker(file: OpenedFile, signal?: AbortSignal): Promise<MessagePort> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module', name: 'read' });
  const { port1, port2 } = new MessageChannel();
  try {
    await answered(worker, file, port1, signal);
    return port2;
  } finally {
    worker.terminate();
  }
}

function answered(worker: Worker, file: OpenedFile, port: MessagePort, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (code: string, message: string) => reject(new LedgerError(code, message));
    const cancel = () => fail('import/cancelled', '已取消，没有存入任何数据。');
    const timer = setTimeout(() => {
      fail(
        'import/took-too-long',
        '读了 60 秒还没有读完，已停止。没有存入任何数据。请在 WPS 中把内容复制到新表，或拆成几个文件后再导入。',
      );
    }, TIME_LIMIT);
    signal?.addEventListener('abort', cancel, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    };
    worker.onmessage = (event: MessageEvent<ReadAnswer>) => {
      settle();
      if (event.data.ok) resolve();
      else fail(event.data.code, event.data.message);
    };
    worker.onerror = () => {
      settle();
      fail('import/unreadable', '读取文件的程序出错了。没有存入任何数据。请在 WPS 中另存为 .xlsx 后再导入。');
    };
    if (signal?.aborted) return cancel();
    const request: ReadRequest = { bytes: file.bytes, name: file.name, port };
    worker.postMessage(request, [file.bytes, port]);
  });
}
