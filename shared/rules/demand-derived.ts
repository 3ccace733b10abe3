import { specsOf } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { handlingReading } from './demand-clocks.ts';
import { timingFields, timingValues } from './timing-derived.ts';

/** How a demand stands with its limit; a slip that was sent back has none here. */
export const demandDerived: DerivedFields = {
  fields: specsOf(timingFields),
  restsOn: [],
  compute: (record, context) => (record.values.returned === true ? {} : timingValues(handlingReading(record, context))),
};
