import { useEffect, useEffectEvent, useState } from 'react';
import type { Row } from '../../store/store-api.ts';
import type { RowSource } from './use-window.ts';

/** Opens a row by its place; one still on its way (End, then Enter at once) is opened when it arrives. */
export function useOpenWhenHere(source: RowSource, onOpen: (row: Row) => void): (place: number) => void {
  const [wanted, setWanted] = useState<number>();
  const arrived = wanted === undefined ? undefined : source.rowAt(wanted);
  const open = useEffectEvent((row: Row) => {
    setWanted(undefined);
    onOpen(row);
  });
  useEffect(() => {
    if (arrived) open(arrived);
  }, [arrived]);
  return setWanted;
}
