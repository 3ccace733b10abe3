import { useLayoutEffect, useRef, useState } from 'react';

/**
 * The same function for as long as the component is there, for what is drawn again only where it was given something else.
 * It calls the `handler` that holds when it is called; not to be called while drawing.
 */
export function useSteady<Given extends readonly unknown[], Result>(
  handler: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  const [steady] = useState(
    () =>
      (...given: Given) =>
        latest.current(...given),
  );
  return steady;
}
