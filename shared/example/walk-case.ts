import { addDays } from '../kit/day.ts';
import { specsOf } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import { sum } from '../kit/numbers.ts';
import { offersOf, takeTransition } from '../kit/take-transition.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { CORRECT } from '../kit/workflow.ts';
import type { Chance } from './chance.ts';
import type { ExampleDesk } from './example-desk.ts';
import type { ExampleRecipe } from './example-recipe.ts';
import { exampleInput } from './example-values.ts';
import { inventedAdult } from './invented-people.ts';

/** No case of the example is looked at more often. */
const MOST_LOOKS = 40;

/** Most days between two acts where a recipe names none. */
const USUAL_PACE = 12;

/** Acts that take no case further come now and then. */
const RARE = 0.05;

/** A day on which nothing was done is followed by a longer wait: what runs for a year is not looked at every week. */
const LONGER = 3;

/**
 * Takes a case from its receipt towards its end by acts the workflow itself offers, each on a day of its own and under
 * the same guards as on screen; what lies after today has not happened.
 */
export function walkCase(
  ledger: Ledger,
  recipe: ExampleRecipe | undefined,
  begun: Day,
  values: Values,
  desk: ExampleDesk,
  chance: Chance,
): Values {
  if (!ledger.workflow) return values;
  let record: LedgerRecord = { id: 'case', rev: '', values };
  let on = begun;
  const pace = recipe?.pace ?? USUAL_PACE;
  for (let look = 0; look < MOST_LOOKS && on <= desk.today; look += 1) {
    const next = acted(ledger, recipe, record, on, desk, chance);
    on = addDays(on, chance.between(0, next === record ? pace * LONGER : pace));
    record = next;
  }
  return record.values;
}

/** The case after one act of a day; itself where nothing is done. Weights that sum below 1 leave the rest to waiting. */
function acted(
  ledger: Ledger,
  recipe: ExampleRecipe | undefined,
  record: LedgerRecord,
  on: Day,
  desk: ExampleDesk,
  chance: Chance,
): LedgerRecord {
  const context = desk.context(on);
  const offers = offersOf(ledger, record, context);
  const weighted = offers.map((offer) => [offer, weightOf(recipe, offer.transition, ledger, record)] as const);
  const waiting = 1 - sum(weighted.map(([, weight]) => weight));
  const chosen = chance.weighted([...weighted, [undefined, Math.max(0, waiting)] as const]);
  if (chosen === undefined) return record;
  const { transition: act, starts } = chosen;
  const { asks = {}, requires = [], signer } = ledger.workflow?.transitions[act] ?? {};
  const typed = recipe?.entered?.(act, record, on, desk, chance) ?? {};
  const intoRecord = Object.entries(typed).filter(([fieldId]) => !(fieldId in asks));
  const filled = { ...record, values: { ...record.values, ...Object.fromEntries(intoRecord) } };
  const input = {
    on,
    values: exampleInput(specsOf(asks), requires, on, desk, chance, { ...starts, ...typed }),
    ...(signer === undefined ? {} : { by: inventedAdult(chance).name }),
  };
  const taken = takeTransition(ledger, filled, act, input, context, desk.newId);
  return 'patch' in taken ? { ...filled, values: { ...filled.values, ...taken.patch } } : record;
}

function weightOf(
  recipe: ExampleRecipe | undefined,
  act: string,
  { workflow }: Ledger,
  { values }: LedgerRecord,
): number {
  const said = recipe?.weights?.[act];
  if (said !== undefined) return typeof said === 'number' ? said : said(values);
  // An example shows how things are done, not how mistakes are put right.
  if (act === CORRECT) return 0;
  return workflow?.transitions[act]?.staysPut ? RARE : 1;
}
