import type { KeyboardEvent } from 'react';

type Step = { readonly down: -1 | 0 | 1; readonly right: -1 | 0 | 1 };

const STEPS: { readonly [key: string]: Step } = {
  ArrowUp: { down: -1, right: 0 },
  ArrowDown: { down: 1, right: 0 },
  ArrowLeft: { down: 0, right: -1 },
  ArrowRight: { down: 0, right: 1 },
};

/** What the arrows lead to; row numbers and what has controls of its own are passed over. */
const CELL = 'td[tabindex]';
/** What a cell has the focus by: what can be pressed in it, or else the cell. */
const PRESSED = '[role="button"]';

const cellsOf = (row: HTMLTableRowElement): readonly HTMLTableCellElement[] =>
  [...row.cells].filter((cell) => cell.matches(CELL));

/** The cell of a row that stands where another has its middle; cells over several rows stand in the first of them. */
function cellUnder(row: HTMLTableRowElement, cell: HTMLTableCellElement): HTMLTableCellElement | undefined {
  const { left, width } = cell.getBoundingClientRect();
  const middle = left + width / 2;
  return cellsOf(row).find((one) => {
    const box = one.getBoundingClientRect();
    return box.left <= middle && middle < box.right;
  });
}

function neighbour(cell: HTMLTableCellElement, { down, right }: Step): HTMLTableCellElement | undefined {
  const row = cell.closest('tr');
  if (row === null) return undefined;
  if (right !== 0) {
    const cells = cellsOf(row);
    return cells[cells.indexOf(cell) + right];
  }
  const rows = [...(cell.closest('tbody')?.rows ?? [])];
  const at = rows.indexOf(row);
  const beyond = down === 1 ? rows.slice(at + cell.rowSpan) : rows.slice(0, at).toReversed();
  return beyond.map((one) => cellUnder(one, cell)).find((one) => one !== undefined);
}

function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): void {
  const { target, currentTarget: table } = event;
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
  const isOnCell = target.matches(`${CELL}, ${CELL} > ${PRESSED}`);
  if (target !== table && !isOnCell) return;
  event.preventDefault();
  const from = isOnCell ? target.closest('td') : null;
  const to = from
    ? neighbour(from, step)
    : (table.querySelector<HTMLElement>('td[data-here]') ?? table.querySelector<HTMLElement>(CELL));
  (to?.querySelector<HTMLElement>(`:scope > ${PRESSED}`) ?? to)?.focus();
}

/**
 * Makes a table drawn whole a grid: Tab leads to it, and the arrow keys from cell to cell, merged ones too. Those
 * that are led to have `tabIndex` -1. What is typed in a cell keeps its keys.
 */
export const CELLS_BY_ARROWS = { role: 'grid', tabIndex: 0, onKeyDown: moveBetweenCells } as const;
