/** What a figure must not pass. A goal is told as well, but passing it fails nothing. */
export type Limit = {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: 'times' | 'ms' | 'MB';
  readonly isGoal?: boolean;
};

/** Prints each figure beside its limit, and their quotient; false where one that must hold is passed, or was not measured. */
export function printLimits(limits: readonly Limit[]): boolean {
  for (const { what, value, limit, unit, isGoal } of limits) {
    const digits = unit === 'times' ? 2 : 0;
    const kind = isGoal ? 'goal' : 'limit';
    const over = value <= limit ? '' : isGoal ? '  over the goal' : '  OVER';
    console.log(
      `${value.toFixed(digits).padStart(9)} ${unit} of ${limit.toFixed(digits)} (${kind}), ${(value / limit).toFixed(2)} of it: ${what}${over}`,
    );
  }
  return limits.every(({ value, limit, isGoal }) => isGoal || value <= limit);
}
