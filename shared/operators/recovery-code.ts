/** Letters and digits that cannot be taken for each other on paper (Crockford's base 32: no I, L, O, U). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 5;
const GROUP = 4;

/** Random bytes a code is made of: one a sign, of which five bits count. */
export const RECOVERY_BYTES = GROUPS * GROUP;

/** A code of 100 random bits as it is printed: XXXX-XXXX-XXXX-XXXX-XXXX. */
export function recoveryCode(random: Uint8Array): string {
  const signs = Array.from(random.subarray(0, RECOVERY_BYTES), (byte) => SIGNS[byte % SIGNS.length]).join('');
  return (signs.match(/.{4}/g) ?? []).join('-');
}

/** A code as someone types it off the paper: small letters, other dashes and blanks, O for 0, I and L for 1. */
export function readRecoveryCode(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-—–_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (signs.length !== GROUPS * GROUP || Array.from(signs).some((sign) => !SIGNS.includes(sign))) return undefined;
  return (signs.match(/.{4}/g) ?? []).join('-');
}
