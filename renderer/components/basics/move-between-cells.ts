import type { KeyboardEvent } from 'react';

type Step = { readonly down: -1 | 0 | 1; readonly right: -1 | 0 | 1 };

const STEPS: { readonly [key: string]: Step } = {
  ArrowUp: { down: -1, right: 0 },
  ArrowDown: { down: 1, right: 0 },
  ArrowLeft: { down: 0, right: -1 },
  ArrowRight: { down: 0, right: 1 },
};

/** What a cell has the focus by: what can be pressed in it, or else the cell. */
const PRESSED = '[role="button"]';

/** The cell of a row that stands where another has its middle; cells over several rows stand in the first of them. */
function cellUnder(row: HTMLTableRowElement, cell: HTMLTableCellElement): HTMLTableCellElement | undefined {
  const { left, width } = cell.getBoundingClientRect();
  const middle = left + width / 2;
  return [...row.cells].find((one) => {
    const box = one.getBoundingClientRect();
    return box.left <= middle && middle < box.right;
  });
}

function neighbour(cell: HTMLTableCellElement, { down, right }: Step): Element | null | undefined {
  if (right !== 0) return right === 1 ? cell.nextElementSibling : cell.previousElementSibling;
  const row = cell.closest('tr');
  const rows = [...(cell.closest('tbody')?.rows ?? [])];
  const at = row === null ? -1 : rows.indexOf(row);
  const beyond = down === 1 ? rows.slice(at + cell.rowSpan) : rows.slice(0, at).toReversed();
  return beyond.map((one) => cellUnder(one, cell)).find((one) => one !== undefined);
}

function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): void {
  const { target, currentTarget: table } = event;
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
  const isOnCell = target.matches(`td, td > ${PRESSED}`);
  if (target !== table && !isOnCell) return;
  event.preventDefault();
  const from = isOnCell ? target.closest('td') : null;
  const to = from ? neighbour(from, step) : table.querySelector('td[data-here], tbody td');
  if (to instanceof HTMLElement) (to.querySelector<HTMLElement>(`:scope > ${PRESSED}`) ?? to).focus();
}

/**
 * Makes a table drawn whole a grid: Tab leads to it, and the arrow keys from cell to cell, merged ones too. Its cells have
 * `tabIndex` -1. What is typed in a cell keeps its keys.
 */
export const CELLS_BY_ARROWS = { role: 'grid', tabIndex: 0, onKeyDown: moveBetweenCells } as const;
