import { type ComponentType, useEffect, useState } from 'react';
import { LoadingLines } from '../../components/basics/state-notes.tsx';

const notRead: (() => Promise<unknown>)[] = [];

/**
 * A page whose code is read when it is first shown, or in a quiet moment before. Not React's own `lazy`: that one shows
 * a page at the earliest 300 ms after its place holder, however soon it was there.
 */
export function latePage<Props extends object>(read: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  const begin = async (): Promise<ComponentType<Props>> => {
    known ??= await read();
    return known;
  };
  notRead.push(begin);
  return function LatePage(props) {
    const [Page, setPage] = useState(() => known);
    const [fault, setFault] = useState<unknown>();
    useEffect(() => {
      if (!Page) begin().then((page) => setPage(() => page), setFault);
    }, [Page]);
    // The boundary around the pages says so, and offers to open the page again.
    if (fault !== undefined) throw fault;
    return Page ? <Page {...props} /> : <LoadingLines />;
  };
}

/** The first page and its answers go first. Milliseconds. */
const AHEAD_AFTER = 1500;

/** Reads the pages' code one after the other while nothing else is done, so that the first click finds it there. */
export function readPagesAhead(): void {
  const next = () => {
    const read = notRead.shift();
    // One that cannot be read now says so when it is opened.
    if (read) void read().then(inQuiet, inQuiet);
  };
  const inQuiet = () => void requestIdleCallback(next, { timeout: 2000 });
  setTimeout(inQuiet, AHEAD_AFTER);
}
