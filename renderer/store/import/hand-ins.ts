import { handInDrafts } from '../../../shared/collection/rounds.ts';
import type { Draft } from '../../../shared/history/draft.ts';
import { communityFieldOf } from '../../../shared/kit/community-field.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { CollectionMark } from '../../../shared/workbook/export/collection-mark.ts';
import type { ImportPlan } from '../../../shared/workbook/import/plan.ts';
import type { ImportTarget } from './import-session.ts';
import { unitOf } from './import-understanding.ts';

/**
 * That the communities of a collected sheet have handed in: the one it was made for, or those its rows name. Rows held
 * back or left out do not count; a row already there does.
 */
export function handInsOf(
  mark: CollectionMark,
  plan: ImportPlan,
  ledger: Ledger,
  file: string,
  target: ImportTarget,
): readonly Draft[] {
  const community = communityFieldOf(ledger);
  const only = unitOf(mark, target);
  const rows = new Map<string, number>();
  for (const { status, values } of plan.rows) {
    const unit = only ?? (community === undefined ? '' : textIn(values, community));
    if (status === 'heldBack' || status === 'setAside' || unit === '') continue;
    rows.set(unit, (rows.get(unit) ?? 0) + 1);
  }
  const { today, operator, records } = target.context();
  return handInDrafts({ mark, rows, file, on: today, clerk: operator }, records('collection'));
}
