import { useEffect, useState } from 'react';
import { useStoreClient } from '../session/store-context.tsx';

/** How much of a running export is done, in percent; undefined while there is nothing to tell. */
export function useExportProgress(isRunning: boolean): number | undefined {
  const client = useStoreClient();
  const [percent, setPercent] = useState<number>();
  useEffect(() => {
    if (!isRunning) return;
    const unsubscribe = client.subscribe((event) => {
      if (event.kind === 'progress' && event.task === 'export' && event.of > 0) {
        setPercent(Math.floor((100 * event.done) / event.of));
      }
    });
    return () => {
      unsubscribe();
      setPercent(undefined);
    };
  }, [client, isRunning]);
  return percent;
}
