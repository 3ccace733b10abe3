import { createContext, type ReactNode, useContext } from 'react';
import type { StoreClient } from '../../store/store-client.ts';

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
