import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';

type Search = {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What is searched now: the title of the ledger in view; undefined where there is nothing to search. */
  readonly where: string | undefined;
  readonly setWhere: (where: string | undefined) => void;
  /** Text the next ledger in view begins with. */
  readonly carry: (text: string) => void;
  /** Takes what was carried, once. */
  readonly arrive: () => string;
};

const SearchContext = createContext<Search | undefined>(undefined);

/** One search box in the frame, heard by whichever ledger is in view. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  const [where, setWhere] = useState<string>();
  const carried = useRef('');
  const search = useMemo(
    () => ({
      text,
      setText,
      where,
      setWhere,
      carry: (next: string) => {
        carried.current = next;
      },
      arrive: () => {
        const arrived = carried.current;
        carried.current = '';
        return arrived;
      },
    }),
    [text, where],
  );
  return <SearchContext value={search}>{children}</SearchContext>;
}

/** @throws Error outside of SearchProvider. */
export function useSearchBox(): Search {
  const search = useContext(SearchContext);
  if (!search) throw new Error('useSearchBox outside of SearchProvider');
  return search;
}

/** What is typed in the frame's box while this ledger is in view; it starts empty, or with what was carried there. */
export function useSearchIn(where: string): string {
  const { text, setText, setWhere, arrive } = useSearchBox();
  const begin = useEffectEvent(() => setText(arrive()));
  useEffect(() => {
    setWhere(where);
    begin();
    return () => {
      setWhere(undefined);
      setText('');
    };
  }, [where, setWhere, setText]);
  return text;
}
