import { useEffect, useState } from 'react';
import type { StoreStatus } from '../../store/store-api.ts';
import { useStoreClient } from './store-context.tsx';

/** The store's status, kept up by its events; undefined until the first answer. */
export function useStoreStatus(): StoreStatus | undefined {
  const client = useStoreClient();
  const [status, setStatus] = useState<StoreStatus>();
  useEffect(() => {
    let current = true;
    const unsubscribe = client.subscribe((event) => {
      if (event.kind === 'status') setStatus(event.status);
    });
    client.store.status().then((first) => {
      if (current) setStatus(first);
    });
    return () => {
      current = false;
      unsubscribe();
    };
  }, [client]);
  return status;
}
