import { memo } from 'react';
import { isNumeric } from '../../../shared/kit/fields.ts';
import type { NameOf } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Row } from '../../store/store-api.ts';
import { cellText } from '../basics/shown-text.ts';
import words from '../basics/words.module.css';
import { nameFrom } from '../session/reference-book.tsx';
import type { Column } from './columns.ts';
import styles from './ledger-table.module.css';

type Props = {
  readonly ledger: Ledger;
  readonly columns: readonly Column[];
  readonly top: number;
  readonly place: number;
  /** Absent while the row is on its way. */
  readonly row: Row | undefined;
  readonly nameOf: NameOf;
  readonly active: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  readonly onOpen: (row: Row) => void;
  readonly onToggle: (row: Row) => void;
};

const flag = (on: boolean) => (on ? '' : undefined);

/** Columns of ledgers with a warning ladder that say until when. */
const LATE_BY_WARNING = ['warning', 'timing'];

/** Fewer than no days left, or 超期 on the ladder: overdue, the one thing in a list that is red. */
const isLate = (row: Row | undefined, fieldId: string, value: unknown): boolean =>
  (fieldId === 'daysLeft' && typeof value === 'number' && value < 0) ||
  (LATE_BY_WARNING.includes(fieldId) && row?.derived.warning === '超期');

/** One row. While the list scrolls, those that stay in view are not drawn again. */
export const TableRow = memo(function TableRow({
  ledger,
  columns,
  row,
  place,
  nameOf: bookName,
  onOpen,
  onToggle,
  ...look
}: Props) {
  const nameOf = nameFrom(row?.names, bookName);
  const title = row ? cellText(ledger, ledger.titleField, row.values[ledger.titleField], nameOf) : '';
  const cell = ({ id, field }: Column) => {
    const value = row?.values[id] ?? row?.derived[id];
    const text = cellText(ledger, id, value, nameOf);
    const classes = `${styles.cell} ${isNumeric(field) ? styles.number : ''} ${isLate(row, id, value) ? words.late : ''}`;
    return (
      // biome-ignore lint/a11y/useSemanticElements: as below
      <div key={id} role="gridcell" tabIndex={-1} className={classes} title={text}>
        {text}
      </div>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: virtualised rows are placed freely, which table elements do not allow
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys: arrows and Enter
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={place + 2}
      aria-selected={look.selected}
      className={styles.row}
      style={{ top: look.top }}
      data-odd={flag(place % 2 === 1)}
      data-active={flag(look.active)}
      data-open={flag(look.open)}
      data-selected={flag(look.selected)}
      onClick={() => row && onOpen(row)}
    >
      <div role="presentation" className={styles.frozenCells}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="rowheader" tabIndex={-1} className={styles.lead}>
          <input
            type="checkbox"
            className={styles.tick}
            tabIndex={-1}
            aria-label={`选择 ${title || place + 1}`}
            checked={look.selected}
            onClick={(event) => event.stopPropagation()}
            onChange={() => row && onToggle(row)}
          />
          <span className={styles.place}>{place + 1}</span>
        </div>
        {columns.filter(({ frozenAt }) => frozenAt !== undefined).map(cell)}
      </div>
      <div role="presentation" className={styles.cells}>
        {columns.filter(({ frozenAt }) => frozenAt === undefined).map(cell)}
      </div>
    </div>
  );
});
