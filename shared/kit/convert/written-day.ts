/**
 * Habits in which people write a day that says one thing only, put into the forms that are read: 二〇二六年三月五日,
 * 2026.3.5日, 2026。3。5 of an input method, 2026/3/5 星期四, 2026年3月份, 3月5日上午.
 */
export function inPlainForm(text: string): string {
  if (PLAIN.test(text)) return text;
  return inDigits(closeUp(text))
    .replace(/^(\d{4})[。、](\d{1,2})[。、](\d{1,2})(?=$|\D)/, '$1.$2.$3')
    .replace(/^(\d{4}([-/.])\d{1,2}\2\d{1,2})[日号]/, '$1')
    .replace(/^(\d{4}年\d{1,2}月)份/, '$1')
    .replace(WEEKDAY, '')
    .replace(/(?:上午|下午|晚上|中午|早上|凌晨)$/, '');
}

/** What most cells hold: nothing of it is a habit. */
const PLAIN = /^[\d./:-]*$/;

const WEEKDAY = /\s*[（(]?(?:星期|礼拜|周)[一二三四五六日天][)）]?$/;

/** Blanks a typist leaves around the marks of a date: 2026 年 1 月 5 日. */
export const closeUp = (text: string): string =>
  /\s/.test(text) ? text.replace(/\s*([-/.年月])\s*/g, '$1').replace(/\s+日/, '日') : text;

const FIGURES = '〇一二三四五六七八九';
const FIGURE = '[〇○零一二三四五六七八九]';
const COUNTED = '(?:\\d{1,2}|[〇○零]?[一二三四五六七八九十]{1,3})';
/** 二〇二六年三月五日, 2026年三月, 二○二六年十二月二十一日 */
const IN_CHINESE = new RegExp(`^(${FIGURE}{4}|\\d{4})年(${COUNTED})月(?:(${COUNTED})([日号]))?`);

function inDigits(text: string): string {
  const [written, year, month, date, day = ''] = IN_CHINESE.exec(text) ?? [];
  if (written === undefined || year === undefined || month === undefined) return text;
  const digits = [...year].map(figure).join('');
  const rest = text.slice(written.length);
  return `${digits}年${counted(month)}月${date === undefined ? '' : `${counted(date)}${day}`}${rest}`;
}

const figure = (mark: string): string => {
  const at = FIGURES.indexOf(/[○零]/.test(mark) ? '〇' : mark);
  return at < 0 ? mark : String(at);
};

/** 五 → 5, 十 → 10, 二十一 → 21. */
function counted(word: string): string {
  if (!word.includes('十')) return String(Number([...word].map(figure).join('')));
  const [tens = '', ones = ''] = word.split('十');
  return `${tens === '' ? '1' : figure(tens)}${ones === '' ? '0' : figure(ones)}`;
}
