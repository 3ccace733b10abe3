import type { FieldSpec } from '../fields.ts';
import { formatMoney } from '../format-money.ts';
import type { Value } from '../values.ts';
import { blank, type Conversion, type ConvertLookup, keep, quote, refuse } from './conversion.ts';
import { choiceFromText, choicesFromText, optionFor, yesNoFromText } from './convert-choice.ts';
import { codeFromText, creditCodeFromText, freeText, phoneFromText, residentIdFromText } from './convert-code.ts';
import { dayFromText, momentFromText, monthFromText } from './convert-day.ts';
import { decimalFromText, integerFromText, moneyFromText, percentFromText } from './convert-number.ts';
import { referenceFromText, referencesFromText } from './convert-reference.ts';
import { plainMarks, saysNothing } from './marks.ts';

/** What stands for a value in a sentence; only kinds that `nothingMeans` can give. */
function spoken(value: Value, field: FieldSpec): string {
  if (field.kind === 'money' && typeof value === 'number') return formatMoney(value, field.unit ?? '元');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('、') : String(value);
}

const isText = ({ kind }: FieldSpec): boolean => kind === 'text' || kind === 'longText';

/** A report of nothing, where the field names what the record is of. */
const NO_REPORT = '零报告';

/** Words that point at the cell above, which nobody finds again once the rows are sorted. */
const DITTO: ReadonlySet<string> = new Set(['同上', '同前', '〃', '″']);

/** What is there or is not: 无 where a phone or a day stands elsewhere says that there is none. */
const THERE_OR_NOT: ReadonlySet<FieldSpec['kind']> = new Set([
  'phone',
  'residentId',
  'creditCode',
  'date',
  'moment',
  'month',
]);

/** 无, / and — by the field's own meaning; undefined where the word has a plain meaning in this kind of field. */
function nothing(raw: string, field: FieldSpec, lookup: ConvertLookup): Conversion | undefined {
  const isNoReport = isText(field) && field.key === true && plainMarks(raw) === NO_REPORT;
  if (!saysNothing(raw) && !isNoReport) return undefined;
  const { kind } = field;
  const nothingMeans = field.nothingMeans ?? (THERE_OR_NOT.has(kind) && !field.key ? 'blank' : undefined);
  if ((kind === 'choice' || kind === 'choices') && optionFor(raw, lookup.options(field)) !== undefined)
    return undefined;
  if (nothingMeans === 'blank') return { complaints: [], changed: `${quote(raw)}按空白处理` };
  if (nothingMeans !== undefined) return keep(nothingMeans, `${quote(raw)}记为 ${spoken(nothingMeans, field)}`);
  if (isText(field) && field.key) {
    return refuse('text/no-record', `${quote(raw)}不是${field.label}。没有情况的（零报告），这一行不用导入`);
  }
  if (isText(field) || kind === 'yesNo') return undefined;
  return refuse('text/nothing', `${quote(raw)}在“${field.label}”一栏没有约定含义，请填写内容或留空`);
}

function byKind(raw: string, field: FieldSpec, lookup: ConvertLookup): Conversion {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return freeText(raw, field.label.includes('备注'));
    case 'integer':
      return integerFromText(raw);
    case 'decimal':
      return decimalFromText(raw);
    case 'money':
      return moneyFromText(raw, field.unit ?? '元', lookup.headerUnit);
    case 'percent':
      return percentFromText(raw);
    case 'date':
      return dayFromText(raw, lookup.date1904);
    case 'month':
      return monthFromText(raw);
    case 'moment':
      return momentFromText(raw, lookup.date1904);
    case 'yesNo':
      return yesNoFromText(raw, field.options);
    case 'choice':
      return choiceFromText(raw, lookup.options(field));
    case 'choices':
      return choicesFromText(raw, lookup.options(field));
    case 'residentId':
      return residentIdFromText(raw);
    case 'phone':
      return phoneFromText(raw);
    case 'creditCode':
      return creditCodeFromText(raw);
    case 'code':
      return codeFromText(raw);
    case 'reference':
    case 'references': {
      if (field.target === undefined) return refuse('field/no-target', `“${field.label}”没有指明引用的台账`);
      const convert = field.kind === 'reference' ? referenceFromText : referencesFromText;
      return convert(raw, field, field.target, lookup.resolve);
    }
    case 'children':
    case 'attachments':
      return refuse('field/not-from-text', `“${field.label}”不能从一个单元格读入，请在记录里逐条登记`);
  }
}

/** What a decoder puts for bytes that are no character. */
const UNREADABLE = '\ufffd';

/**
 * A typed or pasted text to the field's value. Blank text is a blank field, never zero. Nothing is guessed: what cannot
 * be read is an error saying what to write, and whatever is stored otherwise than it stood is said in `changed`.
 */
export function convertText(raw: string, field: FieldSpec, lookup: ConvertLookup): Conversion {
  if (plainMarks(raw) === '') return blank;
  if (raw.includes(UNREADABLE)) return refuse('text/unreadable', `${quote(raw)}里有无法识别的字符，请核对原表后改正`);
  if (DITTO.has(plainMarks(raw))) {
    return refuse('text/ditto', `${quote(raw)}要看上一行才知道是什么，请写明“${field.label}”`);
  }
  return nothing(raw, field, lookup) ?? byKind(raw, field, lookup);
}
