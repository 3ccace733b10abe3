import type { LedgerStore } from './ledger-store.ts';

/** The first windows of a screen go before what is done in the background. Milliseconds. */
export const READY_DELAY = 800;

/**
 * The first search or sort after a start or an import would otherwise make all texts while the clerk waits. One
 * preparation at a time: one that an import holds up has ended before the next begins, which finds its work done.
 */
export function keepReady(store: Pick<LedgerStore, 'prepare' | 'subscribe'>): void {
  let planned: ReturnType<typeof setTimeout> | undefined;
  let preparing: Promise<void> | undefined;
  const prepare = () => {
    if (preparing) {
      void preparing.finally(plan);
      return;
    }
    preparing = store.prepare().finally(() => {
      preparing = undefined;
    });
  };
  const plan = () => {
    clearTimeout(planned);
    planned = setTimeout(prepare, READY_DELAY);
  };
  store.subscribe((event) => {
    if (event.kind === 'changed') plan();
  });
  plan();
}
