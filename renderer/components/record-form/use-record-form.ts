import { useCallback, useState } from 'react';
import { isBlank } from '../../../shared/kit/blank.ts';
import type { Value, Values } from '../../../shared/kit/values.ts';
import { leftToSave } from './left-to-save.ts';
import { saysSame } from './says-same.ts';

/** What is being typed over a record, and what of it cannot be read yet. */
export type RecordForm = {
  readonly values: Values;
  /** Messages of texts that are no value yet, by field path; nothing is saved while there are any. */
  readonly unread: ReadonlyMap<string, string>;
  readonly isDirty: boolean;
  readonly set: (fieldId: string, value: Value | undefined) => void;
  readonly setUnread: (path: string, message: string | undefined) => void;
  readonly reset: () => void;
  /** What is typed was saved: it stands until the record comes back with it. */
  readonly settle: () => void;
  /** Forgets what was typed into some fields only. */
  readonly drop: (fieldIds: readonly string[]) => void;
  /** Fields filled otherwise than before, and fields emptied. */
  readonly changes: () => { readonly patch: Values; readonly clear: readonly string[] };
  /** Grows with every reset: editors start over. */
  readonly round: number;
};

/** What is typed over a stored record, kept while the record beneath it changes. */
export function useRecordForm(stored: Values): RecordForm {
  const [edits, setEdits] = useState<Values>({});
  const [settled, setSettled] = useState<{ readonly over: Values; readonly edits: Values }>();
  const [unread, setUnreadMap] = useState<ReadonlyMap<string, string>>(new Map());
  const [round, setRound] = useState(0);
  const initial = settled?.over === stored ? { ...stored, ...settled.edits } : stored;
  const changed = Object.keys(edits).filter((fieldId) => !saysSame(edits[fieldId], initial[fieldId]));
  // The same functions as long as the form is there: fields that did not change need not be drawn again.
  const set = useCallback<RecordForm['set']>(
    (fieldId, value) => setEdits((before) => ({ ...before, [fieldId]: value })),
    [],
  );
  const setUnread = useCallback<RecordForm['setUnread']>(
    (path, message) =>
      setUnreadMap((before) => {
        if (before.get(path) === message) return before;
        const next = new Map(before);
        if (message === undefined) next.delete(path);
        else next.set(path, message);
        return next;
      }),
    [],
  );
  return {
    values: { ...initial, ...edits },
    unread,
    isDirty: changed.length > 0 || unread.size > 0,
    set,
    setUnread,
    reset: () => {
      setEdits({});
      setUnreadMap(new Map());
      setRound((before) => before + 1);
    },
    settle: () => {
      setSettled({ over: stored, edits });
      setEdits((now) => leftToSave(now, edits));
    },
    drop: (fieldIds) => {
      setEdits((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !fieldIds.includes(id))));
      setRound((before) => before + 1);
    },
    changes: () => ({
      patch: Object.fromEntries(
        changed.filter((id) => !isBlank(edits[id])).map((fieldId) => [fieldId, edits[fieldId]]),
      ),
      clear: changed.filter((fieldId) => isBlank(edits[fieldId])),
    }),
    round,
  };
}
