/** What of a row its place in a list rests on. */
type Placed = { readonly id: string };

/** First place whose row stands behind this one: equal rows stay before it. */
function placeBehind<R>(row: R, rows: readonly R[], compare: (a: R, b: R) => number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = rows[middle];
    if (other !== undefined && compare(other, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A list after a few records were touched: they go, come, or move to where they stand now; the rest is as it was.
 * `current` is a touched record as the list would show it now. Without `compare` the list is in the order of entry.
 */
export function patchedRows<R extends Placed>(
  rows: readonly R[],
  touched: ReadonlySet<string>,
  current: (id: string) => R | undefined,
  compare: ((a: R, b: R) => number) | undefined,
): readonly R[] {
  if (touched.size === 0) return rows;
  const coming = new Set(touched);
  const patched = [...rows];
  const going: number[] = [];
  let met = 0;
  for (let at = 0; at < rows.length && met < touched.size; at += 1) {
    const row = rows[at];
    if (row === undefined || !touched.has(row.id)) continue;
    met += 1;
    const now = current(row.id);
    const stays = now !== undefined && (compare === undefined || compare(row, now) === 0);
    if (stays) patched[at] = now;
    else going.push(at);
    if (stays || now === undefined) coming.delete(row.id);
  }
  for (const at of going.toReversed()) patched.splice(at, 1);
  for (const id of coming) {
    const now = current(id);
    if (now === undefined) continue;
    if (compare === undefined) patched.push(now);
    else patched.splice(placeBehind(now, patched, compare), 0, now);
  }
  return patched;
}
