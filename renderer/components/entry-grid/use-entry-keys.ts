import type { KeyboardEvent } from 'react';
import type { Day } from '../../../shared/kit/values.ts';
import { isComposing, isShortcut } from '../shortcuts/keys.ts';
import { type Bounds, movedBy, type Place, tabbed } from './places.ts';
import type { CellActs } from './use-cell-acts.ts';
import type { EntryRows } from './use-entry-rows.ts';
import type { Typing } from './use-typing.ts';

type Sheet = {
  readonly typing: Typing;
  readonly acts: CellActs;
  readonly rows: EntryRows;
  readonly bounds: Bounds;
  readonly today: Day;
};

type Key = KeyboardEvent<HTMLInputElement>;

/** Keys that leave a cell for the next one, whether something was typed or not. */
function leftFor({ nativeEvent }: Key, { row, column }: Place, bounds: Bounds): Place | undefined {
  if (isShortcut(nativeEvent, 'enterDown')) return { row: row + 1, column };
  if (isShortcut(nativeEvent, 'enterUp')) return { row: row - 1, column };
  if (isShortcut(nativeEvent, 'tabRight')) return tabbed({ row, column }, false, bounds);
  return isShortcut(nativeEvent, 'tabLeft') ? tabbed({ row, column }, true, bounds) : undefined;
}

/** The keys of a spreadsheet. None of them is the sheet's while an input method is at work. */
export function useEntryKeys({ typing, acts, rows, bounds, today }: Sheet): (event: Key) => void {
  const { place, range, typed, words } = typing;

  /** Whether the key was one of typing. */
  const whileTyping = (event: Key): boolean => {
    const { key, nativeEvent } = event;
    if (isShortcut(nativeEvent, 'leave')) typing.cancel();
    else if (words.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp'))
      typing.highlight(key === 'ArrowDown' ? 1 : -1);
    else if (!typed?.isInside && key.startsWith('Arrow')) typing.go(movedBy(key, false, place, bounds) ?? place);
    else return false;
    return true;
  };

  const whileWaiting = (event: Key): boolean => {
    const { key, nativeEvent, ctrlKey, metaKey, shiftKey } = event;
    const to = movedBy(key, ctrlKey || metaKey, place, bounds);
    if (to) typing.go(to, shiftKey);
    else if (isShortcut(nativeEvent, 'editCell')) typing.editCell();
    else if (isShortcut(nativeEvent, 'clearCells') || key === 'Backspace') acts.put(range, '');
    else if (isShortcut(nativeEvent, 'fillDown')) acts.fillDown(range);
    else if (isShortcut(nativeEvent, 'today')) acts.put(range, today);
    else if (isShortcut(nativeEvent, 'undo') && rows.isUnsaved(typing.sheetRow)) rows.drop(typing.sheetRow);
    // The way out of the sheet by the keyboard: Tab stays in it.
    else if (isShortcut(nativeEvent, 'leave')) event.currentTarget.blur();
    else return false;
    return true;
  };

  return (event) => {
    if (isComposing(event.nativeEvent)) return;
    const next = leftFor(event, place, bounds);
    if (next) typing.go(next);
    else if (!(typed ? whileTyping(event) : whileWaiting(event))) return;
    event.preventDefault();
  };
}
