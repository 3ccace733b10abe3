import { dayFromSerial } from '../kit/day.ts';
import { fixed } from '../kit/numbers.ts';
import type { Day } from '../kit/values.ts';

/** Formats without a text in the file, as Chinese Excel and WPS show them (ECMA-376 18.8.30). */
const BUILT_IN: { readonly [id: string]: string } = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  17: 'yyyy/m',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The text of a number format; undefined where it shows numbers as they are. */
export const formatCode = (id: string, own: ReadonlyMap<string, string>): string | undefined => {
  const code = own.get(id) ?? BUILT_IN[id];
  return code === undefined || /^(General|G\/通用格式|@)$/i.test(code) ? undefined : code;
};

/** A piece of a format: words shown as they are, or marks that speak of the number. */
type Piece = { readonly literal?: string; readonly mark?: string };

const PIECE = /"([^"]*)"|[\\!](.)|\[[^\]]*\]|_.|\*.|([ymdhse]+|[0#?.,]+|%|.)/giu;

const piecesOf = (section: string): readonly Piece[] =>
  [...section.matchAll(PIECE)].flatMap(([, quoted, escaped, mark]): Piece[] => {
    if (mark !== undefined) return /[ymdhse0#?.,%]/i.test(mark) ? [{ mark }] : [{ literal: mark }];
    const literal = quoted ?? escaped;
    return literal === undefined ? [] : [{ literal }];
  });

/** A number as a cell shows it under a format; one that needs a calendar or a fraction of its own is shown as a plain number. */
export function shownNumber(value: number, code: string): string {
  const sections = code.split(';');
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const pieces = piecesOf(own ?? sections[0] ?? '');
  const marks = pieces.flatMap(({ mark }) => mark ?? []);
  const numbers = marks.filter((mark) => /[0#?]/.test(mark));
  const [digits] = numbers;
  if (marks.some((mark) => /[ymdhse]/i.test(mark)) || numbers.length > 1) return String(value);
  if (digits === undefined) return pieces.map(({ literal = '' }) => literal).join('');
  const percents = marks.filter((mark) => mark === '%').length;
  const thousands = /,+$/.exec(digits)?.[0].length ?? 0;
  const scaled = (Math.abs(value) * 100 ** percents) / 1000 ** thousands;
  const written = withDigits(scaled, digits.replace(/,+$/, ''));
  const sign = value < 0 && own === undefined ? '-' : '';
  return (
    sign + pieces.map(({ literal, mark }) => literal ?? (mark === digits ? written : mark === '%' ? '%' : '')).join('')
  );
}

function withDigits(value: number, digits: string): string {
  const [before = '', behind = ''] = digits.split('.');
  const places = behind.replace(/[^0#?]/g, '').length;
  const least = behind.replace(/[^0]/g, '').length;
  const [whole = '', fraction = ''] = fixed(value, places).split('.');
  const padded = whole.padStart(before.replace(/[^0]/g, '').length, '0');
  const grouped = before.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const kept = fraction.replace(/0+$/, '').padEnd(least, '0');
  return kept === '' ? grouped : `${grouped}.${kept}`;
}

/** A serial as a cell shows it under a format of years, months and days; undefined where the format tells of more than days. */
export function shownDay(day: Day, code: string): string | undefined {
  const pieces = piecesOf(code.split(';')[0] ?? '');
  const words = pieces.map(({ literal, mark = '' }) => literal ?? dayPart(day, mark.toLowerCase()));
  return words.includes(undefined) ? undefined : words.join('');
}

function dayPart(day: Day, mark: string): string | undefined {
  switch (mark) {
    case 'yyyy':
    case 'e':
      return day.slice(0, 4);
    case 'yy':
      return day.slice(2, 4);
    case 'mm':
      return day.slice(5, 7);
    case 'm':
      return String(Number(day.slice(5, 7)));
    case 'dd':
      return day.slice(8, 10);
    case 'd':
      return String(Number(day.slice(8, 10)));
    case '.':
    case ',':
      return mark;
    default:
      return undefined;
  }
}

/** The day a number means under a format that shows days; none where it has a time of day, which nothing of ours is. */
export const dayShown = (serial: number, date1904: boolean): Day | undefined =>
  Number.isInteger(serial) ? dayFromSerial(serial, date1904) : undefined;
