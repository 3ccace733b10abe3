import { memo } from 'react';
import { isNumeric } from '../../../shared/kit/fields.ts';
import type { Column } from '../ledger-table/columns.ts';
import table from '../ledger-table/ledger-table.module.css';
import styles from './entry-grid.module.css';

export type ShownCell = { readonly text: string; readonly problem: string | undefined; readonly isOpen: boolean };

type Props = {
  readonly columns: readonly Column[];
  readonly top: number;
  readonly place: number;
  readonly cells: readonly ShownCell[];
  readonly isNew: boolean;
  readonly isUnsaved: boolean;
  /** Columns of the range in this row, both ends included. */
  readonly chosen: readonly [number, number] | undefined;
  readonly onPress: (row: number, column: number, extend: boolean) => void;
  readonly onDrag: (row: number, column: number) => void;
  readonly onEdit: () => void;
};

const flag = (on: boolean) => (on ? '' : undefined);

/** Rows that show the same are not drawn again: a key pressed changes one or two of them. */
const isSame = (one: Props, other: Props): boolean =>
  one.columns === other.columns &&
  one.top === other.top &&
  one.place === other.place &&
  one.isNew === other.isNew &&
  one.isUnsaved === other.isUnsaved &&
  one.chosen?.[0] === other.chosen?.[0] &&
  one.chosen?.[1] === other.chosen?.[1] &&
  one.cells.every(({ text, problem, isOpen }, place) => {
    const cell = other.cells[place];
    return cell?.text === text && cell.problem === problem && cell.isOpen === isOpen;
  });

/** One row of the sheet. Its cells only show; what is typed goes through the one input that lies over the current cell. */
export const EntryRow = memo(function EntryRow(props: Props) {
  const { columns, top, place, cells, isNew, isUnsaved, chosen, onPress, onDrag, onEdit } = props;
  const cellOf = ({ id, field, frozenAt }: Column, at: number, isFrozen: boolean) => {
    if ((frozenAt !== undefined) !== isFrozen) return null;
    const cell = cells[at];
    const isChosen = chosen !== undefined && at >= chosen[0] && at <= chosen[1];
    return (
      // biome-ignore lint/a11y/useSemanticElements: as below
      <div
        key={id}
        role="gridcell"
        tabIndex={-1}
        aria-selected={isChosen}
        aria-invalid={cell?.problem !== undefined}
        aria-readonly={!cell?.isOpen}
        className={`${table.cell} ${isNumeric(field) ? table.number : ''} ${styles.cell}`}
        title={cell?.problem ?? cell?.text}
        onMouseDown={(event) => {
          // The input over the current cell keeps the focus.
          event.preventDefault();
          if (event.button === 0) onPress(place, at, event.shiftKey);
        }}
        onMouseEnter={(event) => event.buttons === 1 && onDrag(place, at)}
        onDoubleClick={onEdit}
      >
        {cell?.text}
      </div>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: virtualised rows are placed freely, which table elements do not allow
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={place + 2}
      className={`${table.row} ${styles.row}`}
      style={{ top }}
      data-odd={flag(place % 2 === 1)}
    >
      <div role="presentation" className={table.frozenCells}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div
          role="rowheader"
          tabIndex={-1}
          className={`${table.lead} ${styles.lead}`}
          data-unsaved={flag(isUnsaved)}
          title={isUnsaved ? '这一行有没保存的内容' : undefined}
        >
          {isNew ? '新' : place + 1}
          {isUnsaved && ' *'}
        </div>
        {columns.map((column, at) => cellOf(column, at, true))}
      </div>
      <div role="presentation" className={table.cells}>
        {columns.map((column, at) => cellOf(column, at, false))}
      </div>
    </div>
  );
}, isSame);
