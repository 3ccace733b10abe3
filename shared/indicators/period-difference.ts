import type { Figure } from './figure.ts';

/** What became of a reported figure: records that came in late, records that are no longer among it, and the change of its value. */
export type PeriodDifference = {
  readonly reported: number | undefined;
  readonly now: number | undefined;
  /** 补录: counted now, and not when it was reported. */
  readonly added: readonly string[];
  /** Counted then, and no longer: corrected, deleted, moved to another period. */
  readonly gone: readonly string[];
};

/**
 * A figure as it was reported beside the same figure counted again. A late entry for a reported period never changes what was
 * reported; it is shown as this difference. Undefined where both agree.
 */
export function periodDifference(reported: Figure, now: Figure): PeriodDifference | undefined {
  const [before, after] = [new Set(reported.ids), new Set(now.ids)];
  const added = now.ids.filter((id) => !before.has(id));
  const gone = reported.ids.filter((id) => !after.has(id));
  if (added.length === 0 && gone.length === 0 && reported.value === now.value) return undefined;
  return { reported: reported.value, now: now.value, added, gone };
}
