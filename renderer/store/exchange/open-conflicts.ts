import {
  type Conflict,
  type ConflictSide,
  type MergedRecord,
  mergeRecord,
  type Write,
} from '../../../shared/exchange/merge-record.ts';
import { unitKey, workflowFields } from '../../../shared/exchange/merge-units.ts';
import { Seen } from '../../../shared/exchange/seen.ts';
import type { Entry } from '../../../shared/history/batch.ts';
import { childRows } from '../../../shared/history/child-rows.ts';
import { decodeEntry } from '../../../shared/history/encode.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import { recordKey, titleOf } from '../../../shared/history/references.ts';
import { batchIdOf, positionOf } from '../../../shared/history/rev.ts';
import { upcastChange } from '../../../shared/history/upcast-change.ts';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { STEPS_FIELD } from '../../../shared/kit/workflow.ts';
import type { EntryKey, Union } from '../database.ts';
import { masked } from '../masked.ts';
import { officeName } from '../office-name.ts';
import { Pace } from '../slices.ts';
import type { StoreCore } from '../store-core.ts';
import type { ShownConflict } from './exchange-api.ts';

export const conflictKey = ({ ledger, id, unit }: Conflict): string => `${recordKey(ledger, id)} ${unitKey(unit)}`;

/**
 * What is undecided now: of the contested records each with the writes the last merge found and those since. A conflict
 * that a batch decided is simply no longer there; nothing keeps a list that could drift from the log. Another office's
 * records are its own to decide, and who may not see one of the values is not asked.
 */
export async function openConflicts(core: StoreCore): Promise<readonly Conflict[]> {
  const reader = new WriteReader(core);
  const seen = new Seen(core.union.stretches);
  const pace = new Pace();
  const conflicts: Conflict[] = [];
  for (const contested of core.union.contested) {
    const { ledger, id } = contested;
    if (!isDecidedHere(core.state, contested) || core.clearance.hides(ledger, id)) continue;
    const merged = mergeRecord(core.state.ledger(ledger), await reader.writesOf(contested), seen);
    if (merged && maySee(core, merged)) conflicts.push(...merged.conflicts);
    await pace.rest();
  }
  return conflicts;
}

/** Whether this office decides about a record: another one's is read only here. */
export function isDecidedHere(state: OfficeState, { ledger, id }: Pick<Conflict, 'ledger' | 'id'>): boolean {
  const { records, deleted } = state.table(ledger);
  return (records.get(id) ?? deleted.get(id))?.office === undefined;
}

/** One of the values may be what makes a record restricted. */
function maySee({ clearance, state }: StoreCore, { record, conflicts }: MergedRecord): boolean {
  return conflicts.every(({ ledger, sides }) =>
    sides.every(({ values }) =>
      clearance.sees(state.ledger(ledger), { ...record, values: { ...record.values, ...values } }),
    ),
  );
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
    const table = this.#core.state.table(ledger);
    let rev = (table.records.get(id) ?? table.deleted.get(id))?.rev ?? '';
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

/** Conflicts as the page lists them, each value in words: like every list with personal data in stars. */
export function shownConflicts(core: StoreCore, conflicts: readonly Conflict[]): readonly ShownConflict[] {
  const { state, union } = core;
  const { nameOf } = core.context();
  return conflicts.map((conflict) => {
    const { ledger: ledgerId, id, unit, sides } = conflict;
    const ledger = state.ledger(ledgerId);
    const table = state.table(ledgerId);
    const record = table.records.get(id) ?? table.deleted.get(id);
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
        office: union.offices[state.offices.get(side.batch.chain) ?? ''] ?? officeName(state),
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
