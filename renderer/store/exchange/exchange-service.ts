import { transfer } from 'comlink';
import type { LedgerStore } from '../ledger-store.ts';
import type { ExchangeApi } from './exchange-api.ts';

/** 数据交换 over the port; a package's bytes are handed to the page, not copied. */
export function exchangeService(store: () => LedgerStore): ExchangeApi {
  return {
    setView: (view) => store().exchange.setView(view),
    receivers: () => store().exchange.receivers(),
    makePackage: async (request) => {
      const made = await store().exchange.makePackage(request);
      return transfer(made, [made.bytes.buffer]);
    },
    packageSaved: (file) => store().exchange.packageSaved(file),
    prepareMerge: (file) => store().exchange.prepareMerge(file),
    mergePrepared: (officeName) => store().exchange.mergePrepared(officeName),
    dropPrepared: () => store().exchange.dropPrepared(),
    waitingPackages: () => store().exchange.waitingPackages(),
    prepareWaiting: (key) => store().exchange.prepareWaiting(key),
    dropWaiting: (key) => store().exchange.dropWaiting(key),
    conflicts: () => store().exchange.conflicts(),
    resolveConflicts: (choices) => store().exchange.resolveConflicts(choices),
    merges: () => store().exchange.merges(),
    undoMerge: () => store().exchange.undoMerge(),
    exportTables: async (isMasked) => {
      const file = await store().exchange.exportTables(isMasked);
      return transfer(file, [file.bytes.buffer]);
    },
  };
}
