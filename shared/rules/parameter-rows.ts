import type { ClockDefinition, ClockUnit } from '../deadlines/clock.ts';
import type { Limit } from '../deadlines/limit.ts';
import type { ParameterValues } from '../ledgers/parameter.ts';

/** The day from which shipped numbers hold that came into force on no day of their own. */
const FROM = '2024-01-01';

/** How 基础参数 calls the units of clocks. */
export const UNIT_NAMES = { calendarDays: '自然日', workingDays: '工作日', hours: '小时' } as const satisfies {
  readonly [unit in ClockUnit]: string;
};

type Shipped = Omit<ParameterValues, 'from' | 'inferred'>;

/** A parameter no document fixes for every place: an office's own to change (可调整的默认值). */
export const inferredRow = (row: Shipped): ParameterValues => ({ ...row, from: FROM, inferred: true });

/** A limit as such a parameter; its number stands once, where it is used when the office has set none. */
export const limitRow = ({ group, key, otherwise }: Limit, title: string, unit: string, basis: string) =>
  inferredRow({ group, key, title, value: String(otherwise), unit, basis });

/** The limits of clocks under the name of their ledger. A limit that only a written day sets has none. */
export const clockRows = (ledger: string, clocks: readonly ClockDefinition[]): readonly ParameterValues[] =>
  clocks
    .filter(({ limit }) => limit.otherwise > 0)
    .map(({ title, unit, limit, basis, inferred }) => ({
      ...limitRow(limit, `${ledger}：${title}`, UNIT_NAMES[unit], basis),
      inferred,
    }));

/** The words of a choice that every place has its own list of. */
export const wordRows = (group: string, words: readonly string[], basis: string): readonly ParameterValues[] =>
  words.map((word) => inferredRow({ group, key: word, title: word, value: word, basis }));
