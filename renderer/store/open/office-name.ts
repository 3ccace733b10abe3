import type { OfficeState } from '../../../shared/history/office-state.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';

/** The unit this office is: its street; a district, which has none or several below it, is the district itself. */
function ownUnit(state: OfficeState): LedgerRecord | undefined {
  const own = [...state.table('organisation').records.values()].filter(({ office }) => office === undefined);
  const streets = own.filter(({ values }) => values.level === '街道');
  const district = own.find(({ values }) => values.level === '区');
  return streets.length === 1 ? streets[0] : (district ?? streets[0]);
}

/** What this office is called; '' before it was set up. */
export function officeName(state: OfficeState): string {
  const unit = ownUnit(state);
  return unit ? textIn(unit.values, 'name') : '';
}

/** By what other PCs know this office: all PCs that go on from its records share its unit. Undefined before it was set up. */
export const officeId = (state: OfficeState): string | undefined => ownUnit(state)?.id;
