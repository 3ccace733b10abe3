import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { ImportPlan, PlanRow } from '../../../shared/workbook/import/plan.ts';
import { type PlanInput, planSteps } from '../../../shared/workbook/import/plan-import.ts';
import { inSlices, Pace } from '../slices.ts';

/** A plan, and what the store said of itself when it was begun: good for as long as it says the same. */
export type Settled = { readonly plan: ImportPlan; readonly stamp: string };

/** How a plan is told of while it is worked out, and stopped. */
export type Watch = {
  readonly isCancelled: () => boolean;
  readonly onProgress: (done: number, of: number) => void;
};

/**
 * Works a plan out in slices, so that other questions are answered meanwhile.
 * @throws LedgerError import/cancelled
 */
export const planInSlices = (input: PlanInput, { isCancelled, onProgress }: Watch): Promise<ImportPlan> =>
  inSlices(planSteps(input), (done) => {
    onProgress(done, input.layout.body.length);
    if (isCancelled()) throw new LedgerError('import/cancelled', '已取消核对，没有写入任何数据。');
  });

/** What the preview shows of a row that the store decides: what is done with it, to which state of which record, with what. */
const fateText = (row: PlanRow | undefined): string =>
  JSON.stringify([
    row?.status,
    row?.action,
    row?.existing?.id,
    row?.action === 'update' ? row.existing?.rev : '',
    row?.values,
  ]);

/** How many rows come out otherwise in another plan of the same sheet. */
export async function differingRows(shown: ImportPlan, now: ImportPlan): Promise<number> {
  const pace = new Pace();
  let differing = 0;
  for (const [at, row] of now.rows.entries()) {
    if (fateText(row) !== fateText(shown.rows[at])) differing += 1;
    if (pace.isDue) await pace.rest();
  }
  return differing;
}
