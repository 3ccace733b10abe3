import { MEGABYTE } from '../../../shared/kit/bytes.ts';
import { countWords } from '../../../shared/kit/numbers.ts';

const KILOBYTE = 1024;

/** 12 KB, 3.4 MB of a number of bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < MEGABYTE) return `${countWords(Math.max(1, Math.round(bytes / KILOBYTE)))} KB`;
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
