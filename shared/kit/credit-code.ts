const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Check character of the first 17 characters (GB 32100-2015), or undefined where one of them is not allowed. */
export function creditCodeCheck(first17: string): string | undefined {
  if (first17.length !== 17) return undefined;
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) {
    const value = CHARACTERS.indexOf(first17[place] ?? ' ');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31];
}

/** What is odd about a 统一社会信用代码 in upper case; undefined for a sound one. */
export function creditCodeFlaw(code: string): 'shape' | 'check' | undefined {
  if (code.length !== 18) return 'shape';
  const check = creditCodeCheck(code.slice(0, 17));
  if (check === undefined) return 'shape';
  return check === code[17] ? undefined : 'check';
}
