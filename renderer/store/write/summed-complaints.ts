import type { Complaint } from '../../../shared/kit/complaint.ts';
import type { Outcome } from '../store-api.ts';

/** More different sentences than these nobody reads at the end of an import; they stand in the records. */
const MOST_SENTENCES = 20;

/**
 * Every sentence once, with how often it was said: 100,000 rows may say some hundred thousand, and the page would stand
 * still while they cross the port. 待补 stands in the records themselves and is left out.
 */
export function summedComplaints(complaints: readonly Complaint[]): readonly Complaint[] {
  const said = new Map<string, { readonly complaint: Complaint; times: number }>();
  for (const complaint of complaints) {
    if (complaint.code === 'field/wanted') continue;
    const known = said.get(complaint.message);
    if (known) known.times += 1;
    else if (said.size < MOST_SENTENCES) said.set(complaint.message, { complaint, times: 1 });
  }
  return [...said.values()].map(({ complaint, times }) =>
    times === 1 ? complaint : { ...complaint, message: `${complaint.message}（${times} 条）` },
  );
}

/** The outcome of a bulk write as the page is told it. */
export const summedOutcome = (outcome: Outcome): Outcome =>
  outcome.ok
    ? { ok: true, receipt: { ...outcome.receipt, warnings: summedComplaints(outcome.receipt.warnings) } }
    : { ok: false, complaints: summedComplaints(outcome.complaints) };
