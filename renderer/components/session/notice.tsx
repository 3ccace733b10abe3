import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** One quiet line about what was just done; `batch` offers to take it back, `file` to show where it was saved. */
export type Notice = {
  readonly text: string;
  readonly batch?: string;
  readonly file?: string;
  readonly grade?: 'done' | 'problem';
};

type Notices = {
  readonly notice: Notice | undefined;
  readonly say: (notice: Notice) => void;
  readonly dismiss: () => void;
};

const NoticeContext = createContext<Notices | undefined>(undefined);

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const notices = useMemo<Notices>(() => ({ notice, say: setNotice, dismiss: () => setNotice(undefined) }), [notice]);
  return <NoticeContext value={notices}>{children}</NoticeContext>;
}

/** @throws Error outside of NoticeProvider. */
export function useNotices(): Notices {
  const notices = useContext(NoticeContext);
  if (!notices) throw new Error('useNotices outside of NoticeProvider');
  return notices;
}
