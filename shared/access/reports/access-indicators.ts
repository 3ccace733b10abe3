import type { Indicator } from '../../indicators/indicator.ts';
import { caseHistories } from './statistics.ts';
import { MEASURES, type Measure } from './statistics-measures.ts';
import { STRAY_TASK, strayTasksIn } from './stray-tasks.ts';

const UNITS: { readonly [measure: string]: Indicator['unit'] } = {
  meanTime: 'days',
  timeliness: 'share',
  planned: 'money',
  paid: 'money',
  paidShare: 'share',
  satisfaction: 'share',
};

/** A column of R7 as an indicator of its own, so that other forms may ask for it. */
function indicatorOf({ id, group, label, of }: Measure): Indicator {
  const words = label.replaceAll('\n', '');
  const ledger = id.startsWith('strays') ? STRAY_TASK : 'application';
  return {
    id: `R7.${id}`,
    title: group === undefined ? words : `${group} · ${words}`,
    ledger,
    unit: UNITS[id] ?? 'count',
    basis: 'R7 准入工作情况统计表的口径，点开数字可见',
    source: 'R7 准入工作情况统计表',
    inferred: false,
    measure: ({ records, period, context }) =>
      of({
        histories: ledger === STRAY_TASK ? [] : caseHistories(records),
        strays: ledger === STRAY_TASK ? strayTasksIn(records, period) : [],
        request: { context, period, office: '', signatures: { filledOn: context.today } },
      }),
  };
}

export const accessIndicators: readonly Indicator[] = MEASURES.map(indicatorOf);
