import type { OfficeState } from '../../shared/history/office-state.ts';
import { textIn } from '../../shared/kit/steps.ts';

/** The street this office is: the unit of the level 街道; '' before it was set up. */
export function officeName(state: OfficeState): string {
  for (const { values } of state.table('organisation').records.values()) {
    if (values.level === '街道') return textIn(values, 'name');
  }
  return '';
}
