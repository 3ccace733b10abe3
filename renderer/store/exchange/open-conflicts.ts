import { type Conflict, type ConflictSide, mergeRecord, type Write } from '../../../shared/exchange/merge-record.ts';
import { unitKey, workflowFields } from '../../../shared/exchange/merge-units.ts';
import { Seen } from '../../../shared/exchange/seen.ts';
import type { Entry } from '../../../shared/history/batch.ts';
import { childRows } from '../../../shared/history/child-rows.ts';
import { contextMaker } from '../../../shared/history/context.ts';
import { decodeEntry } from '../../../shared/history/encode.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import { recordKey, titleOf } from '../../../shared/history/references.ts';
import { batchIdOf, positionOf } from '../../../shared/history/rev.ts';
import { upcastChange } from '../../../shared/history/upcast-change.ts';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { withoutRestricted } from '../../../shared/kit/restricted.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { STEPS_FIELD } from '../../../shared/kit/workflow.ts';
import type { Clearance } from '../clearance.ts';
import type { EntryKey, Union } from '../database.ts';
import { officeName } from '../open/office-name.ts';
import { masked } from '../query/masked.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';
import type { ShownConflict } from './exchange-api.ts';

export const conflictKey = ({ ledger, id, unit }: Conflict): string => `${recordKey(ledger, id)} ${unitKey(unit)}`;

/**
 * What is undecided now: of the contested records each with the writes the last merge found and those since. A conflict
 * that a batch decided is simply no longer there; nothing keeps a list that could drift from the log.
 */
export async function openConflicts(core: StoreCore): Promise<readonly Conflict[]> {
  const reader = new WriteReader(core);
  const seen = new Seen(core.union.stretches);
  const pace = new Pace();
  const conflicts: Conflict[] = [];
  for (const contested of core.union.contested) {
    if (!isDecidedHere(core.state, contested)) continue;
    const ledger = core.state.ledger(contested.ledger);
    conflicts.push(...(mergeRecord(ledger, await reader.writesOf(contested), seen)?.conflicts ?? []));
    await pace.rest();
  }
  return askedOf(core.clearance, core.state, conflicts);
}

/**
 * Of the conflicts of a state those the operator is asked, and may know of. Another office's records are its own to
 * decide; a record that is restricted, or would be by one of the values, is not even counted for who may not see it.
 */
export function askedOf(clearance: Clearance, state: OfficeState, conflicts: readonly Conflict[]): readonly Conflict[] {
  const keyOf = ({ ledger, id }: Conflict) => recordKey(ledger, id);
  const barred = new Set(conflicts.filter((conflict) => !maySee(clearance, state, conflict)).map(keyOf));
  return conflicts.filter((conflict) => isDecidedHere(state, conflict) && !barred.has(keyOf(conflict)));
}

/** Whether this office decides about a record: another one's is read only here. */
const isDecidedHere = (state: OfficeState, conflict: RecordOf): boolean =>
  recordIn(state, conflict)?.office === undefined;

/** One of the values may be what makes a record restricted. */
function maySee(clearance: Clearance, state: OfficeState, conflict: Conflict): boolean {
  const ledger = state.ledger(conflict.ledger);
  const record = recordIn(state, conflict);
  return [{}, ...conflict.sides.map(({ values }) => values)].every(
    (values) => record && clearance.sees(ledger, { ...record, values: { ...record.values, ...values } }),
  );
}

type RecordOf = Pick<Conflict, 'ledger' | 'id'>;

function recordIn(state: OfficeState, { ledger, id }: RecordOf): LedgerRecord | undefined {
  const { records, deleted } = state.table(ledger);
  return records.get(id) ?? deleted.get(id);
}

/** Reads the writes of contested records; many of them stand in the same few entries. */
class WriteReader {
  readonly #core: StoreCore;
  readonly #entries = new Map<string, Entry | undefined>();

  constructor(core: StoreCore) {
    this.#core = core;
  }

  async writesOf({ ledger, id, writes }: Union['contested'][number]): Promise<readonly Write[]> {
    const known = new Set(writes.map((key) => key.join('/')));
    const since: EntryKey[] = [];
    let rev = recordIn(this.#core.state, { ledger, id })?.rev ?? '';
    for (let at = positionOf(rev); at && !known.has(rev); at = positionOf(rev)) {
      const key: EntryKey = [at.chain, at.sequence, at.part];
      since.unshift(key);
      rev = (await this.#write(key, ledger, id))?.change.rev ?? '';
    }
    const all = await Promise.all([...writes, ...since].map((key) => this.#write(key, ledger, id)));
    return all.flatMap((write) => write ?? []);
  }

  async #write(key: EntryKey, ledgerId: string, id: string): Promise<Write | undefined> {
    const entry = await this.#entry(key);
    for (const one of entry?.sealed ?? []) {
      if (!('change' in one) || one.change.id !== id || one.change.ledger !== ledgerId || !entry) continue;
      const { header } = entry;
      const change = upcastChange(one.change, this.#core.state.ledger(ledgerId), header.versions[ledgerId]);
      return { at: header, header, change };
    }
    return undefined;
  }

  async #entry(key: EntryKey): Promise<Entry | undefined> {
    const name = key.join('/');
    if (!this.#entries.has(name)) {
      const stored = await this.#core.parts.database.batches.get(key);
      this.#entries.set(name, stored && decodeEntry(stored.bytes));
    }
    return this.#entries.get(name);
  }
}

/** The records conflicts are of, as they are or as a merge would leave them, and what offices are called there. */
type Conflicted = { readonly state: OfficeState; readonly offices: Union['offices'] };

/** Conflicts as the page lists them, each value in words: like every list with personal data in stars. */
export function shownConflicts(
  { clearance, today, operator }: StoreCore,
  { state, offices }: Conflicted,
  conflicts: readonly Conflict[],
): readonly ShownConflict[] {
  const whole = contextMaker(state)(today, operator);
  const { nameOf } = clearance.isCleared ? whole : withoutRestricted(whole, (ledgerId) => state.ledger(ledgerId));
  return conflicts.map((conflict) => {
    const { ledger: ledgerId, id, unit, sides } = conflict;
    const ledger = state.ledger(ledgerId);
    const record = recordIn(state, conflict);
    return {
      key: conflictKey(conflict),
      ledger: ledgerId,
      id,
      ledgerTitle: ledger?.title ?? ledgerId,
      title: titleOf(ledger, ledger && record && masked(ledger, { ...record, derived: {} })),
      unit,
      label: labelOf(ledger, unit),
      sides: sides.map((side) => ({
        batch: batchIdOf(side.batch),
        office: offices[state.offices.get(side.batch.chain) ?? ''] ?? officeName(state),
        operator: side.operator,
        at: side.at,
        act: side.reason.text,
        text: ledger ? sideWords(ledger, conflict, shownSide(ledger, conflict, record, side), nameOf) : '',
      })),
    };
  });
}

/** A side as lists show its record: what is personal or restricted in stars. */
function shownSide(
  ledger: Ledger,
  { unit }: Conflict,
  record: LedgerRecord | undefined,
  side: ConflictSide,
): ConflictSide {
  const { values } = side;
  const written: Values = unit.kind === 'row' ? { [unit.field]: [{ ...values, id: unit.row }] } : values;
  const whole = { id: '', rev: '', values: { ...record?.values, ...written }, derived: {} };
  const shown = masked(ledger, whole).values;
  if (unit.kind === 'row') {
    const [row] = childRows(shown[unit.field]);
    const { id: _, ...cells } = row ?? { id: unit.row };
    return { ...side, values: cells };
  }
  return { ...side, values: Object.fromEntries(Object.entries(shown).filter(([field]) => field in values)) };
}

function labelOf(ledger: Ledger | undefined, unit: Conflict['unit']): string {
  if (unit.kind === 'record') return '整条记录';
  if (unit.kind === 'workflow') return '办理状态和结果';
  const label = ledger?.fields[unit.field]?.label ?? unit.field;
  return unit.kind === 'row' ? `${label}（其中一行）` : label;
}

type NameOf = (ledger: string, id: string) => string;

function sideWords(ledger: Ledger, { unit, sides }: Conflict, side: ConflictSide, nameOf: NameOf): string {
  if (unit.kind === 'record') return side.gone ? '已删除' : '保留，并有修改';
  if (side.gone) return '已删除这一行';
  if (unit.kind === 'field') return wordsOf(ledger.fields[unit.field], side.values[unit.field], nameOf) || '（空）';
  if (unit.kind === 'row') return listed(ledger.fields[unit.field]?.childFields ?? {}, side.values, nameOf);
  // Of a case and its decision only what differs; the steps stand in its timeline.
  const differing = [...workflowFields(ledger)].filter((field) => {
    const texts = new Set(sides.map(({ values }) => JSON.stringify(values[field])));
    return field !== STEPS_FIELD && texts.size > 1;
  });
  const fields = Object.fromEntries(Object.entries(ledger.fields).filter(([field]) => differing.includes(field)));
  const steps = (values: Values) => (Array.isArray(values[STEPS_FIELD]) ? values[STEPS_FIELD].length : 0);
  return listed(fields, side.values, nameOf) || `办理过程 ${steps(side.values)} 步`;
}

const listed = (fields: Ledger['fields'], values: Values, nameOf: NameOf): string =>
  Object.entries(fields)
    .map(([field, spec]) => [spec.label, wordsOf(spec, values[field], nameOf)] as const)
    .filter(([, words]) => words !== '')
    .map(([label, words]) => `${label}：${words}`)
    .join('；');

const wordsOf = (spec: Ledger['fields'][string] | undefined, value: Values[string], nameOf: NameOf): string =>
  spec ? formatValue(value, spec, nameOf) : String(value ?? '');
