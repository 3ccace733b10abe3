import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { ConfirmDialog } from '../basics/confirm-dialog.tsx';
import { useNotices } from './notice.tsx';

/** The form with unsaved typing, if one is open. `save` answers whether it was saved; a refusal stands in the form. */
type Unsaved = {
  readonly isDirty: boolean;
  readonly save: () => Promise<boolean>;
  /** Saved without asking when it is left, as a sheet is; asked is only about what cannot be saved. */
  readonly savesWhenLeft: boolean;
};

type UnsavedApi = {
  readonly hold: (unsaved: Unsaved | undefined) => void;
  /** Does what leaves the form behind, after asking where something is unsaved. */
  readonly leave: (then: () => void) => void;
  /** Saves the open form. `clean`: there was nothing to save. */
  readonly saveOpen: () => Promise<'clean' | 'saved' | 'refused'>;
};

const UnsavedContext = createContext<UnsavedApi | undefined>(undefined);

/** Keeps typing from being lost by a click elsewhere. */
export function UnsavedProvider({ children }: { readonly children: ReactNode }) {
  const { fail } = useNotices();
  const held = useRef<Unsaved>(undefined);
  const [then, setThen] = useState<() => void>();
  const api = useMemo<UnsavedApi>(
    () => ({
      hold: (unsaved) => {
        held.current = unsaved;
      },
      leave: (next) => {
        const form = held.current;
        if (!form?.isDirty) next();
        else if (!form.savesWhenLeft) setThen(() => next);
        else void form.save().then((isSaved) => (isSaved ? next() : setThen(() => next)));
      },
      saveOpen: async () => {
        if (!held.current?.isDirty) return 'clean';
        return (await held.current.save()) ? 'saved' : 'refused';
      },
    }),
    [],
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (held.current?.isDirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  const stay = () => setThen(undefined);
  const leaveUnsaved = () => {
    held.current = undefined;
    stay();
    then?.();
  };
  /** Closed first: where it is refused, the form says why. */
  const leaveSaved = () => {
    stay();
    held.current
      ?.save()
      .then((isSaved) => isSaved && then?.())
      .catch(fail);
  };
  return (
    <UnsavedContext value={api}>
      {children}
      {then &&
        (held.current?.savesWhenLeft ? (
          <ConfirmDialog title="有未保存的修改" act="放弃修改" onCancel={stay} onConfirm={leaveUnsaved}>
            这些修改存不了，原因见表里。离开后，它们不会保存；可以先取消，改正后再离开。
          </ConfirmDialog>
        ) : (
          <ConfirmDialog
            title="有未保存的修改"
            act="保存并离开"
            other={{ act: '不保存，离开', run: leaveUnsaved }}
            onCancel={stay}
            onConfirm={leaveSaved}
          >
            刚才填写的内容还没有保存。
          </ConfirmDialog>
        ))}
    </UnsavedContext>
  );
}

/** @throws Error outside of UnsavedProvider. */
export function useUnsaved(): UnsavedApi {
  const api = useContext(UnsavedContext);
  if (!api) throw new Error('useUnsaved outside of UnsavedProvider');
  return api;
}

/** Names the open form to Ctrl+S and to whoever would leave it. */
export function useUnsavedForm(
  isDirty: boolean,
  save: () => Promise<boolean>,
  { savesWhenLeft = false }: { readonly savesWhenLeft?: boolean } = {},
): void {
  const { hold } = useUnsaved();
  const saveNow = useEffectEvent(save);
  useEffect(() => {
    hold({ isDirty, save: () => saveNow(), savesWhenLeft });
    return () => hold(undefined);
  }, [hold, isDirty, savesWhenLeft]);
}
