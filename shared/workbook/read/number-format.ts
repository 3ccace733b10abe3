/**
 * Does a number format show its number as a day or a time? Quoted words, escaped letters, [colours] and [conditions]
 * are left out first, so that `0"days"` and `[Red]0` stay numbers while `yyyy"年"m"月"` and `[$-804]上午/下午h` do not.
 */
export function showsDate(format: string): boolean {
  const bare = format
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/General|G\/通用格式/gi, '');
  return /[ymdhse]/i.test(bare.replace(/E[+-]/gi, ''));
}

/** A format that pads with zeros (000, "A"0000): the padded text is what the clerk means, a code, not a quantity. */
export function padsWithZeros(format: string): boolean {
  return /^("[^"]*")*0{2,}("[^"]*")*$/.test(format);
}
