import { useLocalStorage } from '@mantine/hooks';
import { OFFICE_FIELD, OWN_RECORDS } from '../../../shared/exchange/office.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { useStoreStatus } from '../session/use-store-status.ts';
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
  const status = useStoreStatus();
  const isShared = status !== undefined && status.view !== OWN_RECORDS;
  const [first, ...others] = kept;
  const columns = layColumns(ledger, isShared && first !== undefined ? [first, OFFICE_FIELD, ...others] : kept);
  const ids = columns.map(({ id }) => id);
  return {
    columns,
    ids,
    toggle: (id) => {
      if (!kept.includes(id)) setKept([...kept, id]);
      else if (kept.length > 1) setKept(kept.filter((other) => other !== id));
    },
    reset: forget,
  };
}
