import type { ReasonKind } from '../../shared/history/change.ts';
import { type Draft, DraftPlanning, type DraftResult } from '../../shared/history/draft.ts';
import { HIDDEN } from './clearance.ts';
import { CANCELLED } from './commit.ts';
import { Pace } from './slices.ts';
import type { StoreCore } from './store-core.ts';

/** What drafts of whoever works would write now, or what stands against them; in slices, until `isCancelled` says stop. */
export async function plannedDrafts(
  core: StoreCore,
  drafts: readonly Draft[],
  reason: ReasonKind,
  isCancelled: () => boolean,
): Promise<DraftResult> {
  const { state, parts, installation, clearance } = core;
  if (drafts.some((draft) => draft.kind !== 'create' && clearance.hides(draft.ledger, draft.id)))
    return { complaints: [HIDDEN] };
  const context = core.checkingContext();
  const planning = new DraftPlanning(
    { state, context, reason, newId: parts.newId, series: installation.series },
    drafts,
  );
  const pace = new Pace();
  for (const _ of planning.steps()) {
    if (pace.isDue) await pace.rest();
    if (isCancelled()) return { complaints: [CANCELLED] };
  }
  return planning.result();
}
