import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { noteFault } from '../../desktop/note-fault.ts';
import { messageOf } from './message-of.ts';
import { refusalOf } from './refusal-of.ts';

/** One quiet line about what was just done; `batch` offers to take it back, `file` to show where it was saved. */
export type Notice = {
  readonly text: string;
  readonly batch?: string;
  readonly file?: string;
  readonly grade?: 'done' | 'problem';
};

/** What was done may be taken back from the line this long, in milliseconds; from the log for good. */
const LONG_ENOUGH = 30_000;

type Notices = {
  readonly say: (notice: Notice) => void;
  /** Says why something failed, and notes a fault of the program in its log. */
  readonly fail: (thrown: unknown) => void;
  /** Says everything that refused a write. */
  readonly refuse: (outcome: Parameters<typeof refusalOf>[0]) => void;
  /** Puts words before what was just said: both stand, and what it offers. */
  readonly sayBefore: (text: string) => void;
  readonly dismiss: () => void;
};

const NoticesContext = createContext<Notices | undefined>(undefined);
const NoticeContext = createContext<Notice | undefined>(undefined);

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  useEffect(() => {
    if (!notice || notice.grade === 'problem') return;
    const timer = setTimeout(() => setNotice(undefined), LONG_ENOUGH);
    return () => clearTimeout(timer);
  }, [notice]);
  const notices = useMemo<Notices>(
    () => ({
      say: setNotice,
      fail: (thrown) => {
        noteFault(thrown);
        setNotice({ text: messageOf(thrown), grade: 'problem' });
      },
      refuse: (outcome) => setNotice({ text: refusalOf(outcome), grade: 'problem' }),
      sayBefore: (text) => setNotice((said) => ({ ...said, text: [text, said?.text ?? ''].join('　').trim() })),
      dismiss: () => setNotice(undefined),
    }),
    [],
  );
  return (
    <NoticesContext value={notices}>
      <NoticeContext value={notice}>{children}</NoticeContext>
    </NoticesContext>
  );
}

/** What was said last; for whoever shows it, since that is drawn again with every word. */
export const useNotice = (): Notice | undefined => useContext(NoticeContext);

/** @throws Error outside of NoticeProvider. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('useNotices outside of NoticeProvider');
  return notices;
}
