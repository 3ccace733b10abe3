import { findReferrers, recordKey } from '../../shared/history/references.ts';
import { caseReferences, isCaseLedger } from '../../shared/kit/case-links.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import { stateOf } from '../../shared/kit/steps.ts';
import type { LedgerRecord, Values } from '../../shared/kit/values.ts';
import type { CaseNames, LinkedCase } from './store-api.ts';
import type { StoreCore } from './store-core.ts';

/** What the cases are called that these values refer to; undefined where they refer to none. */
export function namesIn(core: StoreCore, ledger: Ledger, values: Values): CaseNames | undefined {
  const references = caseReferences(ledger, values, (id) => core.state.ledger(id));
  if (references.length === 0) return undefined;
  const { nameOf } = core.context();
  return Object.fromEntries(references.map(({ ledger: ledgerId, id }) => [id, nameOf(ledgerId, id)]));
}

function linked(core: StoreCore, ledgerId: string, id: string, by: string): readonly LinkedCase[] {
  const ledger = core.state.ledger(ledgerId);
  const record = core.state.table(ledgerId).records.get(id);
  if (!ledger || !record) return [];
  const hidden = core.clearance.hides(ledgerId, id);
  const { workflow } = ledger;
  const state = hidden ? undefined : workflow?.states[stateOf(record, workflow)]?.title;
  return [{ ledger: ledgerId, id, name: core.context().nameOf(ledgerId, id), by, state: state ?? '', hidden }];
}

/** The cases a record refers to: what it came from. */
export const refersTo = (core: StoreCore, ledger: Ledger, { values }: LedgerRecord): readonly LinkedCase[] =>
  caseReferences(ledger, values, (id) => core.state.ledger(id)).flatMap(({ label, ledger: ledgerId, id }) =>
    linked(core, ledgerId, id, label),
  );

/**
 * The cases that refer to one: what came of it. Registers are referred to by everything, and are not asked. A case that both
 * name is told once, by what this one calls it.
 */
export function referredBy(core: StoreCore, ledger: Ledger, record: LedgerRecord): readonly LinkedCase[] {
  const { state } = core;
  if (!isCaseLedger(ledger)) return [];
  const own = caseReferences(ledger, record.values, (id) => state.ledger(id));
  const told = new Set(own.map((one) => recordKey(one.ledger, one.id)));
  const key = recordKey(ledger.id, record.id);
  const referrers = findReferrers(state, new Map([[ledger.id, new Set([record.id])]])).get(key) ?? [];
  return referrers.flatMap(({ ledger: from, id: referrer, field }) => {
    const source = state.ledger(from);
    if (!source || !isCaseLedger(source) || told.has(recordKey(from, referrer))) return [];
    return linked(core, from, referrer, source.fields[field]?.label ?? field);
  });
}
