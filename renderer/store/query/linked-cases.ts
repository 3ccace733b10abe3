import type { OfficeState } from '../../../shared/history/office-state.ts';
import { fieldsNaming, recordKey, referenceMarks, targetLedgers } from '../../../shared/history/references.ts';
import { caseReferences, isCaseLedger } from '../../../shared/kit/case-links.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { MarksOf } from '../../../shared/kit/ledger-context.ts';
import { stateOf } from '../../../shared/kit/steps.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import type { CaseNames, LinkedCase } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';

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

const marksIn = new WeakMap<OfficeState, ReadonlyMap<Ledger, MarksOf>>();

/** Ledgers of cases that refer to cases, with what their rows are found by: the cases each of them names. */
function caseMarks(state: OfficeState): ReadonlyMap<Ledger, MarksOf> {
  const known = marksIn.get(state);
  if (known) return known;
  const cases = new Map([...state.ledgers].filter(isCaseLedger).map((ledger) => [ledger.id, ledger]));
  const referring = [...cases.values()].filter((ledger) => targetLedgers(ledger).some((target) => cases.has(target)));
  const marks = new Map(referring.map((ledger) => [ledger, referenceMarks(ledger, cases)]));
  marksIn.set(state, marks);
  return marks;
}

/**
 * The cases that refer to one: what came of it. Registers are referred to by everything, and are not asked. A case that both
 * name is told once, by what this one calls it.
 */
export function referredBy(core: StoreCore, ledger: Ledger, record: LedgerRecord): readonly LinkedCase[] {
  const { state } = core;
  if (!isCaseLedger(ledger)) return [];
  const own = caseReferences(ledger, record.values, (id) => state.ledger(id));
  const told = new Set(own.map((one) => recordKey(one.ledger, one.id)));
  const named = { ledger: ledger.id, id: record.id };
  const key = recordKey(named.ledger, named.id);
  return [...caseMarks(state)].flatMap(([source, marksOf]) => {
    if (!targetLedgers(source).includes(ledger.id)) return [];
    const referrers = state.index(source.id, marksOf).find(state.table(source.id), [key]);
    return referrers.flatMap(({ id, values }) =>
      told.has(recordKey(source.id, id))
        ? []
        : fieldsNaming(source, values, named).flatMap((field) =>
            linked(core, source.id, id, source.fields[field]?.label ?? field),
          ),
    );
  });
}
