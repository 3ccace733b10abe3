import { createContext, type ReactNode, useContext } from 'react';
import type { Query } from '../../../shared/kit/query.ts';
import type { ExportedFile } from '../../store/export-session.ts';
import type { StoreApi, StoreEvent } from '../../store/store-api.ts';

/** Files made beside the records, so that rows do not travel to the page. */
export type StoreExports = {
  /** The rows a query finds, in the given columns; personal data masked. */
  readonly ledger: (query: Query, columns: readonly string[]) => Promise<ExportedFile>;
  /** R3 准入审核台账; `period` is printed as 填报期. */
  readonly reviewLedger: (query: Query, period: string) => Promise<ExportedFile>;
  /** R1 审批表 of one case. */
  readonly approvalForm: (id: string) => Promise<ExportedFile>;
};

/** The store and its events, as every screen asks them. */
export type StoreClient = {
  readonly store: StoreApi;
  /** Answers with the function that ends the subscription. */
  readonly subscribe: (listener: (event: StoreEvent) => void) => () => void;
  readonly exports: StoreExports;
};

const StoreContext = createContext<StoreClient | undefined>(undefined);

/** Gives the opened store to every screen below. */
export function StoreProvider({ client, children }: { readonly client: StoreClient; readonly children: ReactNode }) {
  return <StoreContext value={client}>{children}</StoreContext>;
}

/**
 * The opened store with its events.
 * @throws Error outside of StoreProvider: a mistake of the program, not of the clerk.
 */
export function useStoreClient(): StoreClient {
  const client = useContext(StoreContext);
  if (!client) throw new Error('useStoreClient outside of StoreProvider');
  return client;
}
