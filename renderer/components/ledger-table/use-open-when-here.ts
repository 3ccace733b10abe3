import { useEffect, useEffectEvent, useState } from 'react';
import type { Row } from '../../store/store-api.ts';
import type { RowSource } from './use-window.ts';

/** `toEdit`: with the cursor in its form. */
export type OpenRow = (row: Row, toEdit?: boolean) => void;

/** Opens a row by its place; one still on its way (End, then Enter at once) is opened when it arrives. */
export function useOpenWhenHere(source: RowSource, onOpen: OpenRow): (place: number, toEdit?: boolean) => void {
  const [wanted, setWanted] = useState<{ readonly place: number; readonly toEdit: boolean }>();
  const arrived = wanted === undefined ? undefined : source.rowAt(wanted.place);
  const open = useEffectEvent((row: Row) => {
    setWanted(undefined);
    onOpen(row, wanted?.toEdit);
  });
  useEffect(() => {
    if (arrived) open(arrived);
  }, [arrived]);
  return (place, toEdit = false) => setWanted({ place, toEdit });
}
