import type { FieldsChangedHere } from '../../history/changed-here.ts';
import { strayMasks } from '../../history/masked-values.ts';
import { isBlank } from '../../kit/blank.ts';
import { type Complaint, errorsOf, hasError, warning } from '../../kit/complaint.ts';
import { decidedFields, decidedWords } from '../../kit/decisions.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { validateValues } from '../../kit/validate.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { CUT_ROW } from './cut-rows.ts';
import { differenceLabels, differencesOf } from './differences.ts';
import { type Draft, HIDDEN_ROW } from './draft-row.ts';
import type { ImportChoices } from './import-choices.ts';
import type { FieldDifference, PlanRow, RowStatus } from './plan.ts';
import { SameIndex, sameKeys } from './same-rows.ts';

export type FateQuestion = {
  readonly ledger: Ledger;
  readonly context: LedgerContext;
  readonly stored: StoredRecords;
  /** Rows of the file above this one, and the stored records they were found to be. */
  readonly seen: SameIndex<PlanRow>;
  readonly met: ReadonlyMap<string, number>;
  readonly choices: ImportChoices;
  /** A row of the file in words. */
  readonly rowName: (row: number) => string;
  /** What was changed by hand in a stored record since an import last wrote it. */
  readonly changedHere: (record: LedgerRecord) => FieldsChangedHere | undefined;
};

const sameRecords = (ledger: Ledger) => new SameIndex<LedgerRecord>(ledger, ({ values }) => values);

/** The records a row may turn out to be, set up once for looking them up, however often their sheet is planned anew. */
export class StoredRecords {
  byNumber: ReadonlyMap<string, LedgerRecord> = new Map();
  same: SameIndex<LedgerRecord>;
  #isWhole = false;

  constructor(private readonly ledger: Ledger) {
    this.same = sameRecords(ledger);
  }

  /** Sets them up, with a stop after each record. */
  *fill(records: () => readonly LedgerRecord[]): Generator<number> {
    if (this.#isWhole) return;
    const { numbering } = this.ledger;
    const byNumber = new Map<string, LedgerRecord>();
    const same = sameRecords(this.ledger);
    for (const record of records()) {
      const number = numbering && record.values[numbering.field];
      if (typeof number === 'string') byNumber.set(number, record);
      same.add(sameKeys(this.ledger, record.values), record);
      yield 0;
    }
    this.byNumber = byNumber;
    this.same = same;
    this.#isWhole = true;
  }
}

/** What becomes of a row, held against what is stored, the rows above it, and what the clerk decided. */
export function fateOf(draft: Draft, question: FateQuestion): PlanRow {
  const { ledger, context, stored, seen, choices } = question;
  if (choices.setAside.has(draft.row)) return rowOf({ ...draft, warnings: [] }, 'setAside', 'skip', '');
  // Its cells stand under the wrong headers: nothing of it is to be believed.
  if (draft.errors.some(({ code }) => code === CUT_ROW)) return heldBack(draft, draft.errors);
  const numbered = draft.identity === undefined ? undefined : stored.byNumber.get(draft.identity);
  if (numbered !== undefined) return metBefore(draft, numbered, question) ?? foundByNumber(draft, numbered, question);
  const itself = recordItself(draft, question);
  if (itself !== undefined)
    return unchanged(
      asItself(draft, itself, question),
      itself,
      `与已有记录“${context.nameOf(ledger.id, itself.id)}”完全相同`,
    );
  if (draft.errors.length > 0) return heldBack(draft, draft.errors);
  const choice = choices.duplicates.get(draft.row);
  const createOrSkip = choice === 'create' ? 'create' : 'skip';
  const labelsOf = (fields: readonly string[]) =>
    fields.map((field) => ledger.fields[field]?.label ?? field).join('、');
  const before = seen.find(draft.keys);
  const [earlier] = before.found;
  if (earlier !== undefined) {
    const reason = `${labelsOf(before.by)}与${question.rowName(earlier.row)}相同`;
    return rowOf(draft, 'duplicateInFile', createOrSkip, reason);
  }
  const resembling = stored.same.findPlaced(draft.keys);
  const [same, another] = resembling.found;
  const labels = labelsOf(resembling.by);
  if (same === undefined) {
    const masked = strayMasks(ledger.fields, draft.values);
    return masked.length > 0 ? heldBack(draft, masked) : rowOf(draft, 'new', 'create', numberUnknown(draft));
  }
  if (another !== undefined) {
    return rowOf(draft, 'ambiguous', createOrSkip, `${labels}与已有的多条记录相同，不能确定是哪一条`);
  }
  const again = metBefore(draft, same, question);
  if (again !== undefined) return again;
  const { draft: told, differences, isDecided } = heldAgainst(draft, same, question);
  const called = context.nameOf(ledger.id, same.id);
  if (differences.length === 0) return unchanged(told, same, sameWords(isDecided, `与已有记录“${called}”`));
  const found = `${labels}与已有记录“${called}”相同`;
  const changed = question.changedHere(same);
  if (isConflict(differences, changed)) {
    return conflict(told, same, sidesOf(told, differences, question, 'here', changed), found, question);
  }
  const errors = choice === 'update' ? updateErrors(told, same, differences, question) : [];
  if (errors.length > 0) return heldBack(told, errors, same, differences);
  const reason = `${found}，但${differenceLabels(ledger, differences)}不同`;
  return rowOf(told, 'suspectedDuplicate', choice ?? 'skip', reason, same, differences);
}

/** More records alike than these are a poor sheet, not a ledger's own export. */
const MOST_ALIKE = 100;

/**
 * Among several records that resemble a row the one that is equal to it, so that a ledger's own export comes back to its
 * own records; and the one a rule of the whole ledger holds against the row (a name taken: by this very record).
 */
function recordItself(draft: Draft, { ledger, stored, met }: FateQuestion): LedgerRecord | undefined {
  const { found } = stored.same.find(draft.keys);
  const isDoubtful = found.length > 1 || (found.length === 1 && draft.errors.length > 0);
  if (!isDoubtful || found.length > MOST_ALIKE || draft.cells.some(({ complaints }) => hasError(complaints)))
    return undefined;
  const equal = found.filter((one) => !met.has(one.id) && differencesOf(ledger, draft.values, one).length === 0);
  const filled = ({ values }: LedgerRecord) => Object.keys(values).length;
  return equal.toSorted((left, right) => filled(left) - filled(right))[0];
}

/** A record is written once in an import: a second row that is found to be it says nothing new. */
function metBefore(draft: Draft, existing: LedgerRecord, { met, rowName }: FateQuestion): PlanRow | undefined {
  const earlier = met.get(existing.id);
  if (earlier === undefined) return undefined;
  return rowOf(draft, 'duplicateInFile', 'skip', `与${rowName(earlier)}是同一条记录`);
}

/** The sheet names the record itself by its number: what it fills goes in, but for what was changed here meanwhile. */
function foundByNumber(draft: Draft, existing: LedgerRecord, question: FateQuestion): PlanRow {
  const { ledger, choices } = question;
  const { draft: told, differences, isDecided } = heldAgainst(draft, existing, question);
  const choice = choices.duplicates.get(draft.row);
  if (choice !== 'update' && isAnother(draft, differences, ledger)) {
    if (choice === 'create' && draft.errors.length > 0) return heldBack(draft, draft.errors);
    const differing = differenceLabels(
      ledger,
      differences.filter(({ field }) => ledger.sameAs.includes(field)),
    );
    const reason = `编号 ${draft.identity} 在本台账是另一${ledger.noun}：${differing}都不同，可能是别处的编号`;
    return rowOf(draft, 'suspectedDuplicate', choice ?? 'skip', reason, existing, differences);
  }
  const changed = question.changedHere(existing);
  if (isConflict(differences, changed)) {
    const sided = sidesOf(told, differences, question, 'sheet', changed);
    return conflict(told, existing, sided, `编号 ${draft.identity} 已有`, question);
  }
  const errors = updateErrors(told, existing, differences, question);
  if (errors.length > 0) return heldBack(told, errors, existing, differences);
  if (differences.length === 0) return unchanged(told, existing, sameWords(isDecided, `与已有的 ${draft.identity} `));
  const reason = `更新 ${draft.identity} 的${differenceLabels(question.ledger, differences)}`;
  return rowOf(told, 'update', 'update', reason, existing, differences);
}

/** Another office numbers its cases in the same way: nothing by which the ledger knows a case again is equal. */
function isAnother({ values }: Draft, differences: readonly FieldDifference[], { sameAs }: Ledger): boolean {
  const told = sameAs.filter((field) => !isBlank(values[field]));
  return (
    told.length > 1 && told.every((field) => differences.some((one) => one.field === field && !isBlank(one.before)))
  );
}

/** A row judged as the record it was found to be, which resembles no other by resembling itself. */
function asItself(draft: Draft, existing: LedgerRecord, { ledger, context }: FateQuestion): Draft {
  if (draft.warnings.length === 0) return draft;
  const ofRecord = validateValues(ledger, { ...existing.values, ...draft.values }, context, existing.id);
  const stands = (one: Complaint) => ofRecord.some(({ code, field }) => code === one.code && field === one.field);
  const isOfCells = (one: Complaint) => draft.cells.some(({ complaints }) => complaints.includes(one));
  const warnings = draft.warnings.filter((one) => one.code === HIDDEN_ROW || isOfCells(one) || stands(one));
  return warnings.length === draft.warnings.length ? draft : { ...draft, warnings };
}

type HeldAgainst = {
  /** The row judged as that record. */
  readonly draft: Draft;
  readonly differences: readonly FieldDifference[];
  /** Whether anything differs that an act has decided. */
  readonly isDecided: boolean;
};

/** What differs, but for what acts have decided: that stays as it is, and the row says so. */
function heldAgainst(row: Draft, existing: LedgerRecord, question: FateQuestion): HeldAgainst {
  const { ledger } = question;
  const draft = asItself(row, existing, question);
  const all = differencesOf(ledger, draft.values, existing);
  const decided = all.length === 0 ? new Set<string>() : decidedFields(ledger.workflow, existing.values);
  const differences = all.filter(({ field }) => !decided.has(field));
  if (differences.length === all.length) return { draft, differences, isDecided: false };
  const warnings = all.flatMap(({ field }) => {
    const label = ledger.fields[field]?.label ?? field;
    return decided.has(field) ? [warning('decision/taken', `${decidedWords(label)}导入不改这一栏。`, field)] : [];
  });
  return { draft: { ...draft, warnings: [...draft.warnings, ...warnings] }, differences, isDecided: true };
}

/** Why nothing is written: equal, or equal but for what the sheet may not change. */
const sameWords = (isDecided: boolean, whom: string): string =>
  isDecided ? `${whom}相同；办理环节写入的内容与本表不同，不由导入改变` : `${whom}完全相同`;

const isConflict = (differences: readonly FieldDifference[], changed: FieldsChangedHere = new Map()): boolean =>
  differences.some(({ field }) => changed.has(field));

/** Each difference with the side that holds: the clerk's choice, else what is here where it was changed here. */
function sidesOf(
  draft: Draft,
  differences: readonly FieldDifference[],
  { choices }: FateQuestion,
  otherwise: 'here' | 'sheet',
  changed: FieldsChangedHere = new Map(),
): readonly FieldDifference[] {
  const chosen = choices.sides.get(draft.row);
  return differences.map((difference) => {
    const changedHere = changed.get(difference.field);
    const side = chosen?.get(difference.field) ?? (changedHere ? 'here' : otherwise);
    return { ...difference, kept: side === 'here', ...(changedHere ? { changedHere } : {}) };
  });
}

/** The record was changed here since the last import, and the sheet says otherwise. */
function conflict(
  draft: Draft,
  existing: LedgerRecord,
  differences: readonly FieldDifference[],
  found: string,
  question: FateQuestion,
): PlanRow {
  const taken = differences.filter(({ kept }) => !kept);
  const isNew = draft.identity === undefined && question.choices.duplicates.get(draft.row) === 'create';
  const errors = isNew ? [] : updateErrors(draft, existing, taken, question);
  if (errors.length > 0) return heldBack(draft, errors, existing, differences);
  const here = differences.filter(({ changedHere }) => changedHere !== undefined);
  const reason = `${found}；上次导入后，${differenceLabels(question.ledger, here)}在这里改过，与本表不同，请选定用哪一个`;
  const action = isNew ? 'create' : taken.length > 0 ? 'update' : 'skip';
  return rowOf(draft, 'conflict', action, reason, existing, differences);
}

/** What the sheet says goes in; it is judged together with what stays stored. */
function updateErrors(
  draft: Draft,
  existing: LedgerRecord,
  taken: readonly FieldDifference[],
  { ledger, context }: FateQuestion,
): readonly Complaint[] {
  const touched = new Set(taken.map(({ field }) => field));
  const after = Object.fromEntries(taken.map((difference) => [difference.field, difference.after]));
  const judged = validateValues(ledger, { ...existing.values, ...after }, context, existing.id);
  return errorsOf([
    ...draft.cells.flatMap((cell) => (draft.leftEmpty.includes(cell.field) ? [] : cell.complaints)),
    ...judged.filter((one) => one.field !== undefined && touched.has(one.field)),
  ]);
}

function unchanged(draft: Draft, existing: LedgerRecord, reason: string): PlanRow {
  return rowOf(draft, 'unchanged', 'skip', reason, existing);
}

function heldBack(
  draft: Draft,
  errors: readonly Complaint[],
  existing?: LedgerRecord,
  differences: readonly FieldDifference[] = [],
): PlanRow {
  const reason = errors.map((complaint) => complaint.message).join('；');
  const row = rowOf(draft, 'heldBack', 'skip', reason, existing, differences);
  return { ...row, complaints: [...errors, ...draft.warnings] };
}

const NO_DIFFERENCES: readonly FieldDifference[] = [];

function rowOf(
  draft: Draft,
  status: RowStatus,
  action: PlanRow['action'],
  reason: string,
  existing?: LedgerRecord,
  differences: readonly FieldDifference[] = NO_DIFFERENCES,
): PlanRow {
  return {
    row: draft.row,
    values: draft.values,
    leftEmpty: draft.leftEmpty,
    status,
    action,
    reason,
    complaints: draft.warnings,
    differences,
    ...(existing ? { existing: { id: existing.id, rev: existing.rev } } : {}),
  };
}

function numberUnknown(draft: Draft): string {
  return draft.identity === undefined ? '' : `编号 ${draft.identity} 在台账中没有，将作为新记录重新编号`;
}
