import { LedgerError } from '../../shared/kit/complaint.ts';

/** The store's worker, and what rejects when its own script cannot run: nobody would answer then, for ever. */
type Begun = { readonly worker: Worker; readonly failed: Promise<never> };

function begin(): Begun {
  const worker = new Worker(new URL('./store-worker.ts', import.meta.url), { type: 'module', name: 'store' });
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = () =>
      reject(new LedgerError('store/not-started', '读写数据的那一部分程序没有启动。请关闭程序后重新打开。'));
  });
  // Whoever takes the worker hears of it.
  failed.catch(() => undefined);
  return { worker, failed };
}

/** Begun with the window, before anyone may open the data: its script takes as long to read as the pages do. */
let early: Begun | undefined = begin();

/** A worker nobody else has. */
export function takeWorker(): Begun {
  const taken = early ?? begin();
  early = undefined;
  return taken;
}
