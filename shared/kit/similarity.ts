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

/** Words every second item carries; they say how or when it is done, not what it is about. */
const STOP_WORDS = [
  '进社区',
  '进万家',
  '今冬明春',
  '冬春季',
  '春季',
  '夏季',
  '秋季',
  '冬季',
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
  '全国',
  '年度',
  '活动',
  '任务',
  '事项',
  '专项',
  '日常',
  '对象',
  '的函',
  '通知',
];

/** What is done, always a word of its own: cutting 防火宣传 into 防火 and 宣传 leaves no meaningless 火宣 between them. */
const ACTIONS = [
  '宣传',
  '教育',
  '排查',
  '巡查',
  '检查',
  '登记',
  '督促',
  '演练',
  '管理',
  '服务',
  '防控',
  '预防',
  '防治',
  '防范',
  '处置',
  '控制',
  '劝阻',
  '调解',
  '动员',
  '调查',
  '评估',
  '统计',
  '发放',
  '申领',
  '受理',
  '帮扶',
  '帮教',
  '救助',
  '保护',
  '指导',
  '义务',
];

/** 区住建局, 市公安局宿豫分局: who asks says nothing about what is asked. */
const DEPARTMENT = /[省市区县][\u4e00-\u9fff]{1,6}?(?:分局|支队|大队|委员会|局|办公室)/g;
const ORDINAL = /第[零一二三四五六七八九十百\d]+[次届季轮]/g;

const WHOLE_WORDS: ReadonlySet<string> = new Set([...SYNONYMS.map((row) => row.at(-1) ?? ''), ...ACTIONS]);
const ANY_WHOLE_WORD = new RegExp(`(${[...WHOLE_WORDS].join('|')})`);
const ANY_SYNONYM = new RegExp(REPLACEMENTS.map(([from]) => from).join('|'));
const ANY_STOP_WORD = new RegExp(STOP_WORDS.join('|'), 'g');

/** The two-character pieces of a word; a single character says too little. */
function bigrams(word: string): readonly string[] {
  const found: string[] = [];
  let before = '';
  for (const sign of word) {
    if (before !== '') found.push(before + sign);
    before = sign;
  }
  return found;
}

/**
 * What a text is about, as a set of pieces: synonyms made one and kept whole like 宣传 and 排查, the rest cut into
 * two-character pieces; numbers, marks, department names and stop words are left out. A text of nothing else (协助) is cut
 * as it stands, so that it still equals itself.
 */
export function pieces(text: string): ReadonlySet<string> {
  const whole = text.normalize('NFKC').replace(/\s+/g, '');
  const found = withoutSynonyms(whole)
    .replace(DEPARTMENT, '|')
    .replace(ORDINAL, '|')
    .replace(ANY_STOP_WORD, '|')
    .split(/[^\p{L}]+/u)
    .flatMap((part) => part.split(ANY_WHOLE_WORD))
    .flatMap((part) => (WHOLE_WORDS.has(part) ? [part] : bigrams(part)));
  return new Set(found.length > 0 ? found : bigrams(whole.replace(/[^\p{L}]/gu, '')));
}

/** Most texts hold none, and an import asks for hundreds of thousands. */
function withoutSynonyms(text: string): string {
  if (!ANY_SYNONYM.test(text)) return text;
  return REPLACEMENTS.reduce((words, [from, to]) => words.replaceAll(from, to), text);
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
