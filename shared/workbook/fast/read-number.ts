import { dayOf, serialFromDay } from '../../kit/day.ts';
import { UnknownShape } from './unknown-shape.ts';

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
/** Powers of ten that a double holds exactly. */
const TENS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * The number written in a stretch of bytes. Up to 15 digits need no string: whole digits and power of ten are both exact,
 * so their quotient is the nearest double. Throws UnknownShape where it is no number.
 */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === MINUS;
  let at = negative ? start + 1 : start;
  let digits = 0;
  let point = 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (byte === POINT && point === 0) point = at + 1;
    else break;
  }
  const length = at - start;
  if (at < end || length > 15 || length === 0 || (negative && length === 1)) return readLong(bytes, start, end);
  const value = point === 0 ? digits : digits / (TENS[end - point] ?? Number.NaN);
  return negative ? -value : value;
}

function readLong(bytes: Uint8Array, start: number, end: number): number {
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 64))).trim();
  const value = Number(text);
  if (end - start > 64 || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) || !Number.isFinite(value)) {
    throw new UnknownShape('number');
  }
  return value;
}

/** A whole number from 0 on, as references and indexes are written. */
export function readCount(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9 || value > 1e9) throw new UnknownShape('count');
    value = value * 10 + digit;
  }
  if (start === end) throw new UnknownShape('count');
  return value;
}

/**
 * The serial of a cell that writes its date as ISO 8601 (`2026-09-30`, `2026-09-30T08:30:00`, `08:30:00`), no zone looked
 * at: such a cell means the wall clock. Throws UnknownShape for anything else.
 */
export function serialFromIso(text: string, date1904: boolean): number {
  const parts = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (parts === null || (parts[1] === undefined && parts[4] === undefined)) throw new UnknownShape('ISO date');
  const [hours, minutes, seconds] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  if (hours > 24 || minutes > 59 || seconds >= 60) throw new UnknownShape('ISO date');
  const time = (hours * 3600 + minutes * 60 + seconds) / 86400;
  if (parts[1] === undefined) return time;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === undefined) throw new UnknownShape('ISO date');
  const serial = serialFromDay(day);
  // Serials of the 1900 system before 61 are one short of its straight line back, see the 29 February 1900 that never was.
  return (date1904 ? (serial < 60 ? serial + 1 : serial) - 1462 : serial) + time;
}
