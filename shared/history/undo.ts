import type { Values } from '../kit/values.ts';
import type { Entry, EntryHeader } from './batch.ts';
import type { Change } from './change.ts';
import { applyChildChanges, childRows, invertChildChanges, invertFields } from './child-rows.ts';
import { yearLock } from './closed-years.ts';
import { withFields } from './field-changes.ts';
import type { OfficeState } from './office-state.ts';
import { isPurge } from './purge.ts';
import { findReferrers, namesOf, recordKey, referencesIn, titleOf } from './references.ts';
import { batchIdOf, revOf } from './rev.ts';
import { upcastChange } from './upcast-change.ts';

/** A record an undo leaves as it is, and why. */
export type Blocked = { readonly ledger: string; readonly id: string; readonly title: string; readonly why: string };

/** What undoing a batch would do now. */
export type UndoChanges = {
  readonly batch: string;
  readonly changes: readonly Change[];
  readonly blocked: readonly Blocked[];
};

/**
 * The changes that take a batch back: exactly where the record's rev is still the batch's, nothing alive refers to what
 * would go, and the ledger itself does not lock it (a printed decision). Undoing an undo brings the batch back by the same rule.
 * `barred` says why whoever asks may not touch a record.
 */
export function planUndo(
  state: OfficeState,
  entries: readonly Entry[],
  barred: (change: Change) => string | undefined = () => undefined,
): UndoChanges {
  const first = entries[0];
  const batch = first ? batchIdOf(first.header) : '';
  const purged = first && isPurge(first.header.reason) ? '清除个人信息不能撤销' : undefined;
  const inverse = new Map<string, Change>();
  const blocked: Blocked[] = [];
  for (const { header, sealed } of entries) {
    const rev = revOf(header);
    for (const one of sealed) {
      if ('digest' in one) {
        blocked.push({ ledger: '', id: '', title: '', why: '内容已按要求彻底清除，无法恢复' });
        continue;
      }
      const { ledger } = one.change;
      const change = upcastChange(one.change, state.ledger(ledger), header.versions[ledger]);
      const locked = purged ?? keptBy(header, change) ?? barred(change) ?? lockOn(state, change);
      if (locked !== undefined) blocked.push(blockedAs(state, change, locked));
      else if (currentRev(state, change) === rev) inverse.set(recordKey(ledger, change.id), invert(state, change, rev));
      else blocked.push(blockedAs(state, change, '之后又被修改过'));
    }
  }
  blockReferences(state, inverse, blocked);
  // Later changes go first, so that a record goes before the one it pointed at.
  return { batch, changes: [...inverse.values()].reverse(), blocked };
}

/**
 * A correction begins no record: what it creates stood already, deleted by one and changed by another who did not know of
 * each other, and was decided to be kept. Its inverse would be a deletion, not the undecided record from before.
 */
const keptBy = ({ reason }: EntryHeader, { kind }: Change): string | undefined =>
  reason.kind === 'correction' && kind === 'create' ? '处理冲突时决定保留它，要删除请直接删除' : undefined;

function lockOn(state: OfficeState, change: Change): string | undefined {
  const record = state.table(change.ledger).records.get(change.id);
  const ledger = state.ledger(change.ledger);
  if (!ledger || !record) return undefined;
  return ledger.undoBlocked?.(record.values, change) ?? yearLock(state, ledger, record, 'undo');
}

function currentRev(state: OfficeState, { kind, ledger, id }: Change): string | undefined {
  const table = state.table(ledger);
  return (kind === 'delete' ? table.deleted : table.records).get(id)?.rev;
}

function invert(state: OfficeState, change: Change, rev: string): Change {
  const { ledger, id } = change;
  const values = state.table(ledger).records.get(id)?.values ?? {};
  if (change.kind === 'create') return { kind: 'delete', ledger, id, rev, values };
  if (change.kind === 'delete') return { kind: 'create', ledger, id, rev, values: change.values };
  const lists = Object.entries(change.children).map(([field, rows]) => [field, invertChildChanges(rows)] as const);
  return {
    kind: 'update',
    ledger,
    id,
    rev,
    fields: invertFields(change.fields),
    children: Object.fromEntries(lists),
  };
}

/** Goes on until nothing more is blocked: a record that stays may keep the ones it points at from going. */
function blockReferences(state: OfficeState, inverse: Map<string, Change>, blocked: Blocked[]): void {
  for (;;) {
    const before = inverse.size;
    blockReferenced(state, inverse, blocked);
    blockDangling(state, inverse, blocked);
    if (inverse.size === before) return;
  }
}

function blockReferenced(state: OfficeState, inverse: Map<string, Change>, blocked: Blocked[]): void {
  const targets = new Map<string, Set<string>>();
  for (const { kind, ledger, id } of inverse.values()) {
    if (kind !== 'delete') continue;
    const ids = targets.get(ledger) ?? new Set();
    targets.set(ledger, ids.add(id));
  }
  if (targets.size === 0) return;
  for (const [key, referrers] of findReferrers(state, targets)) {
    const change = inverse.get(key);
    const live = referrers.filter(({ ledger, id }) => {
      const after = valuesAfter(state, inverse, ledger, id);
      const own = state.ledger(ledger);
      return after && own && referencesIn(own, after).some((one) => recordKey(one.ledger, one.id) === key);
    });
    if (change && live.length > 0) {
      blocked.push(blockedAs(state, change, `还被引用：${namesOf(state, live)}`));
      inverse.delete(key);
    }
  }
}

/** What comes back may not point at what has gone meanwhile. */
function blockDangling(state: OfficeState, inverse: Map<string, Change>, blocked: Blocked[]): void {
  for (const [key, change] of inverse) {
    const ledger = state.ledger(change.ledger);
    if (change.kind === 'delete' || !ledger) continue;
    const before = state.table(ledger.id).records.get(change.id);
    const had = new Set(
      (before ? referencesIn(ledger, before.values) : []).map((one) => recordKey(one.ledger, one.id)),
    );
    const after = valuesAfter(state, inverse, ledger.id, change.id) ?? {};
    const dangling = referencesIn(ledger, after).some(
      (one) => !had.has(recordKey(one.ledger, one.id)) && !valuesAfter(state, inverse, one.ledger, one.id),
    );
    if (!dangling) continue;
    blocked.push(blockedAs(state, change, '恢复后会引用已删除的记录，请先恢复被引用的记录'));
    inverse.delete(key);
  }
}

/** A record's values once the undo is done; undefined where it will not be there. */
function valuesAfter(
  state: OfficeState,
  inverse: ReadonlyMap<string, Change>,
  ledger: string,
  id: string,
): Values | undefined {
  const change = inverse.get(recordKey(ledger, id));
  const values = state.table(ledger).records.get(id)?.values;
  if (!change) return values;
  if (change.kind === 'delete') return undefined;
  if (change.kind === 'create') return change.values;
  const lists = Object.entries(change.children).map(
    ([field, rows]) => [field, applyChildChanges(childRows(values?.[field]), rows)] as const,
  );
  return { ...withFields(values ?? {}, change.fields), ...Object.fromEntries(lists) };
}

function blockedAs(state: OfficeState, { ledger: ledgerId, id, ...change }: Change, why: string): Blocked {
  const table = state.table(ledgerId);
  const ledger = state.ledger(ledgerId);
  const written = 'values' in change ? { id, rev: '', values: change.values } : undefined;
  return {
    ledger: ledgerId,
    id,
    title: titleOf(ledger, table.records.get(id) ?? table.deleted.get(id) ?? written),
    why,
  };
}
