import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { Workbook } from '../../../shared/workbook/workbook.ts';

/** The reading worker has finished before the port is passed on, so the workbook waits in it; this only guards a fault. */
const PATIENCE = 10_000;

/**
 * Takes the workbook out of the port the reading worker put it in, and closes the port.
 * @throws LedgerError import/unreadable
 */
export function workbookFrom(port: MessagePort): Promise<Workbook> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      port.close();
      reject(new LedgerError('import/unreadable', '没有收到读取的内容。没有存入任何数据。请重新选择文件。'));
    }, PATIENCE);
    port.onmessage = (event: MessageEvent<Workbook>) => {
      clearTimeout(timer);
      port.close();
      resolve(event.data);
    };
  });
}
