import { RUNGS } from '../deadlines/clock.ts';
import { clockWords, dueWords } from '../deadlines/clock-words.ts';
import { mostPressing, readClocks } from '../deadlines/read-clock.ts';
import { choice, type FieldMap, specsOf, text } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import { handlingReading, petitionClocks } from './petition-clocks.ts';

const fields: FieldMap = {
  deadline: text('期限').automatic().width(12).help('正在计时的期限的最后一日；办结后为办理期限'),
  timing: text('时限情况').automatic().width(18),
  warning: choice('预警', RUNGS).automatic().width(8),
};

/** Until when and how it stands: the limit that ends first; once none runs, how the 60 days were kept. */
export const petitionDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: (record, context) => {
    const running = mostPressing(readClocks(petitionClocks, record, context));
    const reading = running ?? handlingReading(record, context);
    if (reading === undefined) return {};
    return {
      deadline: dueWords(reading),
      timing: running ? `${reading.title} ${clockWords(reading)}` : clockWords(reading),
      ...(running ? { warning: reading.rung } : {}),
    };
  },
};
