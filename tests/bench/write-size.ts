/** What the writer is measured with. */
export const WRITTEN = { rows: 100_000, columns: 20 };
