import type { Draft } from '../../../shared/history/draft.ts';
import { isBlank } from '../../../shared/kit/blank.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import type { Value } from '../../../shared/kit/values.ts';
import type { Row } from '../../store/store-api.ts';

/** One value for one field of many rows. */
export const batchDrafts = (
  ledger: string,
  rows: readonly Row[],
  field: string,
  value: Value | undefined,
): readonly Draft[] =>
  rows.map(({ id, rev }) =>
    isBlank(value) || value === undefined
      ? { kind: 'edit', ledger, id, rev, patch: {}, clear: [field] }
      : { kind: 'edit', ledger, id, rev, patch: { [field]: value } },
  );

/** What a batch edit would do: which drafts change something, how many rows stand so already, and which are refused. */
export type BatchPreview = {
  readonly changes: readonly Draft[];
  readonly same: number;
  readonly refused: readonly { readonly row: Row; readonly why: string }[];
};

/** The drafts sorted by what was found against each. */
export function batchPreview(
  rows: readonly Row[],
  drafts: readonly Draft[],
  checked: readonly (readonly Complaint[])[],
): BatchPreview {
  const changes: Draft[] = [];
  const refused: { row: Row; why: string }[] = [];
  let same = 0;
  for (const [place, draft] of drafts.entries()) {
    const against = checked[place] ?? [];
    const row = rows[place];
    if (against.length === 0) changes.push(draft);
    else if (against.some(({ code }) => code === 'record/unchanged')) same += 1;
    else if (row) refused.push({ row, why: against.map(({ message }) => message).join(' ') });
  }
  return { changes, same, refused };
}
