import { specsOf } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { handlingReading } from './demand-clocks.ts';
import { urgingFields, urgingOf } from './demand-urging.ts';
import { timingFields, timingValues } from './timing-derived.ts';

/** How a demand stands with its limit; a slip that was sent back has none here. */
export const demandDerived: DerivedFields = {
  fields: specsOf({ ...timingFields, ...urgingFields }),
  restsOn: [],
  compute: (record, context) => {
    if (record.values.returned === true) return {};
    const reading = handlingReading(record, context);
    const urging = urgingOf(reading, context);
    return { ...timingValues(reading), ...(urging ? { urging } : {}) };
  },
};
