import { MEGABYTE } from '../../../shared/kit/bytes.ts';

const KILOBYTE = 1024;

/** 12 KB, 3.4 MB of a number of bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.round(bytes / KILOBYTE)).toLocaleString('zh-CN')} KB`;
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
