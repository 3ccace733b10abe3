import type { ExampleRecipe } from './example-recipe.ts';
import { applicationRecipe } from './recipes/application-recipe.ts';
import { burdenItemRecipe } from './recipes/burden-item-recipe.ts';
import { demandRecipe } from './recipes/demand-recipe.ts';
import { disputeRecipe } from './recipes/dispute-recipe.ts';
import { leadCaseRecipe } from './recipes/lead-case-recipe.ts';
import { reliefRecipe, surveyFindingRecipe, surveyRecipe, wishRecipe } from './recipes/livelihood-recipes.ts';
import { operatorRecipe } from './recipes/operator-recipe.ts';
import {
  assessmentIndicatorRecipe,
  facilityRecipe,
  outreachRecipe,
  regulationRecipe,
  socialOrganisationRecipe,
  volunteerRecordRecipe,
} from './recipes/organisation-and-place-recipes.ts';
import {
  committeeMemberRecipe,
  doubleRegistrationRecipe,
  matchRecipe,
  meetingRecipe,
  newSectorOrganisationRecipe,
  offerRecipe,
  pairingRecipe,
  partyBranchRecipe,
} from './recipes/party-work-recipes.ts';
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
  reliefRecipe,
  wishRecipe,
  surveyRecipe,
  surveyFindingRecipe,
  committeeMemberRecipe,
  meetingRecipe,
  offerRecipe,
  matchRecipe,
  doubleRegistrationRecipe,
  pairingRecipe,
  partyBranchRecipe,
  newSectorOrganisationRecipe,
  volunteerRecordRecipe,
  socialOrganisationRecipe,
  regulationRecipe,
  assessmentIndicatorRecipe,
  facilityRecipe,
  outreachRecipe,
];
