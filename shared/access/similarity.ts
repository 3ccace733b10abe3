/**
 * Different words for one thing, each replaced by the last word of its row before texts are compared. A table a clerk
 * could read aloud; longer words stand before the shorter ones they contain.
 */
const SYNONYMS: readonly (readonly string[])[] = [
  [
    '反电信网络诈骗',
    '反电信诈骗',
    '电信网络诈骗',
    '网络诈骗',
    '电信诈骗',
    '反电诈',
    '电诈',
    '反诈骗',
    '防诈骗',
    '防骗',
    '诈骗',
    '反诈',
  ],
  ['防火', '灭火', '消防'],
  ['招商引资', '引资', '招商'],
  ['征订', '订购', '订阅'],
  ['最低生活保障', '低保'],
  ['优抚', '抚恤优待'],
  ['家庭暴力', '家暴'],
  ['慰问', '探望', '走访'],
  ['噪音', '噪声'],
  ['精神障碍', '精神病'],
  ['打击传销', '传销窝点', '查处传销'],
  ['毒品预防', '禁毒'],
  ['体育健身', '健身'],
  ['科学普及', '科普知识', '科普'],
  ['犬只', '犬'],
  ['隐患排查', '事故隐患'],
  ['儿童少年', '儿童'],
  ['上报', '报送', '报告'],
  ['业委会', '业主委员会'],
];

const REPLACEMENTS: readonly (readonly [from: string, to: string])[] = SYNONYMS.flatMap((row) => {
  const to = row.at(-1) ?? '';
  return row.slice(0, -1).map((from) => [from, to] as const);
});

/** Words every second item carries; they say how it is done, not what it is about. */
const STOP_WORDS = [
  '进社区',
  '进万家',
  '工作任务',
  '工作',
  '协助',
  '开展',
  '做好',
  '组织',
  '配合',
  '关于',
  '有关',
  '相关',
  '辖区',
  '社区',
  '居民',
  '全市',
  '全区',
  '年度',
  '活动',
  '任务',
  '事项',
  '专项',
  '日常',
  '任务',
  '的函',
  '通知',
];

/** 区住建局, 市公安局宿豫分局: who asks says nothing about what is asked. */
const DEPARTMENT = /[省市区县][\u4e00-\u9fff]{1,6}?(?:分局|支队|大队|委员会|局|办公室)/g;

/**
 * What a text is about: synonyms made one, then numbers, marks, department names and stop words taken out. A text made
 * of stop words only stays as it is, so that it still equals itself.
 */
export function essence(text: string): string {
  let core = text.normalize('NFKC').replace(/\s+/g, '');
  for (const [from, to] of REPLACEMENTS) core = core.replaceAll(from, to);
  const plain = core.replace(/[^\p{L}]/gu, '');
  core = core
    .replace(DEPARTMENT, '')
    .replace(/第[零一二三四五六七八九十百\d]+[次届季轮]/g, '')
    .replace(/[^\p{L}]/gu, '');
  for (const word of STOP_WORDS) core = core.replaceAll(word, '');
  return core === '' ? plain : core;
}

/** The set of two-character pieces of a text; a single character stands for itself. */
export function bigrams(text: string): ReadonlySet<string> {
  const signs = [...text];
  if (signs.length === 1) return new Set(signs);
  return new Set(signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`));
}

/** How much a piece counts: 1 for all unless pieces that many items share are to count less. */
export type Weight = (piece: string) => number;

const EQUAL: Weight = () => 1;

/** Dice coefficient of two sets, 0 to 1: twice what they share over what they hold. Two empty sets share nothing. */
export function dice(left: ReadonlySet<string>, right: ReadonlySet<string>, weight: Weight = EQUAL): number {
  let shared = 0;
  let held = 0;
  for (const piece of left) {
    const value = weight(piece);
    held += value;
    if (right.has(piece)) shared += value;
  }
  for (const piece of right) held += weight(piece);
  return held === 0 ? 0 : (2 * shared) / held;
}

/** Share of `part` that `whole` contains, 0 to 1: 消防安全宣传教育 inside a long title counts in full. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>, weight: Weight = EQUAL): number {
  let shared = 0;
  let held = 0;
  for (const piece of part) {
    const value = weight(piece);
    held += value;
    if (whole.has(piece)) shared += value;
  }
  return held === 0 ? 0 : shared / held;
}
