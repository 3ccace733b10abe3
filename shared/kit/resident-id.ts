import { isDay } from './day.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2), or undefined where they are no digits. */
export function residentIdCheck(first17: string): string | undefined {
  if (!/^\d{17}$/.test(first17)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * (first17.charCodeAt(place) - 48), 0);
  return CHECK_CHARACTERS[sum % 11];
}

/** Day of birth written in a number of 18 or 15 characters, or undefined where it is no day. */
export function birthDayOf(residentId: string): string | undefined {
  const digits = residentId.length === 15 ? `19${residentId.slice(6, 12)}` : residentId.slice(6, 14);
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isDay(day) ? day : undefined;
}

export type ResidentIdFlaw = 'shape' | 'fifteen' | 'birth' | 'check';

/** What is odd about a resident ID number in upper case; undefined for a sound one of 18 characters. */
export function residentIdFlaw(residentId: string): ResidentIdFlaw | undefined {
  if (/^\d{15}$/.test(residentId)) return 'fifteen';
  if (!/^\d{17}[\dX]$/.test(residentId)) return 'shape';
  if (birthDayOf(residentId) === undefined) return 'birth';
  return residentIdCheck(residentId.slice(0, 17)) === residentId[17] ? undefined : 'check';
}

/**
 * True where a text holds something that looks like a resident ID number: 18 characters by themselves with a possible
 * day of birth since 1850. Order numbers of the same length rarely carry one.
 */
export function holdsResidentId(text: string): boolean {
  for (const [candidate] of text.matchAll(/(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g)) {
    const born = birthDayOf(candidate);
    if (born !== undefined && born >= '1850' && born < '2100') return true;
  }
  return false;
}
