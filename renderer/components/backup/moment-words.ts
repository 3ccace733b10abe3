/** 2026-11-23 09:41:07 of an ISO moment. */
export const momentWords = (moment: string): string => moment.slice(0, 19).replace('T', ' ');

const KILO = 1024;

/** 12 KB, 3.4 MB of a number of bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < KILO * KILO) return `${Math.max(1, Math.round(bytes / KILO)).toLocaleString('zh-CN')} KB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

/** 1,234 条 of the counts by ledger. */
export const totalOf = (counts: { readonly [ledger: string]: number }): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
