import { containment, dice, pieces, type Weight } from '../../kit/similarity.ts';
import { type Citation, citations, citationText } from '../review/legal-basis.ts';
import { type KeywordPattern, keywordHit, keywordPatterns } from './keyword-patterns.ts';

/** What matching needs of a catalogue item; `id` is the record's. */
export type CatalogueEntry = {
  readonly id: string;
  readonly code?: string;
  readonly listType: string;
  readonly name: string;
  readonly duty?: string;
  readonly basis?: string;
  /** Other names of the item; of a forbidden one, patterns such as 招商+线索. */
  readonly keywords?: string;
  readonly status?: string;
  /** Who does it instead of the street, on the list of what the superior took back. */
  readonly takeoverDept?: string;
};

/** What matching needs of an application. */
export type MatchInput = {
  readonly itemName: string;
  readonly dutyComm?: string;
  readonly legalBasis?: string;
};

export type MatchOutcome = '清单内' | '清单外' | '负面' | '待人工判断';

/** How alike, 0 to 1 each; `basis` is absent where the application cites no article or the item has none. */
export type MatchParts = { readonly name: number; readonly duty: number; readonly basis?: number };

export type MatchCandidate = {
  readonly item: CatalogueEntry;
  /** 0 to 1. */
  readonly score: number;
  readonly parts: MatchParts;
};

/** The verdict on one application, and why, in sentences a clerk can repeat to the department. */
export type MatchResult = {
  readonly result: MatchOutcome;
  readonly best?: MatchCandidate;
  /** The three most alike, best first. */
  readonly candidates: readonly MatchCandidate[];
  readonly why: readonly string[];
};

/**
 * From here on the item is the catalogue's: three fifths of a name where no article is cited, or a fifth of a name with
 * the very article. A full name with another law's article reaches only half.
 */
export const ON_LIST = 0.6;
/**
 * Below a third of a name the likeness is of common words only. Between the two a human decides; nothing is guessed
 * silently.
 */
export const OFF_LIST = 0.33;
/** Share of the name in the score; the rest is the duty. Duties are short (协助, 组织) and tell little apart. */
const NAME_SHARE = 0.85;
/**
 * Share of the legal basis where both sides name an article: what the law says weighs as much as what the task is
 * called. The article alone is not enough: one article can carry several tasks.
 */
const BASIS_SHARE = 0.5;
/** Same law, other article. */
const SAME_LAW = 0.4;
/** A name wholly contained in a longer title is nearly the same name. */
const CONTAINED = 0.9;

type Prepared = {
  readonly item: CatalogueEntry;
  readonly names: readonly ReadonlySet<string>[];
  readonly duty: ReadonlySet<string>;
  readonly citations: readonly Citation[];
};

type Forbidden = {
  readonly item: CatalogueEntry;
  readonly patterns: readonly KeywordPattern[];
  readonly name: ReadonlySet<string>;
};

/** A catalogue made ready once, so that a thousand applications are compared in a fraction of a second. */
export type CatalogueIndex = {
  readonly items: readonly Prepared[];
  readonly forbidden: readonly Forbidden[];
  readonly weight: Weight;
};

/** What an item goes by: its name, the name without what stands in brackets (受委托), and its other names. */
function namesOf(item: CatalogueEntry): readonly string[] {
  const name = item.name.normalize('NFKC');
  const others = (item.keywords ?? '').normalize('NFKC').split(/[、,;]/);
  return [...new Set([name, name.replace(/\(.*?\)/g, ''), ...others])].filter((text) => text.trim() !== '');
}

/** Prepares the items in force: pieces of name and duty, citations, patterns, and how common each piece is. */
export function catalogueIndex(entries: readonly CatalogueEntry[]): CatalogueIndex {
  const positive = entries.filter((entry) => entry.listType !== '负面');
  const items = positive.map((item) => ({
    item,
    names: namesOf(item).map((name) => pieces(name)),
    duty: pieces(item.duty ?? ''),
    citations: citations(item.basis ?? ''),
  }));
  const forbidden = entries
    .filter((entry) => entry.listType === '负面')
    .map((item) => ({ item, patterns: keywordPatterns(item.keywords ?? ''), name: pieces(item.name) }));
  return { items, forbidden, weight: rarity(items) };
}

/** A piece in n of N names counts log(1 + N / n): 宣传 tells little, 古树 a lot. One the catalogue never saw counts most. */
function rarity(items: readonly Prepared[]): Weight {
  const seen = new Map<string, number>();
  for (const { names } of items) {
    for (const piece of new Set(names.flatMap((name) => [...name]))) seen.set(piece, (seen.get(piece) ?? 0) + 1);
  }
  const weights = new Map([...seen].map(([piece, count]) => [piece, Math.log(1 + items.length / count)] as const));
  const unseen = Math.log(1 + Math.max(1, items.length));
  return (piece) => weights.get(piece) ?? unseen;
}

/** Best likeness of basis: 1 the same article, SAME_LAW the same law only, 0 neither; undefined where one side has none. */
function basisLikeness(own: readonly Citation[], item: readonly Citation[]): number | undefined {
  if (own.length === 0 || item.length === 0) return undefined;
  let best = 0;
  for (const left of own) {
    for (const right of item) {
      if (left.law !== right.law) continue;
      best = Math.max(best, left.article === right.article ? 1 : SAME_LAW);
    }
  }
  return best;
}

function nameLikeness(own: ReadonlySet<string>, name: ReadonlySet<string>, weight: Weight): number {
  const alike = dice(own, name, weight);
  if (Math.min(own.size, name.size) < 2) return alike;
  const shorter = own.size < name.size ? containment(own, name, weight) : containment(name, own, weight);
  return Math.max(alike, (alike + CONTAINED * shorter) / 2);
}

/** The duty can only help: 协助 against 张贴海报 is no reason to doubt an equal name. */
function score(parts: MatchParts): number {
  const words = Math.max(parts.name, NAME_SHARE * parts.name + (1 - NAME_SHARE) * parts.duty);
  return parts.basis === undefined ? words : (1 - BASIS_SHARE) * words + BASIS_SHARE * parts.basis;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const itemTitle = (item: CatalogueEntry): string => `${item.code === undefined ? '' : `${item.code} `}“${item.name}”`;

function basisReason(own: readonly Citation[], { item, parts }: MatchCandidate): string {
  if (own.length === 0) return '申请没有写明法律条款，只按名称和职责比对';
  const cited = own.map(citationText).join('、');
  if (parts.basis === undefined) return `申请依据 ${cited}；清单条目没有登记条款，无法核对依据`;
  if (parts.basis === 1) return `依据一致：${item.basis ?? ''}`;
  if (parts.basis > 0) return `依据同一部法律但条款不同：申请为 ${cited}，清单为 ${item.basis ?? ''}`;
  return `依据不一致：申请为 ${cited}，清单为 ${item.basis ?? ''}`;
}

/** 基本履职 and 配合履职 are the street's own duties; that they reach a community is for a human to weigh. */
const STREET_LISTS: readonly string[] = ['基本履职', '配合履职'];
/** What the community itself serves or decides; no department may hand down work by it. */
const COMMUNITY_LISTS: readonly string[] = ['管理服务', '小微权力'];
const TAKEN_BACK = '收回';

const isForHumans = ({ listType }: CatalogueEntry): boolean =>
  STREET_LISTS.includes(listType) || COMMUNITY_LISTS.includes(listType);

function verdict(best: MatchCandidate | undefined): Exclude<MatchOutcome, '负面'> {
  if (best === undefined || best.score < OFF_LIST) return '清单外';
  if (best.score < ON_LIST || isForHumans(best.item)) return '待人工判断';
  return best.item.listType === TAKEN_BACK ? '清单外' : '清单内';
}

/** What the clerk must know about the item that was found, beside its likeness. */
function itemReasons({ item, score: likeness }: MatchCandidate): readonly string[] {
  if (likeness < ON_LIST) return [];
  const reasons: string[] = [];
  if (item.listType === TAKEN_BACK) {
    const who = item.takeoverDept === undefined ? '上级部门' : item.takeoverDept;
    reasons.push(`该条目列在上级部门收回事项清单，由${who}承接，不应再交社区`);
  }
  if (STREET_LISTS.includes(item.listType)) reasons.push(`该条目列在街道${item.listType}事项清单，不是社区的事项`);
  if (COMMUNITY_LISTS.includes(item.listType)) {
    reasons.push(`该条目列在社区${item.listType}清单，写的是社区自己的服务或权力，不等于部门可以交办`);
  }
  if (item.status === '修订中') reasons.push('该条目正在修订，请核对现行文本');
  return reasons;
}

/**
 * What an application hits of a forbidden item: the words of its patterns, or, where the clerk's own list gives none,
 * the item's whole name in much the same words.
 */
function forbiddenHit(
  text: string,
  name: ReadonlySet<string>,
  { item, patterns, name: barred }: Forbidden,
  weight: Weight,
) {
  if (patterns.length > 0) return keywordHit(patterns, text);
  return nameLikeness(name, barred, weight) >= ON_LIST ? [item.name] : undefined;
}

function heading(result: Exclude<MatchOutcome, '负面'>, { item, score: likeness }: MatchCandidate): string {
  if (likeness < ON_LIST) return result === '清单外' ? '清单中没有相符的条目' : '与清单条目部分相似，请人工判断';
  if (item.listType === TAKEN_BACK) return '与上级部门收回的事项相符';
  if (COMMUNITY_LISTS.includes(item.listType)) return '与社区自身清单的条目相符，请人工判断';
  return result === '清单内' ? '与清单条目相符' : '与街道清单的条目相符，请人工判断';
}

/**
 * Compares one application with the catalogue. The forbidden list comes first: an item on it is 负面 whatever else it
 * resembles (民发〔2015〕136号).
 */
export function matchWithIndex(application: MatchInput, index: CatalogueIndex): MatchResult {
  const own = citations(application.legalBasis ?? '');
  const name = pieces(application.itemName);
  const duty = pieces(application.dutyComm ?? '');
  const candidates = index.items
    .map((prepared): MatchCandidate => {
      const basis = basisLikeness(own, prepared.citations);
      const parts: MatchParts = {
        name: Math.max(0, ...prepared.names.map((other) => nameLikeness(name, other, index.weight))),
        duty: dice(duty, prepared.duty),
        ...(basis === undefined ? {} : { basis }),
      };
      return { item: prepared.item, score: score(parts), parts };
    })
    .sort((left, right) => right.score - left.score)
    .slice(0, 3);

  const text = `${application.itemName}\n${application.dutyComm ?? ''}`;
  for (const forbidden of index.forbidden) {
    const hit = forbiddenHit(text, name, forbidden, index.weight);
    if (hit === undefined) continue;
    const { item } = forbidden;
    const why = [
      `命中负面清单 ${itemTitle(item)}，命中词：${hit.join('、')}`,
      ...(item.basis === undefined ? [] : [`禁入依据：${item.basis}`]),
    ];
    return { result: '负面', best: { item, score: 1, parts: { name: 1, duty: 0 } }, candidates, why };
  }

  const best = candidates[0];
  const result = verdict(best);
  if (best === undefined) return { result, candidates, why: ['准入清单中没有启用的条目'] };
  return {
    result,
    best,
    candidates,
    why: [
      `${heading(result, best)}：最接近 ${itemTitle(best.item)}，综合相似度 ${percent(best.score)}` +
        `（名称 ${percent(best.parts.name)}，职责 ${percent(best.parts.duty)}）`,
      basisReason(own, best),
      ...itemReasons(best),
    ],
  };
}

/** Compares one application with a handful of entries; for many applications prepare the index once. */
export const matchApplication = (application: MatchInput, entries: readonly CatalogueEntry[]): MatchResult =>
  matchWithIndex(application, catalogueIndex(entries));
