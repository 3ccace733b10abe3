import type { Value } from './values.ts';

/** The number a field holds; what is blank or no number adds nothing to a sum. */
export const numberOrZero = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** 7 as 07. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0');
