import { useMemo } from 'react';
import { OFFICE_FIELD, OWN_RECORDS } from '../../../shared/exchange/office.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { StoreStatus } from '../../store/store-api.ts';
import { useKept } from '../session/use-kept.ts';
import { useStatusOf } from '../session/use-store-status.ts';
import { type Column, layColumns, placedBefore } from './columns.ts';

/** Widths in pixels the clerk drew, by column. */
type Widths = { readonly [id: string]: number };

export type ColumnChoice = {
  readonly columns: readonly Column[];
  readonly ids: readonly string[];
  readonly widths: Widths;
  readonly toggle: (id: string) => void;
  /** Puts a column before another one; at the end without one. */
  readonly place: (id: string, before: string | undefined) => void;
  readonly setWidth: (id: string, width: number) => void;
  readonly reset: () => void;
};

const NO_WIDTHS: Widths = {};

const isShared = ({ view }: StoreStatus): boolean => view !== OWN_RECORDS;

/**
 * Which columns are shown, in which order and how wide, remembered for each ledger and, where one ledger is printed as
 * several lists, for each of them.
 */
export function useColumns(ledger: Ledger): ColumnChoice {
  const list = `${ledger.id}:${ledger.columns.join()}`;
  const [kept, setKept, forget] = useKept<readonly string[]>(`columns:${list}`, ledger.columns);
  const [widths, setWidths, forgetWidths] = useKept<Widths>(`widths:${list}`, NO_WIDTHS);
  const withOffice = useStatusOf(isShared) ?? false;
  // Rows and header are drawn again where the columns are others, not with everything else that is asked anew.
  return useMemo(() => {
    const [first, ...others] = kept;
    const shown = withOffice && first !== undefined ? [first, OFFICE_FIELD, ...others] : kept;
    const columns = layColumns(ledger, shown, widths);
    return {
      columns,
      ids: columns.map(({ id }) => id),
      widths,
      toggle: (id) => {
        if (!kept.includes(id)) setKept([...kept, id]);
        else if (kept.length > 1) setKept(kept.filter((other) => other !== id));
      },
      place: (id, before) => {
        // The office stands behind the first column whichever that is: before it means first.
        if (kept.includes(id)) setKept(placedBefore(kept, id, before === OFFICE_FIELD ? first : before));
      },
      setWidth: (id, width) => setWidths({ ...widths, [id]: width }),
      reset: () => {
        forget();
        forgetWidths();
      },
    };
  }, [ledger, kept, setKept, forget, widths, setWidths, forgetWidths, withOffice]);
}
