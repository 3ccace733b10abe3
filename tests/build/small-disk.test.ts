import { expect, test } from 'vitest';
import { whyNoDisk } from '../small-disk.ts';

test('a full-disk test skips with its reason; on Linux under CI only with one that somebody gave', () => {
  expect(whyNoDisk('linux', {})).toBe('mounting a small disk needs root, or sudo that asks for no password');
  expect(whyNoDisk('win32', { CI: 'true' })).toBe('a small disk is mounted on Linux only');
  expect(whyNoDisk('linux', { CI: 'true', NO_SMALL_DISK: 'the container may not' })).toBe('the container may not');
  expect(() => whyNoDisk('linux', { CI: 'true' })).toThrow('NO_SMALL_DISK');
  expect(() => whyNoDisk('linux', { CI: 'true', NO_SMALL_DISK: '' })).toThrow('NO_SMALL_DISK');
});
