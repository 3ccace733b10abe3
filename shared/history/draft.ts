import { LATE_FIELD } from '../kit/case-life.ts';
import { type Complaint, error, hasError, warning } from '../kit/complaint.ts';
import { decidedFields, decidedWords } from '../kit/decisions.ts';
import { grouped } from '../kit/grouped.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { startingState, stateByFields } from '../kit/steps.ts';
import { validateValues } from '../kit/validate.ts';
import type { ChildRow, LedgerRecord, Rev, Value, Values } from '../kit/values.ts';
import { STATE_FIELD } from '../kit/workflow.ts';
import { BatchRecords } from './batch-records.ts';
import type { Change, ChildChange, ReasonKind } from './change.ts';
import { childRows, diffChildRows } from './child-rows.ts';
import { lateYear, onlyHandsOver, yearLock } from './closed-years.ts';
import { changedFields, withoutBlanks } from './field-changes.ts';
import { behindMask, strayMasks } from './masked-values.ts';
import { type Counters, nextNumber } from './numbering.ts';
import type { OfficeState } from './office-state.ts';
import { findReferrers, namesOf, type Referrer, recordKey, referencesIn, titleOf } from './references.ts';
import { restrictions } from './restricted-sources.ts';
import { joinedInOrder } from './stable-json.ts';

/** What a clerk asks to have written. The store fills in ids, numbers and what stood there before. */
export type Draft =
  /** `id` is given where other drafts of the same batch point at the new record: a department an import registers. */
  | { readonly kind: 'create'; readonly ledger: string; readonly values: Values; readonly id?: string }
  | {
      readonly kind: 'edit';
      readonly ledger: string;
      readonly id: string;
      readonly rev: Rev;
      readonly patch: Values;
      readonly clear?: readonly string[];
    }
  | { readonly kind: 'delete'; readonly ledger: string; readonly id: string; readonly rev: Rev };

export type DraftSetting = {
  readonly state: OfficeState;
  readonly context: LedgerContext;
  readonly reason: ReasonKind;
  readonly newId: () => string;
  /** Series letter of this installation's numbers, '' on the first PC. */
  readonly series: string;
};

export type DraftResult =
  | { readonly changes: readonly Change[]; readonly warnings: readonly Complaint[] }
  | { readonly complaints: readonly Complaint[] };

/** What is listed under 待补 and never told in a notice. */
const WANTED = 'field/wanted';

/** What comes in from a sheet, unread by the clerk as far as its length goes. */
const FROM_SHEETS: readonly ReasonKind[] = ['import', 'opening'];

/** Decisions change only so: taken, corrected (更正), or brought in as they stood (存量导入). */
const DECIDING: readonly ReasonKind[] = ['transition', 'correction', 'opening'];

/**
 * Turns drafts into changes, or into every complaint that stands against them: then nothing of them may be written.
 * Pure: the state and its counters stay as they are until the changes are applied.
 */
export function planDrafts(setting: DraftSetting, drafts: readonly Draft[]): DraftResult {
  const planning = new DraftPlanning(setting, drafts);
  for (const _ of planning.steps()) {
    // Small batches need no pause.
  }
  return planning.result();
}

type Planned = { readonly change: Change; readonly after?: Values; readonly before?: LedgerRecord };

/** The same, step by step, for bulk writes that must let others have their turn. */
export class DraftPlanning {
  readonly #setting: DraftSetting;
  readonly #drafts: readonly Draft[];
  readonly #complaints: Complaint[] = [];
  readonly #warnings: Complaint[] = [];
  readonly #planned: Planned[] = [];
  readonly #pending = new BatchRecords();
  readonly #counters = new Map<string, Counters>();
  /** The child lists of each ledger met. */
  readonly #lists = new Map<Ledger, readonly string[]>();

  constructor(setting: DraftSetting, drafts: readonly Draft[]) {
    this.#setting = setting;
    this.#drafts = drafts;
  }

  *steps(): Generator<undefined> {
    for (const draft of this.#drafts) {
      this.#plan(draft);
      yield;
    }
    this.#restrictSources();
    const context = this.#contextAfter();
    for (const planned of this.#planned) {
      this.#validate(planned, context);
      yield;
    }
    this.#checkDeletions();
  }

  result(): DraftResult {
    if (hasError(this.#complaints)) return { complaints: [...this.#complaints, ...this.#warnings] };
    if (this.#planned.length === 0) {
      return { complaints: [error('record/unchanged', '没有需要保存的改动，已保存的内容不变。')] };
    }
    return { changes: this.#planned.map(({ change }) => change), warnings: this.#warnings };
  }

  #plan(draft: Draft): void {
    const ledger = this.#setting.state.ledger(draft.ledger);
    if (!ledger) this.#refuse('record/unknown-ledger', `没有“${draft.ledger}”这个台账。没有写入任何数据。`);
    else if (draft.kind === 'create') this.#planCreate(ledger, draft);
    else this.#planExisting(ledger, draft);
  }

  #planCreate(ledger: Ledger, draft: Draft & { readonly kind: 'create' }): void {
    const id = draft.id ?? this.#setting.newId();
    const table = this.#setting.state.table(ledger.id);
    if (table.records.has(id) || this.#pending.has(ledger.id, id)) {
      this.#refuse('record/exists', `“${titleOf(ledger, table.records.get(id))}”已经登记过。没有写入任何数据。`);
      return;
    }
    const given = this.#withRowIds(ledger, withoutBlanks(draft.values));
    // A clerk may know a person as 王* and no more; a sheet's stars come from a masked export.
    if (FROM_SHEETS.includes(this.#setting.reason)) this.#complaints.push(...strayMasks(ledger.fields, given));
    this.#refuseDecisions(ledger, Object.keys(given));
    const values = joinedInOrder(given, { ...this.#filledIn(ledger, given), ...this.#markedLate(ledger, given) });
    const rev = table.deleted.get(id)?.rev ?? '';
    this.#pending.set(ledger.id, id, { id, rev, values });
    this.#planned.push({ change: { kind: 'create', ledger: ledger.id, id, rev, values }, after: values });
  }

  /** What the program fills in: the number, and the state the record begins at. */
  #filledIn(ledger: Ledger, values: Values): Values {
    const { numbering, workflow } = ledger;
    const initial =
      workflow && values[STATE_FIELD] === undefined ? { [STATE_FIELD]: startingState(values, workflow) } : {};
    if (!numbering || values[numbering.field] !== undefined) return initial;
    const number = nextNumber(this.#countersOf(ledger), ledger, values, this.#setting.series);
    return number === undefined ? initial : { ...initial, [numbering.field]: number };
  }

  /** 补录: a row for a year that is closed is taken, and says so, so that what was reported can be told from what came later. */
  #markedLate(ledger: Ledger, values: Values): Values {
    const year = lateYear(this.#setting.state, ledger, values);
    if (year === undefined) return {};
    const isSaid = this.#warnings.some(({ code }) => code === 'year/late');
    const message = `${year} 年已结转，这次是补录，已注明补录年度，上报过的数以差异列示。`;
    if (!isSaid) this.#warnings.push(warning('year/late', message));
    return { [LATE_FIELD]: year };
  }

  #countersOf({ id }: Ledger): Counters {
    const copy = this.#counters.get(id) ?? new Map(this.#setting.state.table(id).counters);
    this.#counters.set(id, copy);
    return copy;
  }

  #planExisting(ledger: Ledger, draft: Exclude<Draft, { readonly kind: 'create' }>): void {
    const record = this.#setting.state.table(ledger.id).records.get(draft.id);
    if (record === undefined) {
      this.#refuse('record/gone', `要改的${ledger.noun}已被删除，没有写入任何数据。可到回收站找回后再改。`);
      return;
    }
    if (record.office !== undefined) {
      const title = titleOf(ledger, record);
      this.#refuse(
        'record/other-office',
        `“${title}”是别的单位登记的，这里只能查看。没有写入任何数据，请由登记单位修改。`,
      );
      return;
    }
    if (record.rev !== draft.rev || this.#pending.has(ledger.id, draft.id)) {
      const title = titleOf(ledger, record);
      this.#refuse('record/changed', `这条记录已被修改（${title}），这次没有写入任何数据。请看过最新内容后再改。`);
      return;
    }
    const isHandedOver =
      draft.kind === 'edit' && onlyHandsOver(ledger, record, draft.patch) && draft.clear === undefined;
    const closed = isHandedOver ? undefined : yearLock(this.#setting.state, ledger, record, this.#setting.reason);
    if (closed !== undefined) {
      this.#refuse('year/closed', `“${titleOf(ledger, record)}”没有改动：${closed}。这次没有写入任何数据。`);
      return;
    }
    if (draft.kind === 'delete') {
      const { id, rev, values } = record;
      // A deletion takes back that the record was ever entered: what locks its creation against undo locks it.
      const locked = ledger.undoBlocked?.(values, { kind: 'create', ledger: ledger.id, id, rev, values });
      if (locked !== undefined) {
        this.#refuse('record/locked', `“${titleOf(ledger, record)}”不能删除：${locked}。没有删除任何记录。`);
        return;
      }
      this.#pending.set(ledger.id, id, undefined);
      this.#planned.push({ change: { kind: 'delete', ledger: ledger.id, id, rev, values } });
    } else this.#planEdit(ledger, record, draft);
  }

  #planEdit(ledger: Ledger, record: LedgerRecord, draft: Draft & { readonly kind: 'edit' }): void {
    const cleared = Object.fromEntries((draft.clear ?? []).map((fieldId) => [fieldId, undefined]));
    const patch = this.#withRowIds(ledger, this.#withoutMasks(ledger, record, { ...draft.patch, ...cleared }));
    const { id, rev, values } = record;
    const typed = withoutBlanks({ ...values, ...patch });
    const state = stateByFields(ledger.workflow, typed, patch);
    const after = state === undefined ? typed : { ...typed, [STATE_FIELD]: state };
    const children: { [fieldId: string]: readonly ChildChange[] } = {};
    const plain: { [fieldId: string]: Value | undefined } = {};
    for (const [fieldId, value] of Object.entries(patch)) {
      if (ledger.fields[fieldId]?.kind !== 'children') plain[fieldId] = value;
      else {
        const changes = diffChildRows(childRows(values[fieldId]), childRows(value));
        if (changes.length > 0) children[fieldId] = changes;
      }
    }
    const old = Object.fromEntries(Object.keys(plain).map((fieldId) => [fieldId, values[fieldId]]));
    const fields = changedFields(old, plain);
    const touched = [...Object.keys(fields), ...Object.keys(children)];
    if (touched.length === 0) return;
    this.#refuseDecisions(ledger, touched, decidedFields(ledger.workflow, values));
    const moved = changedFields({ [STATE_FIELD]: values[STATE_FIELD] }, { [STATE_FIELD]: after[STATE_FIELD] });
    const written = state === undefined ? fields : { ...fields, ...moved };
    this.#pending.set(ledger.id, id, { id, rev, values: after });
    this.#planned.push({
      change: { kind: 'update', ledger: ledger.id, id, rev, fields: written, children },
      after,
      before: record,
    });
  }

  /** What a restricted record is made from is restricted in the same batch, and comes back with its undo. */
  #restrictSources(): void {
    const { record } = this.#contextAfter();
    for (const { change, after } of restrictions(this.#planned, this.#setting.state, record)) {
      this.#pending.set(change.ledger, change.id, after);
      this.#planned.push({ change });
    }
  }

  /** Stars are how personal data is shown, never what is stored. */
  #withoutMasks(ledger: Ledger, { values }: LedgerRecord, patch: Values): Values {
    const real: { [fieldId: string]: Value | undefined } = { ...patch };
    for (const [fieldId, value] of Object.entries(patch)) {
      const field = ledger.fields[fieldId];
      if (field === undefined) continue;
      const behind = behindMask(value, values[fieldId], field);
      if (JSON.stringify(behind) === JSON.stringify(value)) continue;
      real[fieldId] = behind;
      const isSaid = this.#warnings.some((one) => one.code === 'personal/masked' && one.field === fieldId);
      const message = `“${field.label}”里是带星号的遮盖内容，已保留原来的值。`;
      if (!isSaid) this.#warnings.push(warning('personal/masked', message, fieldId));
    }
    return real;
  }

  #refuseDecisions(ledger: Ledger, touched: readonly string[], decided: ReadonlySet<string> = new Set()): void {
    if (DECIDING.includes(this.#setting.reason)) return;
    for (const fieldId of touched) {
      const field = ledger.fields[fieldId];
      if (field?.decision) {
        const message = `“${field.label}”是办理结果，只能通过办理环节、更正或存量导入改变。没有写入任何数据。`;
        this.#complaints.push(error('decision/edit', message, fieldId));
      } else if (field && decided.has(fieldId)) {
        this.#complaints.push(error('decision/taken', `${decidedWords(field.label)}没有写入任何数据。`, fieldId));
      }
    }
  }

  /** New child rows get ids; rows that have one keep it, by it they are recognised later. */
  #withRowIds(ledger: Ledger, values: Values): Values {
    const lists = this.#listsOf(ledger).filter((fieldId) => fieldId in values);
    if (lists.length === 0) return values;
    const withId = (row: ChildRow): ChildRow => ({ ...withoutBlanks(row), id: row.id || this.#setting.newId() });
    return { ...values, ...Object.fromEntries(lists.map((list) => [list, childRows(values[list]).map(withId)])) };
  }

  #listsOf(ledger: Ledger): readonly string[] {
    const lists =
      this.#lists.get(ledger) ??
      Object.keys(ledger.fields).filter((fieldId) => ledger.fields[fieldId]?.kind === 'children');
    this.#lists.set(ledger, lists);
    return lists;
  }

  /**
   * What is wrong with the record as it will stand. An edit is not held to what it did not touch: a field that became
   * required later, or a reference merged away, binds new input only. Nor does an act say a warning again that stood beside
   * such a field before; an edit does, because looking for it a second time would cost what an edit may take.
   */
  #validate({ change, after, before }: Planned, context: LedgerContext): void {
    const ledger = this.#setting.state.ledger(change.ledger);
    if (!ledger || !after) return;
    const complaints = validateValues(ledger, after, context, change.id);
    const isAct = this.#setting.reason === 'transition';
    const matters = complaints.some(({ severity, code }) => severity === 'error' || (isAct && code !== WANTED));
    const old = before && matters ? validateValues(ledger, before.values, context, change.id) : [];
    const touched = change.kind === 'update' ? { ...change.fields, ...change.children } : undefined;
    for (const complaint of complaints) {
      const field = complaint.field?.split(/[[.]/)[0];
      const known = old.some((one) => one.code === complaint.code && one.message === complaint.message);
      const untouched = known && touched !== undefined && !(field !== undefined && field in touched);
      if (complaint.severity === 'error' && !untouched) this.#complaints.push(complaint);
      else if (complaint.severity === 'error' || !(isAct && untouched)) {
        this.#warnings.push(complaint.severity === 'warning' ? complaint : { ...complaint, severity: 'warning' });
      }
    }
  }

  /** A live reference counts as a later change: what others point at stays, unless they go or let go in the same batch. */
  #checkDeletions(): void {
    const deleted = this.#planned.flatMap(({ change }) => (change.kind === 'delete' ? [change] : []));
    if (deleted.length === 0) return;
    const { state } = this.#setting;
    const targets = grouped(deleted, ({ ledger }) => ledger);
    const referrers = findReferrers(
      state,
      new Map([...targets].map(([ledger, changes]) => [ledger, new Set(changes.map(({ id }) => id))])),
    );
    for (const { ledger: ledgerId, id } of deleted) {
      const key = recordKey(ledgerId, id);
      const live = (referrers.get(key) ?? []).filter((referrer) => this.#stillRefers(referrer, key));
      if (live.length === 0) continue;
      const ledger = state.ledger(ledgerId);
      const title = titleOf(ledger, state.table(ledgerId).records.get(id));
      this.#refuse('record/referenced', `“${title}”还被引用，不能删除：${namesOf(state, live)}。没有删除任何记录。`);
    }
  }

  /** Whether a record that points at another now will do so once the batch is written. */
  #stillRefers({ ledger: ledgerId, id }: Referrer, target: string): boolean {
    if (!this.#pending.has(ledgerId, id)) return true;
    const ledger = this.#setting.state.ledger(ledgerId);
    const after = this.#pending.get(ledgerId, id);
    if (!ledger || !after) return false;
    return referencesIn(ledger, after.values).some((one) => recordKey(one.ledger, one.id) === target);
  }

  #contextAfter(): LedgerContext {
    return this.#pending.in(this.#setting.context, this.#setting.state);
  }

  #refuse(code: string, message: string): void {
    this.#complaints.push(error(code, message));
  }
}
