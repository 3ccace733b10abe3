import type { Period } from '../../../shared/kit/period.ts';
import type { FigurePart, IndicatorQuestion } from '../../store/services/indicator-session.ts';

/** In the address in place of a community: the whole office, or every community beside the other. */
export const WHOLE = 'all';
export const EACH = 'each';

/** What an address shows: a ledger's indicators of a period, for the office, one community, or each. */
export type IndicatorPlace = { readonly ledger: string; readonly period: Period; readonly whose: string };

export const indicatorsLink = ({ ledger, period, whose }: IndicatorPlace): string =>
  `/indicators/${ledger}/${period.kind}/${period.first}/${whose}`;

/** Address of the records behind a number. */
export const figureRowsLink = (
  indicator: string,
  { period, community }: Pick<IndicatorQuestion, 'period' | 'community'>,
  part: FigurePart,
): string =>
  `/indicators/rows/${indicator}/${period.kind}/${period.first}/${community === '' ? WHOLE : community}/${part}`;

/** The part an address names; a mangled one opens the whole figure. */
export const partOf = (text: string): FigurePart => (text === 'hits' || isLeftOut(text) ? text : 'all');

const isLeftOut = (text: string): text is FigurePart => /^out\d+$/.test(text);

export const chosenCommunity = (whose: string): string => (whose === WHOLE || whose === EACH ? '' : whose);
