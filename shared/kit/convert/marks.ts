/** Zero-width marks, joiners, direction marks and the BOM: they come along with copied text and are never meant. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]/gu;

/** Full-width ASCII (０１Ａ．－) and the ideographic space to their plain forms; every other character stays. */
const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/g, ' ');

/** What a clerk or an export puts before a number so that it stays a text: '320381… */
const APOSTROPHE = /^\s*['‘’](?=[+\dA-Za-z])/;

/** Anything `plainMarks` would change: nearly no cell holds any, and every cell is asked. */
const ODD = /^\s*['‘’]|[\u00A0\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u3000\uFEFF\uFF01-\uFF5E]/;

/**
 * A coded text (number, date, ID, phone, code) in plain marks: half-width, nothing invisible, no outer blanks, no apostrophe
 * before it. Names and free text never pass through here.
 */
export const plainMarks = (raw: string): string =>
  ODD.test(raw) ? toHalfWidth(raw.replace(INVISIBLE, '')).replace(APOSTROPHE, '').trim() : raw.trim();

/** True where `plainMarks` did more than cut ordinary blanks at the ends. */
export const hadOddMarks = (raw: string): boolean => plainMarks(raw) !== raw.trim();

/** Chinese, digits, small letters and plain marks without a blank: nothing of it does not count. */
const COMPARABLE = /^[!-@[-`{-~\u3001-\u303F\u4E00-\u9FFF]*$/;

/** Two words are the same to a clerk: width, case and blanks do not count. Used to compare, never to store. */
export function comparable(words: string): string {
  if (COMPARABLE.test(words)) return words;
  const plain = plainMarks(words);
  return COMPARABLE.test(plain) ? plain : plain.replace(/\s+/g, '').toLowerCase();
}

/** Words by which a sheet says there is nothing. What they mean is the field's own business. */
const NOTHING = new Set(['无', '没有', '暂无', '/', '\\', '-', '--', '—', '——', '－', '─', '／', '∕', '*']);
/** With an invisible mark or two around it. */
const LONGEST_NOTHING = 5;

/** 无, / or — alone in a cell. */
export function saysNothing(raw: string): boolean {
  const word = raw.trim();
  return word.length <= LONGEST_NOTHING && (NOTHING.has(word) || NOTHING.has(plainMarks(word)));
}

/** Several words in one cell: 晨光、东湖; blanks do not part them, names may hold some. */
export const splitWords = (raw: string): readonly string[] =>
  raw
    .split(/[、，,；;/／\n\r]+/)
    .map((word) => word.trim())
    .filter((word) => plainMarks(word) !== '');

/** A number cell as the digits a clerk saw: 15 significant digits, never an exponent for what fits. */
export function numberText(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  return /e/i.test(text) ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

/** A spreadsheet keeps 15 significant digits: a longer number has lost its tail for good. */
export const isDestroyedNumber = (number: number): boolean => Math.abs(number) >= 1e15;

/** What a cell shows whose formula no program has counted yet. */
export const UNCOUNTED = '#公式无结果';

/** The same damage in a text: 4.40981E+17. */
export const isDestroyedText = (text: string): boolean => /^[+-]?\d(\.\d+)?e\+?\d+$/i.test(plainMarks(text));

export const DESTROYED = '原表已损坏,请重新取数：长号码被表格软件当作数字保存，后几位已经丢失';
