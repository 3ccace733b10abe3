import { useEffect, useState } from 'react';
import { useStoreClient } from './store-context.tsx';

/** An import changes rows many times a second; screens look again at most this often, in milliseconds. */
const REST = 200;

/** A number that grows whenever records changed, for whoever shows them to ask again. */
export function useDataVersion(): number {
  const client = useStoreClient();
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = client.subscribe((event) => {
      if (event.kind !== 'changed') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        setVersion((before) => before + 1);
      }, REST);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client]);
  return version;
}
