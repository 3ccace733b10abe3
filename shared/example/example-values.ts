import { isBlank } from '../kit/blank.ts';
import { addDays } from '../kit/day.ts';
import type { FieldSpec, FieldSpecs } from '../kit/fields.ts';
import { twoDigits } from '../kit/numbers.ts';
import type { Day, Value, Values } from '../kit/values.ts';
import type { Chance } from './chance.ts';
import type { ExampleDesk } from './example-desk.ts';
import { inventedAdult } from './invented-people.ts';

/** Fields nobody names as needed are filled in so many cases. */
const SHARE_OF_OPTIONAL = 0.35;

const NAME_LABEL = /人$|姓名|领导|负责|书记|组长/u;

function exampleText({ label, personal, maxLength }: FieldSpec, chance: Chance): string {
  const { name } = inventedAdult(chance);
  if (/住址|地址|户籍/u.test(label)) return `滨河路${chance.between(1, 300)}号${chance.between(1, 30)}栋`;
  if (/文号/u.test(label)) return `滨河街办〔2026〕${chance.between(1, 200)}号`;
  if (/编号/u.test(label)) return `SL-${chance.between(1000, 9999)}`;
  if (personal || NAME_LABEL.test(label)) return name;
  return `${label}（示例）`.slice(0, maxLength ?? 200);
}

function exampleNumber({ min = 1, max = 60 }: FieldSpec, chance: Chance): number {
  return chance.between(min, Math.max(min, Math.min(max, min + 60)));
}

function exampleReference({ target }: FieldSpec, desk: ExampleDesk, chance: Chance): string | undefined {
  if (!target) return undefined;
  const { where } = target;
  const fitting = desk
    .records(target.ledger)
    .filter(({ values }) => !where || where.is.includes(String(values[where.field])));
  return fitting.length > 0 ? chance.pick(fitting).id : undefined;
}

/** A value a clerk could have entered into the field on a day; undefined where nothing sensible can be invented. */
function exampleValue(field: FieldSpec, on: Day, desk: ExampleDesk, chance: Chance): Value | undefined {
  const options = field.options?.map(({ value }) => value) ?? [];
  const dated = field.optionsFrom === undefined ? options : desk.context(on).parameterKeys(field.optionsFrom, on);
  switch (field.kind) {
    case 'text':
    case 'longText':
      return exampleText(field, chance);
    case 'integer':
    case 'decimal':
    case 'percent':
      return exampleNumber(field, chance);
    case 'money':
      return chance.between(1, 80) * 10_000;
    case 'date':
      return on;
    case 'month':
      return on.slice(0, 7);
    case 'moment':
      return `${on}T${twoDigits(chance.between(8, 17))}:${twoDigits(chance.between(0, 59))}:00+08:00`;
    case 'yesNo':
      return chance.isTrue(0.3);
    case 'choice':
      return dated.length > 0 ? chance.pick(dated) : undefined;
    case 'choices':
      return dated.length > 0 ? chance.some(dated, chance.between(1, 2)) : undefined;
    case 'residentId':
      return inventedAdult(chance).idNo;
    case 'phone':
      return inventedAdult(chance).phone;
    case 'reference':
      return exampleReference(field, desk, chance);
    case 'references': {
      const id = exampleReference(field, desk, chance);
      return id === undefined ? undefined : [id];
    }
    default:
      return undefined;
  }
}

/** Fields that say what came in, not what was decided or comes from elsewhere. */
const isEntered = (field: FieldSpec): boolean => !field.automatic && !field.decision;

/** A whole row by its declaration alone: key fields always, what is wanted or needed mostly, the rest now and then. */
export function exampleRow(fields: FieldSpecs, on: Day, desk: ExampleDesk, chance: Chance, given: Values): Values {
  const values: { [fieldId: string]: Value | undefined } = { ...given };
  for (const [fieldId, field] of Object.entries(fields)) {
    if (fieldId in given || !isEntered(field)) continue;
    const share = field.key ? 1 : field.wanted || field.neededFor ? 0.9 : SHARE_OF_OPTIONAL;
    if (!chance.isTrue(share)) continue;
    const earlier = field.notBefore === undefined ? undefined : values[field.notBefore];
    const value = exampleValue(
      field,
      typeof earlier === 'string' ? addDays(earlier.slice(0, 10), 1) : on,
      desk,
      chance,
    );
    if (!isBlank(value) && !(field.kind === 'date' && String(value) > desk.today)) values[fieldId] = value;
  }
  return values;
}

/** What an act asks for: all that is required, the rest now and then. */
export function exampleInput(
  asks: FieldSpecs,
  required: readonly string[],
  on: Day,
  desk: ExampleDesk,
  chance: Chance,
  given: Values,
): Values {
  const values: { [fieldId: string]: Value | undefined } = {};
  for (const [fieldId, field] of Object.entries(asks)) {
    const value = given[fieldId] ?? (required.includes(fieldId) ? exampleValue(field, on, desk, chance) : undefined);
    if (!isBlank(value)) values[fieldId] = value;
  }
  return values;
}
