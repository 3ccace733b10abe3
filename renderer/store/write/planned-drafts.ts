import type { ReasonKind } from '../../../shared/history/change.ts';
import {
  type Draft,
  DraftPlanning,
  type DraftResult,
  type DraftSetting,
  planDrafts,
} from '../../../shared/history/draft.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import { errorsOf } from '../../../shared/kit/complaint.ts';
import { HIDDEN } from '../clearance.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';
import { CANCELLED } from './commit.ts';

const settingOf = (core: StoreCore, reason: ReasonKind): DraftSetting => ({
  state: core.state,
  context: core.checkingContext(),
  reason,
  newId: core.parts.newId,
  series: core.installation.series,
});

/** What whoever works may not see is not to be changed either. */
const isBarred = ({ clearance }: StoreCore, draft: Draft): boolean =>
  draft.kind !== 'create' && clearance.hides(draft.ledger, draft.id);

/** What drafts of whoever works would write now, or what stands against them; in slices, until `isCancelled` says stop. */
export async function plannedDrafts(
  core: StoreCore,
  drafts: readonly Draft[],
  reason: ReasonKind,
  isCancelled: () => boolean,
): Promise<DraftResult> {
  if (drafts.some((draft) => isBarred(core, draft))) return { complaints: [HIDDEN] };
  const planning = new DraftPlanning(settingOf(core, reason), drafts);
  const pace = new Pace();
  for (const _ of planning.steps()) {
    if (pace.isDue) await pace.rest();
    if (isCancelled()) return { complaints: [CANCELLED] };
  }
  return planning.result();
}

/** What would refuse each of the drafts by itself; nothing is written. */
export async function checkedDrafts(
  core: StoreCore,
  drafts: readonly Draft[],
  reason: ReasonKind,
): Promise<readonly (readonly Complaint[])[]> {
  const setting = settingOf(core, reason);
  const pace = new Pace();
  const checked: (readonly Complaint[])[] = [];
  for (const draft of drafts) {
    const result = isBarred(core, draft) ? { complaints: [HIDDEN] } : planDrafts(setting, [draft]);
    const complaints = 'complaints' in result ? result.complaints : [];
    checked.push(errorsOf(complaints));
    if (pace.isDue) await pace.rest();
  }
  return checked;
}
