/** One alternative of a keyword list: words that must all occur, words that must not. */
export type KeywordPattern = { readonly all: readonly string[]; readonly none: readonly string[] };

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Reads 招商+线索、拆违-宣传: 、 separates alternatives, + joins words, - excludes one. */
export function keywordPatterns(text: string): readonly KeywordPattern[] {
  return bare(text)
    .split(/[、,;]/)
    .map((alternative) => {
      const [head = '', ...none] = alternative.split('-');
      const words = (list: readonly string[]) => list.filter((word) => word !== '');
      return { all: words(head.split('+')), none: words(none) };
    })
    .filter((pattern) => pattern.all.length > 0);
}

/** The words of the first alternative that a text meets, or undefined. */
export function keywordHit(patterns: readonly KeywordPattern[], text: string): readonly string[] | undefined {
  const plain = bare(text);
  return patterns.find(
    ({ all, none }) => all.every((word) => plain.includes(word)) && !none.some((word) => plain.includes(word)),
  )?.all;
}
