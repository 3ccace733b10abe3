import { useEffect, useState } from 'react';
import { useStoreClient } from './store-context.tsx';

/** An import changes rows many times a second; screens look again at most this often, in milliseconds. */
const REST = 200;

/**
 * A number that grows whenever records changed, for whoever shows them to ask again; only records of the named ledgers,
 * where any are named.
 */
export function useDataVersion(of?: readonly string[]): number {
  const client = useStoreClient();
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOwed = false;
    const look = () => {
      isOwed = false;
      timer = setTimeout(rested, REST);
      setVersion((before) => before + 1);
    };
    const rested = () => {
      timer = undefined;
      if (isOwed) look();
    };
    // The first change is shown at once, those that follow close behind it together.
    const unsubscribe = client.subscribe((event) => {
      if (event.kind !== 'changed' || (of && !event.ledgers.some((ledger) => of.includes(ledger)))) return;
      if (timer === undefined) look();
      else isOwed = true;
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client, of]);
  return version;
}
