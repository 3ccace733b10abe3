import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

type Search = {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What is searched now: the title of the ledger in view; undefined where there is nothing to search. */
  readonly where: string | undefined;
  readonly setWhere: (where: string | undefined) => void;
};

const SearchContext = createContext<Search | undefined>(undefined);

/** One search box in the frame, heard by whichever ledger is in view. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  const [where, setWhere] = useState<string>();
  const search = useMemo(() => ({ text, setText, where, setWhere }), [text, where]);
  return <SearchContext value={search}>{children}</SearchContext>;
}

/** @throws Error outside of SearchProvider. */
export function useSearchBox(): Search {
  const search = useContext(SearchContext);
  if (!search) throw new Error('useSearchBox outside of SearchProvider');
  return search;
}

/** What is typed in the frame's box while this ledger is in view; it starts empty for every ledger. */
export function useSearchIn(where: string): string {
  const { text, setText, setWhere } = useSearchBox();
  useEffect(() => {
    setWhere(where);
    return () => {
      setWhere(undefined);
      setText('');
    };
  }, [where, setWhere, setText]);
  return text;
}
