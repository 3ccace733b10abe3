import { type ReactNode, useEffect, useState } from 'react';
import type { ImportGateway } from './import-gateway.ts';

/** What goes on with the rows of a sheet: records are told from the rest, checked one by one, or written. */
export type RowTask = 'look' | 'plan' | 'save';

/** How many rows are done. */
export type RowProgress = { readonly done: number; readonly of: number };

type Props = {
  readonly gateway: ImportGateway;
  readonly task: RowTask | undefined;
  /** Undefined while nothing was told: a short sheet is done before. */
  readonly children: (progress: RowProgress | undefined) => ReactNode;
};

/** Draws what tells of the rows done, and nothing else: the tables beside it would hold the page at every count. */
export function RowsDone({ gateway, task, children }: Props) {
  const [progress, setProgress] = useState<RowProgress>();
  useEffect(() => {
    if (task === undefined) return;
    const unsubscribe = gateway.onProgress((told, done, of) => {
      if (told === task) setProgress({ done, of });
    });
    return () => {
      unsubscribe();
      setProgress(undefined);
    };
  }, [gateway, task]);
  return children(progress);
}
