import { choice, specsOf } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { mediationReading } from './dispute-clocks.ts';
import { timingFields, timingValues } from './timing-derived.ts';

/** 涉及人数 in the bands of the province's platform (天阙): 50 以下, 50–100, 100–500, 500 以上; the platform's own count <50 and >500. */
const SIZE_BANDS = ['50人以下', '50—100人', '100—500人', '500人以上'] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

/** The band of a number of people: 50 opens the second, 100 the third, 501 the last. */
export function sizeBand(persons: number): SizeBand {
  if (persons < 50) return '50人以下';
  if (persons < 100) return '50—100人';
  return persons <= 500 ? '100—500人' : '500人以上';
}

/** How a dispute stands with its limit, and how many people are in it. */
export const disputeDerived: DerivedFields = {
  restsOn: [],
  fields: specsOf({ ...timingFields, sizeBand: choice('涉及规模', SIZE_BANDS).automatic().width(10) }),
  compute: (record, context) => ({
    ...timingValues(mediationReading(record, context)),
    ...(typeof record.values.persons === 'number' ? { sizeBand: sizeBand(record.values.persons) } : {}),
  }),
};
