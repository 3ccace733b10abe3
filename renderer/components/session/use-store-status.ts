import { useEffect, useState } from 'react';
import type { StoreStatus } from '../../store/store-api.ts';
import { useStoreClient } from './store-context.tsx';

const whole = (status: StoreStatus): StoreStatus => status;

/** The store's status, kept up by its events; undefined until the first answer. */
export const useStoreStatus = (): StoreStatus | undefined => useStatusOf(whole);

/** What `pick`, always the same function, takes of the status: a screen is drawn again only where that is another. */
export function useStatusOf<T>(pick: (status: StoreStatus) => T): T | undefined {
  const client = useStoreClient();
  const [picked, setPicked] = useState<T>();
  useEffect(() => {
    let current = true;
    const show = (status: StoreStatus) => setPicked(() => pick(status));
    const unsubscribe = client.subscribe((event) => {
      if (event.kind === 'status') show(event.status);
    });
    client.store.status().then((first) => {
      if (current) show(first);
    });
    return () => {
      current = false;
      unsubscribe();
    };
  }, [client, pick]);
  return picked;
}
