import type { BatchSummary } from '../../store/store-api.ts';

/** What Ctrl+Z would take back and Ctrl+Y would bring back, by batch. */
export type StepsHere = { readonly undo: string | undefined; readonly redo: string | undefined };

/**
 * The stacks of undo and redo, read off the log: there is no second record of what was done. `latestFirst` are the batches
 * since the program was opened. An undo puts its batch on the way back; undoing that undo makes it a step again; any
 * other step closes the way back.
 */
export function stepsHere(latestFirst: readonly BatchSummary[], operator: string): StepsHere {
  const undoable: string[] = [];
  const redoable: string[] = [];
  const takeFrom = (stack: string[], batch: string | undefined): boolean => {
    const place = batch === undefined ? -1 : stack.indexOf(batch);
    if (place >= 0) stack.splice(place, 1);
    return place >= 0;
  };
  for (const { batch, reason, changes, operator: by } of [...latestFirst].reverse()) {
    // Lines that only note something (who looked, what left the PC) are no steps; nor is what somebody else did.
    if (changes === 0 || by !== operator) continue;
    if (reason.kind !== 'undo') {
      undoable.push(batch);
      redoable.length = 0;
    } else if (takeFrom(redoable, reason.of)) undoable.push(batch);
    else {
      takeFrom(undoable, reason.of);
      redoable.push(batch);
    }
  }
  return { undo: undoable.at(-1), redo: redoable.at(-1) };
}
