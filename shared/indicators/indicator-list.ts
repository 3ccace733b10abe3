import { demandIndicators } from './demand-indicators.ts';
import { disputeIndicators } from './dispute-indicators.ts';
import type { Indicator } from './indicator.ts';
import { leadCaseIndicators } from './lead-case-indicators.ts';
import { partyIndicators } from './party-indicators.ts';
import { petitionIndicators } from './petition-indicators.ts';
import { placeIndicators } from './place-indicators.ts';
import { regulationIndicators } from './regulation-indicators.ts';
import { surveyIndicators } from './survey-indicators.ts';
import { workerIndicators } from './worker-indicators.ts';

/** Every indicator of every ledger, in the order 指标 shows them. A ledger's own list stands in its own file; here is one line. */
export const INDICATORS: readonly Indicator[] = [
  ...demandIndicators,
  ...petitionIndicators,
  ...leadCaseIndicators,
  ...disputeIndicators,
  ...surveyIndicators,
  ...partyIndicators,
  ...placeIndicators,
  ...regulationIndicators,
  ...workerIndicators,
];

/** The indicators of one ledger, in order. */
export const indicatorsOf = (ledger: string): readonly Indicator[] =>
  INDICATORS.filter((indicator) => indicator.ledger === ledger);

export const indicatorById = (id: string): Indicator | undefined => INDICATORS.find((indicator) => indicator.id === id);
