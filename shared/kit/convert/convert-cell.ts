import type { Cell } from '../../workbook/workbook.ts';
import type { FieldKind, FieldSpec } from '../fields.ts';
import { blank, type Conversion, type ConvertLookup, keep, refuse } from './conversion.ts';
import {
  dayFromNumber,
  dayFromSerialCell,
  momentFromNumber,
  momentFromSerial,
  monthFromNumber,
  monthOfDay,
  withLostZero,
  wordsOfSerial,
} from './convert-day.ts';
import { convertText } from './convert-text.ts';
import { DESTROYED, isDestroyedNumber, numberText, UNCOUNTED } from './marks.ts';

const UNCOUNTED_WORDS = '这一格是公式，文件里没有它的结果，请用 WPS 表格打开原表、保存一次后再导入';

/** Kinds whose value is text: a number cell in them has its digits counted. */
const TEXT_LIKE: ReadonlySet<FieldKind> = new Set(['text', 'longText', 'residentId', 'phone', 'creditCode', 'code']);

function fromText(text: string, field: FieldSpec, lookup: ConvertLookup): Conversion {
  const converted = convertText(text, field, lookup);
  return field.kind === 'month' ? withLostZero(converted, text, lookup) : converted;
}

function fromNumber(number: number, field: FieldSpec, lookup: ConvertLookup): Conversion {
  if (!Number.isFinite(number)) return refuse('number/unreadable', '单元格里不是有效的数字，请核对原表');
  if (TEXT_LIKE.has(field.kind) && isDestroyedNumber(number)) return refuse('number/destroyed', DESTROYED);
  switch (field.kind) {
    case 'date':
      return dayFromNumber(number, lookup.date1904);
    case 'month':
      return monthFromNumber(number, lookup.date1904);
    case 'moment':
      return momentFromNumber(number, lookup.date1904);
    default:
      return convertText(numberText(number), field, lookup);
  }
}

function fromSerial(serial: number, field: FieldSpec, lookup: ConvertLookup): Conversion {
  const day = dayFromSerialCell(serial, lookup.date1904);
  switch (field.kind) {
    case 'date':
      return day;
    case 'month':
      return monthOfDay(day);
    case 'moment':
      return momentFromSerial(serial, lookup.date1904);
    case 'text':
    case 'longText': {
      const words = wordsOfSerial(serial, lookup.date1904);
      return words === undefined ? day : keep(words, `日期单元格记为文字 ${words}`);
    }
    default:
      return refuse('cell/date', `原表里是日期（${String(day.value ?? serial)}），“${field.label}”不是日期栏，请核对`);
  }
}

/**
 * A cell of a workbook to the field's value, by the same rules as a typed text. A number with more than 15 digits in a
 * text-like field was destroyed by the spreadsheet and is an error; a cell holding #N/A or its like is one too,
 * and one whose formula was never counted.
 */
export function convertCell(cell: Cell, field: FieldSpec, lookup: ConvertLookup): Conversion {
  switch (cell.kind) {
    case 'empty':
      return blank;
    case 'text':
      return fromText(cell.text, field, lookup);
    case 'number':
      return fromNumber(cell.number, field, lookup);
    case 'date':
      return fromSerial(cell.serial, field, lookup);
    case 'trueFalse':
      return field.kind === 'yesNo' ? keep(cell.value) : convertText(cell.value ? 'TRUE' : 'FALSE', field, lookup);
    case 'error':
      if (cell.text === UNCOUNTED) return refuse('cell/uncounted', UNCOUNTED_WORDS);
      return refuse('cell/error', `原表这一格是错误值 ${cell.text}，请在原表改正后再导入`);
  }
}
