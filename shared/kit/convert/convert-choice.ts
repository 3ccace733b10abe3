import { type Option, optionTitle } from '../fields.ts';
import { type Conversion, keep, keepWithWarning, quote, refuse } from './conversion.ts';
import { comparable, splitWords } from './marks.ts';
import { nearestHint, nearestWords } from './nearest-words.ts';

const otherWords = (option: Option): readonly string[] =>
  option.title === undefined ? (option.aliases ?? []) : [option.title, ...(option.aliases ?? [])];

/** The option a word stands for, by its value or an alias; width, case and blanks do not count. */
export function optionFor(word: string, options: readonly Option[]): string | undefined {
  // Most cells hold an option word for word.
  if (options.some((option) => option.value === word)) return word;
  const wanted = comparable(word).replace('其它', '其他');
  const byValue = options.find((option) => comparable(option.value) === wanted);
  return (byValue ?? options.find((option) => otherWords(option).some((other) => comparable(other) === wanted)))?.value;
}

const words = (options: readonly Option[]): readonly string[] =>
  options.flatMap((option) => (option.title === undefined ? [option.value] : []).concat(otherWords(option)));

function nearestOptions(word: string, options: readonly Option[]): readonly string[] {
  const near = nearestWords(word, words(options)).map((found) => optionFor(found, options) ?? found);
  return [...new Set(near)].map((value) => optionTitle(options, value));
}

function unknown(word: string, options: readonly Option[]): Conversion {
  const near = nearestOptions(word, options);
  const hint =
    near.length > 0
      ? nearestHint(near)
      : `，可选：${options
          .slice(0, 8)
          .map((option) => option.title ?? option.value)
          .join('、')}${options.length > 8 ? '…' : ''}`;
  return refuse('choice/unknown', `${quote(word)}不在选项中${hint}`);
}

/** No options known (a parameter group still empty): the words stay as they are, with a warning, and block nothing. */
const NO_OPTIONS = '这一栏还没有设置选项，先按原文保存，请在基础参数里补上';

/** One of the options. An alias becomes its option, which is said; an unknown word is an error naming the nearest. */
export function choiceFromText(raw: string, options: readonly Option[]): Conversion {
  const word = raw.trim();
  if (options.length === 0) return keepWithWarning(word, undefined, 'choice/no-options', NO_OPTIONS);
  const value = optionFor(word, options) ?? almostOption(word, options);
  if (value === undefined) return withRemark(raw, options) ?? unknown(word, options);
  const title = optionTitle(options, value);
  return keep(value, title === word ? undefined : `${quote(raw)}记为“${title}”`);
}

/** 婚姻家庭类, 街道级, 黄色: an option with the word for its kind behind it; or one option said twice, 研究生/硕士. */
function almostOption(word: string, options: readonly Option[]): string | undefined {
  const bare = /[类级色]$/.test(word) ? optionFor(word.slice(0, -1), options) : undefined;
  const [first, ...others] = splitWords(word).map((part) => optionFor(part, options));
  return bare ?? (others.length > 0 && others.every((other) => other === first) ? first : undefined);
}

/**
 * 不满意（多次）: an option with something in brackets behind it, which is left out and said. Not where the brackets may take
 * it back, 本科（在职）, or speak of another option: 中共党员（预备）is none of 中共党员.
 */
function withRemark(raw: string, options: readonly Option[]): Conversion | undefined {
  const [, word = '', remark = ''] = /^(.+?)\s*[（(]([^（）()]+)[）)]$/.exec(raw.trim()) ?? [];
  const value = optionFor(word, options);
  if (value === undefined || TAKES_BACK.test(remark)) return undefined;
  const others = words(options.filter((option) => option.value !== value));
  if (pieces(remark).some((piece) => others.some((other) => other.includes(piece)))) return undefined;
  const said = `${quote(raw)}记为“${optionTitle(options, value)}”`;
  return keepWithWarning(value, said, 'choice/remark', `${said}，括号里的${quote(remark)}没有存入，有用的请写到别的栏`);
}

const TAKES_BACK = /[未不无非否拟待原曾停]|预备|在职|在读|肄业|函授|自考|成人|业余|取消|注销|部分/;

/** A text in twos; one mark alone is its own piece. */
function pieces(text: string): readonly string[] {
  const marks = [...text.trim()];
  return marks.length < 2 ? marks : marks.slice(1).map((mark, at) => `${marks[at]}${mark}`);
}

/** Several options, parted by 、，,;；/ or line ends, each once and in the order written. */
export function choicesFromText(raw: string, options: readonly Option[]): Conversion {
  const whole = optionFor(raw, options);
  if (whole !== undefined) return keep([whole], whole === raw.trim() ? undefined : `${quote(raw)}记为“${whole}”`);
  const parts = splitWords(raw);
  if (parts.length === 0) return refuse('choice/unknown', `${quote(raw)}里没有选项，请填写选项或留空`);
  if (options.length === 0) return keepWithWarning([...new Set(parts)], undefined, 'choice/no-options', NO_OPTIONS);
  const values: string[] = [];
  for (const part of parts) {
    const value = optionFor(part, options);
    if (value === undefined) return unknown(part, options);
    if (!values.includes(value)) values.push(value);
  }
  const literal = values.length === parts.length && values.every((value, place) => value === parts[place]);
  return keep(values, literal ? undefined : `${quote(raw)}记为“${values.join('、')}”`);
}

const YES = new Set(['是', '有', '√', '✓', '✔', 'v', '对', '对号', 'y', 'yes', 'true', '1', '已', '☑']);
const NO = new Set(['否', '无', '没有', '不是', '×', '✗', '✘', 'x', '错', 'n', 'no', 'false', '0', '未', '☐', '□']);
const PLAIN = new Set(['是', '否', '有', '无']);

/** Of printed boxes the words behind those that are ticked: ☑是 □否. */
const TICKED = /[☑✓✔√■]\s*(?:是|否|有|无)/g;

/** 是/否, 有/无, √/×, a ticked box, and the words the field's own options add. */
export function yesNoFromText(raw: string, options: readonly Option[] = []): Conversion {
  const own = optionFor(raw, options);
  const [ticked, another] = raw.match(TICKED) ?? [];
  const word = comparable(own ?? (ticked === undefined || another ? raw : ticked.slice(1)));
  const value = YES.has(word) ? true : NO.has(word) ? false : undefined;
  if (value === undefined) return refuse('yes-no/unreadable', `${quote(raw)}不是“是”或“否”`);
  return keep(value, PLAIN.has(raw.trim()) ? undefined : `${quote(raw)}记为“${value ? '是' : '否'}”`);
}
