import type { Draft } from '../history/draft.ts';
import { addDays } from '../kit/day.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { Day, Values } from '../kit/values.ts';
import { Chance } from './chance.ts';
import { ExampleDesk } from './example-desk.ts';
import { layOutOffice } from './example-office.ts';
import type { ExampleRecipe } from './example-recipe.ts';
import { EXAMPLE_RECIPES } from './example-recipes.ts';
import { layOutRules } from './example-rules.ts';
import { exampleRow } from './example-values.ts';
import { walkCase } from './walk-case.ts';

/** Days of business the example holds. */
const DAYS = 730;

/** Rows of a ledger nobody wrote a recipe for. */
const ROWS_BY_DECLARATION = 24;

const SEED = 20_260_105;

/**
 * What the first start brings, and what comes of acting on all the others: 表样, 收表, 上报, 交接, 结转 are done in the store
 * once its records stand there.
 */
export const NOT_INVENTED: readonly string[] = [
  'organisation',
  'department',
  'parameter',
  'holiday',
  'catalogueItem',
  'certificateItem',
  'form',
  'closedYear',
  'handover',
  'collection',
  'submission',
];

/** One batch of the example, as a clerk would have brought it in. */
export type ExampleBatch = { readonly text: string; readonly drafts: readonly Draft[] };

/**
 * A whole invented office of a real one's size with two years of business up to `today`, batch by batch: the office
 * first, then every ledger, those with recipes in the order of the recipes so that later ones can point at earlier
 * ones. The same for the same day.
 */
export function* makeExample(ledgers: readonly Ledger[], today: Day): Generator<ExampleBatch> {
  const desk = new ExampleDesk(ledgers, today);
  yield { text: '建立示例街道', drafts: layOutOffice(desk, new Chance(SEED)) };
  yield { text: '示例街道的工资基数和履职清单', drafts: layOutRules(desk) };
  const recipeOf = new Map(EXAMPLE_RECIPES.map((recipe) => [recipe.ledger, recipe]));
  const places = new Map(EXAMPLE_RECIPES.map(({ ledger }, place) => [ledger, place]));
  const placeOf = ({ id }: Ledger) => places.get(id) ?? places.size;
  for (const ledger of ledgers.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    if (NOT_INVENTED.includes(ledger.id)) continue;
    const rows = rowsOf(ledger, recipeOf.get(ledger.id), desk, new Chance(SEED + hashOf(ledger.id)));
    const drafts = desk.lay(ledger, rows);
    if (drafts.length > 0) yield { text: `示例数据：${ledger.title}`, drafts };
  }
}

/** A seed of its own for every ledger: a recipe that changes leaves the other ledgers as they are. */
const hashOf = (text: string): number => Array.from(text).reduce((hash, one) => hash * 31 + one.charCodeAt(0), 7) >>> 0;

function rowsOf(
  ledger: Ledger,
  recipe: ExampleRecipe | undefined,
  desk: ExampleDesk,
  chance: Chance,
): readonly Values[] {
  const count = recipe?.count ?? ROWS_BY_DECLARATION;
  const days = Array.from({ length: count }, () => addDays(desk.today, -chance.between(0, DAYS))).sort();
  return days.map((on, place) => {
    const given = recipe?.values(on, desk, chance, place) ?? {};
    const begun = recipe ? given : exampleRow(ledger.fields, on, desk, chance, given);
    return walkCase(ledger, recipe, on, begun, desk, chance);
  });
}
