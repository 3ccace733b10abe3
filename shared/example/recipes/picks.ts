import { addDays } from '../../kit/day.ts';
import type { Day, LedgerRecord } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';

const unitsOf = (desk: ExampleDesk, level: string): readonly LedgerRecord[] =>
  desk.records('organisation').filter(({ values }) => values.level === level);

/** Ids of all communities of the street. */
export const communityIds = (desk: ExampleDesk): readonly string[] => unitsOf(desk, '社区').map(({ id }) => id);

export const pickCommunity = (desk: ExampleDesk, chance: Chance): string => chance.pick(communityIds(desk));

export const pickCompound = (desk: ExampleDesk, chance: Chance): LedgerRecord => chance.pick(unitsOf(desk, '小区'));

/** A compound and the community it lies in, as a case names them, with the compound's name. */
export function pickPlace(
  desk: ExampleDesk,
  chance: Chance,
): { readonly where: { readonly community: string; readonly place: string }; readonly compound: string } {
  const { id, values } = pickCompound(desk, chance);
  return { where: { community: String(values.parent), place: id }, compound: String(values.name) };
}

/** The street itself. */
export const streetId = (desk: ExampleDesk): string | undefined => unitsOf(desk, '街道')[0]?.id;

/** A department of a level; `street` ones are the office's own desks. */
export function pickDepartment(desk: ExampleDesk, chance: Chance, level: '区' | '街道内设' = '区'): string {
  return chance.pick(desk.records('department').filter(({ values }) => values.level === level)).id;
}

/** Day up to so many days later, or undefined where that has not come yet. */
export function laterDay(on: Day, least: number, most: number, desk: ExampleDesk, chance: Chance): Day | undefined {
  const day = addDays(on, chance.between(least, most));
  return day <= desk.today ? day : undefined;
}
