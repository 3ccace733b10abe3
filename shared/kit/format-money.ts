import type { MoneyUnit } from './fields.ts';

const PLACES: { readonly [unit in MoneyUnit]: number } = { 元: 2, 万元: 6 };

/**
 * Fen as an amount of the unit with thousands commas and at least two decimals; 万元 shows up to six, so that no fen is
 * lost from sight. `20,000.00`, in 万元 `2.00`.
 */
export function moneyDigits(fen: number, unit: MoneyUnit): string {
  const places = PLACES[unit];
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = digits.slice(-places).replace(/0+$/, '').padEnd(2, '0');
  return `${fen < 0 ? '-' : ''}${whole}.${fraction}`;
}

/** Fen with the unit behind: `20,000.00 元`. */
export const formatMoney = (fen: number, unit: MoneyUnit): string => `${moneyDigits(fen, unit)} ${unit}`;
