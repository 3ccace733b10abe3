import type { DragEvent, HTMLAttributes, KeyboardEvent, PointerEvent } from 'react';
import { isShortcut } from '../shortcuts/keys.ts';
import { type Column, NARROWEST } from './columns.ts';
import type { ColumnChoice } from './use-columns.ts';

/** A column on its way, as the drag carries it; other drags are none of the header's. */
const CARRIED = 'application/x-column';

/** Room beside a cell's text. */
const PADDING = 24;

/** What a key makes a column wider or narrower by, in pixels. */
const STEP = 16;

/** As wide as the widest text of the column that is in view. */
function fittingWidth(edge: Element, label: string): number {
  const head = edge.closest('[role="columnheader"]');
  const row = head?.parentElement;
  const place = [...(row?.querySelectorAll('[role="columnheader"]') ?? [])].indexOf(head ?? edge) - 1;
  const cells = [...(row?.parentElement?.querySelectorAll('[role="row"]') ?? [])].flatMap((one) => {
    const cell = one.querySelectorAll('[role="gridcell"][title]')[place];
    return cell ? [cell] : [];
  });
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen || !head) return NARROWEST;
  const widthOf = (text: string, of: Element) => {
    pen.font = getComputedStyle(of).font;
    return pen.measureText(text).width;
  };
  const widths = cells.map((cell) => widthOf(cell.textContent ?? '', cell));
  return Math.ceil(Math.max(widthOf(label, head) + PADDING * 2, ...widths.map((width) => width + PADDING)));
}

type Arranged = {
  readonly draggable: (id: string) => HTMLAttributes<HTMLElement> & { readonly draggable?: boolean };
  readonly edge: (column: Column) => HTMLAttributes<HTMLElement>;
  readonly keys: (column: Column) => HTMLAttributes<HTMLElement>;
};

/**
 * The header's columns under the mouse: dragged to another place, or their edge to another width. By keys: the width on the
 * header itself, the place in 列.
 */
export function useArrangedColumns(choice: ColumnChoice | undefined): Arranged {
  return {
    keys: ({ id, width }) => ({
      onKeyDown: (event: KeyboardEvent) => {
        const isWider = isShortcut(event.nativeEvent, 'wider');
        if (!choice || (!isWider && !isShortcut(event.nativeEvent, 'narrower'))) return;
        // React tells of keys in the filter's own window, too, as if it lay in the header.
        if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
        event.preventDefault();
        choice.setWidth(id, Math.max(NARROWEST, width + (isWider ? STEP : -STEP)));
      },
    }),
    draggable: (id) =>
      choice
        ? {
            draggable: true,
            onDragStart: (event: DragEvent) => event.dataTransfer.setData(CARRIED, id),
            onDragOver: (event: DragEvent) => event.dataTransfer.types.includes(CARRIED) && event.preventDefault(),
            onDrop: (event: DragEvent) => {
              const carried = event.dataTransfer.getData(CARRIED);
              if (carried === '') return;
              event.preventDefault();
              // To the right it goes behind the one it was dropped on, to the left before it.
              const [from, to] = [choice.ids.indexOf(carried), choice.ids.indexOf(id)];
              choice.place(carried, from < to ? choice.ids[to + 1] : id);
            },
          }
        : {},
    edge: ({ id, width, label }) => ({
      // The edge is drawn, not the column carried off.
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.preventDefault();
        event.stopPropagation();
      },
      onPointerDown: (event: PointerEvent) => {
        const { currentTarget: edge, clientX: begin } = event;
        edge.setPointerCapture(event.pointerId);
        const draw = (move: globalThis.PointerEvent) =>
          choice?.setWidth(id, Math.max(NARROWEST, Math.round(width + move.clientX - begin)));
        const stop = new AbortController();
        edge.addEventListener('pointermove', (move) => move instanceof PointerEvent && draw(move), stop);
        edge.addEventListener('lostpointercapture', () => stop.abort(), { once: true });
      },
      onDoubleClick: (event) => choice?.setWidth(id, Math.max(NARROWEST, fittingWidth(event.currentTarget, label))),
    }),
  };
}
