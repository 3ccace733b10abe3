import { useLocalStorage } from '@mantine/hooks';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { type Column, layColumns } from './columns.ts';

export type ColumnChoice = {
  readonly columns: readonly Column[];
  readonly ids: readonly string[];
  readonly toggle: (id: string) => void;
  readonly reset: () => void;
};

/** Which columns are shown, remembered on this PC for each ledger and, where one ledger is printed as several lists, for each of them. */
export function useColumns(ledger: Ledger): ColumnChoice {
  const [kept, setKept, forget] = useLocalStorage<readonly string[]>({
    key: `columns:${ledger.id}:${ledger.columns.join()}`,
    defaultValue: ledger.columns,
    getInitialValueInEffect: false,
  });
  const columns = layColumns(ledger, kept);
  const ids = columns.map(({ id }) => id);
  return {
    columns,
    ids,
    toggle: (id) => {
      if (!ids.includes(id)) setKept([...ids, id]);
      else if (ids.length > 1) setKept(ids.filter((other) => other !== id));
    },
    reset: forget,
  };
}
