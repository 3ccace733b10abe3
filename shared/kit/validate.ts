import { isBlank } from './blank.ts';
import { codePointLength } from './code-points.ts';
import { type Complaint, error, warning } from './complaint.ts';
import { isDay, isMonth } from './day.ts';
import { textIn } from './field-values.ts';
import type { FieldKind, FieldSpec, FieldSpecs } from './fields.ts';
import { formatValue } from './format.ts';
import { isWithdrawn } from './in-use.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerContext } from './ledger-context.ts';
import { isMoment } from './moment.ts';
import { dayFieldOf, recordDay } from './record-day.ts';
import type { ChildRow, Day, Value, Values } from './values.ts';

/** Path of a field of a child row: `opinions[2].signDate`, rows counted from 0. */
export const childPath = (fieldId: string, place: number, childFieldId: string): string =>
  `${fieldId}[${place}].${childFieldId}`;

const isTexts = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const isRows = (value: Value | undefined): value is readonly ChildRow[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && 'id' in one);

const isText = (value: Value): boolean => typeof value === 'string';

/** Whether a value has the shape its kind promises; a wrong one can only come from outside (an import, a package). */
const FITS: { readonly [kind in FieldKind]: (value: Value) => boolean } = {
  text: isText,
  longText: isText,
  residentId: isText,
  phone: isText,
  creditCode: isText,
  code: isText,
  choice: isText,
  reference: isText,
  moment: (value) => typeof value === 'string' && isMoment(value),
  date: (value) => typeof value === 'string' && isDay(value),
  month: (value) => typeof value === 'string' && isMonth(value),
  integer: (value) => Number.isSafeInteger(value),
  money: (value) => Number.isSafeInteger(value),
  decimal: (value) => typeof value === 'number' && Number.isFinite(value),
  percent: (value) => typeof value === 'number' && Number.isFinite(value),
  yesNo: (value) => typeof value === 'boolean',
  choices: isTexts,
  references: isTexts,
  children: isRows,
  attachments: (value) => Array.isArray(value) && value.every((one) => typeof one === 'object' && 'hash' in one),
};

/** What all fields of one record are judged against: the surroundings, and the day the record belongs to. */
type Judging = { readonly context: LedgerContext; readonly on: () => Day };

type Place = Judging & { readonly field: FieldSpec; readonly path: string };

function boundComplaints(value: number, { field, path, context }: Place): readonly Complaint[] {
  const say = (bound: number) => formatValue(bound, field, context.nameOf);
  if (field.min !== undefined && value < field.min) {
    return [error('field/min', `${field.label}不能小于 ${say(field.min)}`, path)];
  }
  if (field.max !== undefined && value > field.max) {
    return [error('field/max', `${field.label}不能大于 ${say(field.max)}`, path)];
  }
  return [];
}

/**
 * A declared option is fixed: anything else is an error. Parameters are dated, and a record may rightly hold a word that
 * was withdrawn since, so there an unknown word is a warning, and an empty group says nothing.
 */
function optionComplaints(chosen: readonly string[], { field, path, context }: Place): readonly Complaint[] {
  const { options } = field;
  const dated = field.optionsFrom === undefined ? undefined : context.parameterKeys(field.optionsFrom, context.today);
  if (options === undefined && (dated === undefined || dated.length === 0)) return [];
  const isKnown = (value: string) =>
    options ? options.some((option) => option.value === value) : (dated?.includes(value) ?? false);
  const grade = options ? error : warning;
  return chosen
    .filter((value) => !isKnown(value))
    .map((value) => grade('field/option', `${field.label}没有“${value}”这一选项`, path));
}

function referenceComplaints(ids: readonly string[], { field, path, context, on }: Place): readonly Complaint[] {
  const { target } = field;
  if (target === undefined) return [];
  const complaints: Complaint[] = [];
  for (const id of ids) {
    const record = context.record(target.ledger, id);
    const value = target.where && record?.values[target.where.field];
    if (record === undefined) {
      complaints.push(error('field/reference', `${field.label}引用的记录不存在或已删除，请重新选择`, path));
    } else if (target.where && !(typeof value === 'string' && target.where.is.includes(value))) {
      const allowed = target.where.is.join('、');
      const name = context.nameOf(target.ledger, id);
      complaints.push(error('field/target', `${field.label}应为${allowed}，“${name}”不是`, path));
    } else if (isWithdrawn(record.values, context.today) && isWithdrawn(record.values, on())) {
      // Rows from before that day rightly name it.
      const message = `${field.label}“${context.nameOf(target.ledger, id)}”已于 ${textIn(record.values, 'offFrom')} 停用，请核对`;
      complaints.push(warning('field/withdrawn', message, path));
    }
  }
  return complaints;
}

/** Offices keep no paper from before the Republic, and a year beyond this one is a slip of the hand. */
const FIRST_DAY = '1949-10-01';
const LAST_DAY = '2099-12-31';

/** No term an office notes runs longer (inferred): a day beyond it is a slip, or stands for “no end” like 2099-12-31. */
const LONGEST_TERM_YEARS = 30;

const isBeyondAnyTerm = (day: Day, today: Day): boolean =>
  day > `${Number(today.slice(0, 4)) + LONGEST_TERM_YEARS}${today.slice(4)}`;

const notYet = (label: string, day: Day, path: string): Complaint =>
  warning('field/future', `${label}（${day}）还没有到，请核对`, path);

const farAhead = (label: string, day: Day, path: string): Complaint =>
  warning('field/far-ahead', `${label}（${day}）离今天太远，请核对`, path);

function dayComplaints(value: string, { field, path, context }: Place): readonly Complaint[] {
  const day = value.slice(0, FIRST_DAY.length);
  if (day < FIRST_DAY || day > LAST_DAY) {
    return [warning('field/date-range', `${field.label}（${day}）不在 1949—2099 年之间，请核对`, path)];
  }
  if (isBeyondAnyTerm(day, context.today)) return [farAhead(field.label, day, path)];
  return field.past && day > context.today ? [notYet(field.label, day, path)] : [];
}

/** Next year's holidays and a limit decided early are entered ahead; nothing else belongs to a day so far off. */
const YEARS_AHEAD = 2;

/**
 * What has not come yet cannot have come in: the day a case began, by which it is numbered. Rows of other ledgers may belong
 * to a day to come, but not to a far one.
 */
function beginComplaints(ledger: Ledger, values: Values, { today }: LedgerContext): readonly Complaint[] {
  const field = dayFieldOf(ledger);
  const day = recordDay(ledger, values);
  if (field === undefined || day <= today) return [];
  const label = ledger.fields[field]?.label ?? '';
  if (ledger.numbering) return [notYet(label, day, field)];
  const isSaidOfItself = day > LAST_DAY || isBeyondAnyTerm(day, today);
  if (isSaidOfItself || Number(day.slice(0, 4)) <= Number(today.slice(0, 4)) + YEARS_AHEAD) return [];
  return [farAhead(label, day, field)];
}

function textComplaints(value: string, place: Place): readonly Complaint[] {
  const { field, path } = place;
  if (field.maxLength !== undefined && codePointLength(value) > field.maxLength) {
    return [error('field/length', `${field.label}最多 ${field.maxLength} 字，现有 ${codePointLength(value)} 字`, path)];
  }
  if (field.kind === 'date' || field.kind === 'moment') return dayComplaints(value, place);
  if (field.kind === 'choice') return optionComplaints([value], place);
  return field.kind === 'reference' ? referenceComplaints([value], place) : [];
}

function valueComplaints(value: Value, place: Place): readonly Complaint[] {
  const { field, path } = place;
  if (!FITS[field.kind](value)) {
    return [error('field/type', `${field.label}的内容与栏目类型不符，请重新填写`, path)];
  }
  if (typeof value === 'number') return boundComplaints(value, place);
  if (typeof value === 'string') return textComplaints(value, place);
  if (field.kind === 'choices' && isTexts(value)) return optionComplaints(value, place);
  if (field.kind === 'references' && isTexts(value)) return referenceComplaints(value, place);
  if (field.kind === 'children' && isRows(value)) {
    return value.flatMap((row, index) =>
      fieldsComplaints(field.childFields ?? {}, row, place, (id) => childPath(path, index, id)),
    );
  }
  return [];
}

function missingComplaints(field: FieldSpec, path: string): readonly Complaint[] {
  // Numbers and states are written by the program on saving.
  if (field.automatic) return [];
  if (field.key) return [error('field/key', `${field.label}必填`, path)];
  return field.wanted ? [warning('field/wanted', `${field.label}待补`, path)] : [];
}

function orderComplaints({ field, path, context }: Place, value: Value, fields: FieldSpecs, values: Values) {
  const earlier = field.notBefore === undefined ? undefined : values[field.notBefore];
  if (typeof value !== 'string' || typeof earlier !== 'string' || value >= earlier) return [];
  const before = fields[field.notBefore ?? ''];
  const say = (day: string, of: FieldSpec = field) => formatValue(day, of, context.nameOf);
  const message = `${field.label}（${say(value)}）不能早于${before?.label ?? ''}（${say(earlier, before)}）`;
  return [error('field/not-before', message, path)];
}

type Spot = { readonly fieldId: string; readonly field: FieldSpec; readonly place: number };

/** The fields of a declaration by their ids, and those of which a blank says something. */
type FieldList = { readonly byId: ReadonlyMap<string, Spot>; readonly asked: readonly Spot[] };

const lists = new WeakMap<FieldSpecs, FieldList>();

function listOf(fields: FieldSpecs): FieldList {
  const known = lists.get(fields);
  if (known) return known;
  const spots = Object.entries(fields).map(([fieldId, field], place): Spot => ({ fieldId, field, place }));
  const asked = spots.filter(({ field }) => field.key || field.wanted);
  const list = { byId: new Map(spots.map((spot) => [spot.fieldId, spot])), asked };
  lists.set(fields, list);
  return list;
}

/**
 * In the order of the fields. Looks at the values there are and at the blanks that matter, not at every field: an import
 * asks this of every row, of which most fields are blank and nearly all answers empty.
 */
function fieldsComplaints(
  fields: FieldSpecs,
  values: Values,
  { context, on }: Judging,
  pathOf: (fieldId: string) => string,
): readonly Complaint[] {
  const { byId, asked } = listOf(fields);
  const found: { readonly place: number; readonly complaints: readonly Complaint[] }[] = [];
  const note = ({ place }: Spot, complaints: readonly Complaint[]) => {
    if (complaints.length > 0) found.push({ place, complaints });
  };
  for (const fieldId of Object.keys(values)) {
    const spot = byId.get(fieldId);
    const value = values[fieldId];
    if (spot === undefined || value === undefined || isBlank(value)) continue;
    const { field } = spot;
    const place = { field, path: pathOf(fieldId), context, on };
    note(spot, valueComplaints(value, place));
    if (field.notBefore !== undefined) note(spot, orderComplaints(place, value, fields, values));
  }
  for (const spot of asked) {
    if (isBlank(values[spot.fieldId])) note(spot, missingComplaints(spot.field, pathOf(spot.fieldId)));
  }
  return found.sort((one, other) => one.place - other.place).flatMap(({ complaints }) => complaints);
}

/**
 * Everything wrong or wanting in the values of one record: its key, shapes, bounds, lengths, options, references, date
 * order, its child rows (path `opinions[2].signDate`, rows counted from 0), and the ledger's own check. Whether decision
 * fields may change at all is the store's question, not asked here. `id` is the record's own where it has one already.
 */
export function validateValues(ledger: Ledger, values: Values, context: LedgerContext, id?: string): Complaint[] {
  const on = () => recordDay(ledger, values) || context.today;
  return [
    ...fieldsComplaints(ledger.fields, values, { context, on }, (fieldId) => fieldId),
    ...beginComplaints(ledger, values, context),
    ...ledger.check(values, context, id),
  ];
}
