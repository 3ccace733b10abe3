/** One article somebody cites: law name without 《》, year and 中华人民共和国, and the article's number. */
export type Citation = { readonly law: string; readonly article: string };

/** What people write for a law → its title without 中华人民共和国 and 全国. */
const SHORT_NAMES: { readonly [short: string]: string } = {
  低保条例: '城市居民最低生活保障条例',
  最低生活保障条例: '城市居民最低生活保障条例',
  处置非法集资条例: '防范和处置非法集资条例',
  处非条例: '防范和处置非法集资条例',
  反电诈法: '反电信网络诈骗法',
  反诈法: '反电信网络诈骗法',
  电信网络诈骗法: '反电信网络诈骗法',
  反家暴法: '反家庭暴力法',
  妇女权益法: '妇女权益保障法',
  未保法: '未成年人保护法',
  科普法: '科学技术普及法',
  老年人权益法: '老年人权益保障法',
  计划生育法: '人口与计划生育法',
  无障碍法: '无障碍环境建设法',
  噪声法: '噪声污染防治法',
};

const DIGITS = '零一二三四五六七八九';

/** 二百七十七 → 277; digits pass through; undefined where it is no number below 10,000. */
export function chineseNumber(text: string): number | undefined {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  if (!/^[零一二三四五六七八九十百千]+$/.test(plain)) return undefined;
  let total = 0;
  let digit = 0;
  for (const sign of plain) {
    const scale = sign === '十' ? 10 : sign === '百' ? 100 : sign === '千' ? 1000 : 0;
    if (scale === 0) digit = DIGITS.indexOf(sign);
    else {
      // 十五 has no 一 before 十.
      total += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
    }
  }
  return total + digit;
}

/** The law's name as it is compared: no brackets, no year of its text, no 中华人民共和国 or 全国, short names spelt out. */
export function lawName(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/[《》〈〉“”"\s]/g, '')
    .replace(/\((?:19|20)\d\d[^)]*\)/g, '')
    .replace(/^(?:根据|依据|按照|依照|执行|和|及|与|以及)+/, '')
    .replace(/^(?:中华人民共和国|全国|国务院)/, '');
  return SHORT_NAMES[bare] ?? bare;
}

const NUMBER = '[零〇一二两三四五六七八九十百千\\d]+';
const ARTICLES = new RegExp(`第?(${NUMBER}(?:条?[、,和及]第?${NUMBER})*)条(之[一二三四五六七八九])?`, 'g');

/**
 * Reads 《消防法》第6条, 消防法 第六条, 动物防疫法 第八、十八条 out of free text. A law named without an article yields
 * nothing: it cannot be checked against the catalogue.
 */
export function citations(text: string): readonly Citation[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const found: Citation[] = [];
  let law = '';
  let end = 0;
  for (const match of plain.matchAll(ARTICLES)) {
    const before = plain.slice(end, match.index).replace(/^(?:第?[一二三四五六七八九十\d]+[款项])+/, '');
    // 消防法第六条、第三十二条: a second article stands for the same law when nothing names another.
    const named = lawName(before.split(/[;。,、]/).at(-1) ?? '');
    if (named.length >= 2 && named !== '同法') law = named;
    end = match.index + match[0].length;
    if (law === '') continue;
    for (const part of (match[1] ?? '').split(/条?[、,和及]第?/)) {
      const number = chineseNumber(part);
      if (number !== undefined) found.push({ law, article: `${number}${match[2] ?? ''}` });
    }
  }
  return found;
}

/** 消防法 第6条: how a citation is shown in a reason. */
export const citationText = (citation: Citation): string => {
  const [number, suffix = ''] = citation.article.split(/(?=之)/);
  return `${citation.law}第${number}条${suffix}`;
};
