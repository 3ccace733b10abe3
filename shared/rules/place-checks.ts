import { type Complaint, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Values } from '../kit/values.ts';
import { communityOf } from './communities.ts';

/**
 * 小区（网格） of a case lies in the community the row names. Said, not refused: when grids are drawn anew, a compound can come
 * to lie elsewhere, and its older cases must still be handled.
 */
export function placeComplaints(values: Values, context: LedgerContext): readonly Complaint[] {
  const place = textIn(values, 'place');
  const above = place === '' ? undefined : communityOf(place, context);
  const community = textIn(values, 'community');
  if (above === undefined || above === community) return [];
  const nameOf = (id: string) => context.nameOf('organisation', id);
  const lies = `“${nameOf(place)}”属于${nameOf(above)}`;
  if (community === '') return [warning('place/community', `${lies}，请在所属社区里选上。`, 'community')];
  const message = `${lies}，不在${nameOf(community)}里。请改选小区（网格）或所属社区。`;
  return [warning('place/elsewhere', message, 'place')];
}
