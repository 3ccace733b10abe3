import { type ClipboardEvent, useState } from 'react';
import type { OpenedFile } from '../../../shared/desktop-api.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { tableFile } from '../import-wizard/pasted-table.ts';
import type { Column } from '../ledger-table/columns.ts';
import { useNotices } from '../session/notice.tsx';
import { cellsOf } from './clipboard.ts';
import { tabSeparated } from './copied-table.ts';
import { hasHeader, type PastedCells, pastedCells } from './pasted-cells.ts';
import type { CellActs } from './use-cell-acts.ts';
import type { Typing } from './use-typing.ts';

type Sheet = {
  readonly ledger: Ledger;
  readonly columns: readonly Column[];
  readonly typing: Typing;
  readonly acts: CellActs;
  readonly onPasted: (file: OpenedFile) => void;
};

export type Paste = {
  readonly onPaste: (event: ClipboardEvent) => void;
  /** What has to be asked before the preview. */
  readonly asked: PastedCells | undefined;
  readonly confirm: () => void;
  readonly cancel: () => void;
};

/** Pasting: one text goes into the chosen cells as if it were typed; a table goes through the import and its preview. */
export function usePaste({ ledger, columns, typing, acts, onPasted }: Sheet): Paste {
  const { fail } = useNotices();
  const [asked, setAsked] = useState<PastedCells>();

  const begin = async (cells: readonly (readonly string[])[]) => {
    try {
      // With a header of its own it says itself what goes where.
      if (hasHeader(ledger, cells)) return onPasted(tableFile(tabSeparated(cells)));
      const { top, left } = typing.range;
      const fields = columns.slice(left).map(({ id }) => id);
      const pasted = pastedCells(ledger, cells, fields, await acts.numbersFrom(top, cells.length));
      if (pasted.added > 0 || pasted.leftOut > 0) setAsked(pasted);
      else onPasted(tableFile(pasted.table));
    } catch (thrown) {
      fail(thrown);
    }
  };

  return {
    onPaste: (event) => {
      if (typing.typed) return;
      event.preventDefault();
      const cells = cellsOf(event.clipboardData);
      const [[only, ...others] = [], ...more] = cells;
      if (only === undefined) return;
      if (others.length === 0 && more.length === 0) acts.put(typing.range, only);
      else void begin(cells);
    },
    asked,
    confirm: () => {
      setAsked(undefined);
      if (asked) onPasted(tableFile(asked.table));
    },
    cancel: () => setAsked(undefined),
  };
}
