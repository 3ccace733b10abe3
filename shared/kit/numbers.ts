import type { Value } from './values.ts';

/** The number a field holds; what is blank or no number adds nothing to a sum. */
export const numberOrZero = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** 7 as 07. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** What a double still says surely; spreadsheets show no more. */
const SURE_DIGITS = 15;

/**
 * To so many decimals as a spreadsheet rounds, by the digits people see and halves away from zero: 23 of 80 counts as
 * 28.749999999999996 % and is 28.8 on the screen as in the superior's file.
 */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(SURE_DIGITS)))) / scale;
}

/** The same as text, all decimals written: 28.0. */
export const fixed = (value: number, decimals: number): string => rounded(value, decimals).toFixed(decimals);

/** 12,345 of a count. */
export const countWords = (count: number): string => count.toLocaleString('zh-CN');
