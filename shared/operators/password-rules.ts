const SHORTEST = 8;
const LONGEST = 100;

/**
 * Why a password will not do; undefined where it will. Length counts, not signs of every sort: long ones are kept in the
 * head, others on a slip of paper (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordFault(password: string, name: string): string | undefined {
  const characters = Array.from(password);
  if (characters.length < SHORTEST) return `至少 ${SHORTEST} 个字符，可以用一句好记的话`;
  if (characters.length > LONGEST) return `最多 ${LONGEST} 个字符`;
  if (new Set(characters).size < 4) return '不要用重复的字符，别人一试就对';
  if (/^\d+$/.test(password) && '01234567890123456789 98765432109876543210'.includes(password))
    return '不要用顺着数的数字，别人一试就对';
  if (name !== '' && password.includes(name)) return '不要包含姓名';
  return undefined;
}
