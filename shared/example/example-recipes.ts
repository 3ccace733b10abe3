import type { ExampleRecipe } from './example-recipe.ts';
import { applicationRecipe } from './recipes/application-recipe.ts';
import { burdenItemRecipe } from './recipes/burden-item-recipe.ts';
import { demandRecipe } from './recipes/demand-recipe.ts';
import { disputeRecipe } from './recipes/dispute-recipe.ts';
import { leadCaseRecipe } from './recipes/lead-case-recipe.ts';
import { operatorRecipe } from './recipes/operator-recipe.ts';
import { petitionRecipe } from './recipes/petition-recipe.ts';
import { strayTaskRecipe } from './recipes/stray-task-recipe.ts';
import { supervisionRecipe } from './recipes/supervision-recipe.ts';
import { workerRecipe } from './recipes/worker-recipe.ts';

/** Every recipe, those others point at first. A new ledger's recipe is its file and one line here. */
export const EXAMPLE_RECIPES: readonly ExampleRecipe[] = [
  strayTaskRecipe,
  burdenItemRecipe,
  applicationRecipe,
  demandRecipe,
  petitionRecipe,
  disputeRecipe,
  leadCaseRecipe,
  supervisionRecipe,
  workerRecipe,
  operatorRecipe,
];
