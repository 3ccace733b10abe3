import { type Decided, decidingChange } from '../../../shared/exchange/resolve-conflict.ts';
import type { Change, Reason } from '../../../shared/history/change.ts';
import { yearLock } from '../../../shared/history/closed-years.ts';
import { findReferrers, namesOf, recordKey, titleOf } from '../../../shared/history/references.ts';
import { batchIdOf } from '../../../shared/history/rev.ts';
import { type Complaint, error } from '../../../shared/kit/complaint.ts';
import { grouped } from '../../../shared/kit/grouped.ts';
import { maskedValues } from '../query/masked.ts';
import type { Outcome } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import type { ConflictChoice } from './exchange-api.ts';
import { conflictKey, openConflicts } from './open-conflicts.ts';

type Commit = (changes: readonly Change[], reason: Reason, warnings: readonly Complaint[]) => Promise<Outcome>;

/** Writes the chosen sides, all in one batch: from then on there is one value again, here and wherever the batch goes. */
export async function resolveConflicts(
  core: StoreCore,
  commit: Commit,
  choices: readonly ConflictChoice[],
): Promise<Outcome> {
  const chosen = new Map(choices.map(({ key, batch }) => [key, batch]));
  const decided: Decided[] = (await openConflicts(core)).flatMap((conflict) => {
    const batch = chosen.get(conflictKey(conflict));
    const side = conflict.sides.find((one) => batchIdOf(one.batch) === batch);
    return side ? [{ conflict, side }] : [];
  });
  if (decided.length < choices.length || decided.length === 0) return { ok: false, complaints: [changedMeanwhile] };
  const changes = changesOf(core, decided);
  const barred = closedYear(core, decided) ?? referencedDeletion(core, changes);
  if (barred) return { ok: false, complaints: [barred] };
  const text = `处理数据交换冲突：${decided.length} 处，${changes.length} 条记录`;
  return commit(changes, { kind: 'correction', text }, []);
}

function changesOf({ state }: StoreCore, decided: readonly Decided[]): readonly Change[] {
  const byRecord = grouped(decided, ({ conflict: { ledger, id } }) => recordKey(ledger, id));
  return [...byRecord.values()].flatMap((ofOne) => {
    const { ledger: ledgerId = '', id = '' } = ofOne[0]?.conflict ?? {};
    const ledger = state.ledger(ledgerId);
    const record = state.table(ledgerId).records.get(id);
    return ledger && record ? [decidingChange(ledger, record, ofOne)] : [];
  });
}

/** What a closed year counted stays as it is shown; to keep exactly that decides too. */
function closedYear({ state }: StoreCore, decided: readonly Decided[]): Complaint | undefined {
  for (const { conflict, side } of decided) {
    const ledger = state.ledger(conflict.ledger);
    const record = state.table(conflict.ledger).records.get(conflict.id);
    const locked = ledger && record && side !== conflict.sides.at(-1) && yearLock(state, ledger, record, 'edit');
    if (!locked) continue;
    const title = titleOf(ledger, { ...record, values: maskedValues(ledger, record.values) });
    return error('year/closed', `“${title}”没有改动：${locked}。没有写入任何内容；请选“现在显示”的那个，再用更正改。`);
  }
  return undefined;
}

function referencedDeletion({ state }: StoreCore, changes: readonly Change[]): Complaint | undefined {
  const deleted = changes.filter(({ kind }) => kind === 'delete');
  const targets = new Map(
    [...grouped(deleted, ({ ledger }) => ledger)].map(([ledger, ofOne]) => [
      ledger,
      new Set(ofOne.map(({ id }) => id)),
    ]),
  );
  const live = [...findReferrers(state, targets).values()].flat();
  if (live.length === 0) return undefined;
  return error(
    'record/referenced',
    `选了“已删除”的记录还被引用：${namesOf(state, live)}。没有写入任何内容，请改选保留，或先改引用它的记录。`,
  );
}

const changedMeanwhile = error(
  'exchange/changed-meanwhile',
  '冲突列表已经变化，没有写入任何内容。请看过最新的列表后再选。',
);
