import { useElementSize } from '@mantine/hooks';
import type { KeyboardEvent, ReactNode } from 'react';
import { type FormCell, type FormSheet, isCovered, mergeAt } from '../../../shared/forms/form-look.ts';
import { sum } from '../../../shared/kit/numbers.ts';
import type { Merge } from '../../../shared/workbook/workbook.ts';
import { CELLS_BY_ARROWS } from '../../components/basics/move-between-cells.ts';
import styles from './form-picture.module.css';

/** What a cell of the picture shows beside what stands in the form itself. */
export type PictureCell = {
  /** In place of the cell's own text. */
  readonly shown?: ReactNode;
  readonly isBound?: boolean;
  readonly toCheck?: boolean;
};

type Props = {
  readonly sheet: FormSheet;
  readonly title: string;
  readonly cellOf?: (row: number, column: number, cell: FormCell | undefined) => PictureCell;
  readonly here?: { readonly row: number; readonly column: number } | undefined;
  readonly onPick?: (row: number, column: number) => void;
};

/** Sizes of paper are small on a screen; these keep titles large and small print readable. */
const pixels = (points: number): number => Math.min(20, Math.max(12, points * 1.15));

/** A wide form's columns are shown narrower, down to where headings still fit; beyond that it scrolls. */
const SMALLEST = 0.72;
/** Pixels of the frame and a scroll bar. */
const EDGE = 18;

const NOTHING: PictureCell = {};

/** Without an alignment of its own a cell shows numbers at its right edge, results of formulas too. */
function alignment(cell: FormCell | undefined): 'left' | 'center' | 'right' {
  const isNumber = cell?.number !== undefined || (cell?.formula !== undefined && /^-?[\d.]+%?$/.test(cell.text));
  return cell?.look.align ?? (isNumber ? 'right' : 'left');
}

/** A sheet of a form as it looks, each cell where it stands; with `onPick` cells can be pointed at, by the keys too. */
export function FormPicture({ sheet, title, cellOf = () => NOTHING, here, onPick }: Props) {
  const { ref, width: room } = useElementSize();
  const width = sum(sheet.widths);
  const scale = room === 0 ? 1 : Math.min(1, Math.max(SMALLEST, (room - EDGE) / width));
  return (
    <div className={styles.scroll} ref={ref}>
      <table
        className={styles.picture}
        style={{ width: width * scale }}
        aria-label={title}
        {...(onPick ? CELLS_BY_ARROWS : {})}
      >
        <colgroup>
          {sheet.widths.map((one, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a form never move
            <col key={column} style={{ width: one * scale }} />
          ))}
        </colgroup>
        <tbody>
          {sheet.cells.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form never move
            <tr key={row} style={{ height: sheet.heights[row] }}>
              {sheet.widths.map((_, column) =>
                isCovered(sheet, row, column) ? null : (
                  <Place
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns of a form never move
                    key={column}
                    cell={line[column]}
                    merge={mergeAt(sheet, row, column)}
                    beside={cellOf(row, column, line[column])}
                    isHere={here?.row === row && here.column === column}
                    {...(onPick ? { onPick: () => onPick(row, column) } : {})}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PlaceProps = {
  readonly cell: FormCell | undefined;
  readonly merge: Merge | undefined;
  readonly beside: PictureCell;
  readonly isHere: boolean;
  readonly onPick?: () => void;
};

/** A place chosen from a list may lie outside of what is seen of a wide form. */
const intoView = (cell: HTMLElement | null): void => cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

/** By the mouse, by Enter, by a space. */
const pickable = (onPick: () => void, isPicked: boolean) => ({
  tabIndex: -1,
  'aria-selected': isPicked,
  onClick: onPick,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPick();
  },
});

function Place({ cell, merge, beside: { shown, isBound, toCheck }, isHere, onPick }: PlaceProps) {
  const { bold, bordered, fill, size, wrap } = cell?.look ?? {};
  const isMarked = isBound || toCheck;
  return (
    <td
      ref={isHere ? intoView : undefined}
      rowSpan={merge && merge.bottom - merge.top + 1}
      colSpan={merge && merge.right - merge.left + 1}
      data-bordered={bordered || undefined}
      data-wrap={wrap || bordered || undefined}
      data-bound={isBound || undefined}
      data-check={toCheck || undefined}
      data-open={onPick ? '' : undefined}
      data-here={isHere || undefined}
      style={{
        textAlign: alignment(cell),
        ...(bold ? { fontWeight: 600 } : {}),
        ...(size === undefined ? {} : { fontSize: pixels(size) }),
        ...(fill === undefined || isMarked ? {} : { background: fill }),
      }}
      {...(onPick ? pickable(onPick, isHere) : {})}
    >
      {shown ?? cell?.text}
    </td>
  );
}
