import { pinyin } from 'pinyin-pro';
import type { ReadInitials } from './search-text.ts';

/** The initials of Chinese characters by pinyin-pro's dictionary: large, and so in a module of its own. */
export const readInitials: ReadInitials = (run, isName) =>
  pinyin(run, { pattern: 'first', toneType: 'none', type: 'array', surname: isName ? 'head' : 'off' })
    .filter((initial) => /^[a-z]$/i.test(initial))
    .join('')
    .toLowerCase();
