import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { foreignControl } from '../../../electron/window/foreign-control.ts';

const startedWith =
  (...given: readonly string[]) =>
  (name: string) =>
    given.includes(name);

describe('a program that another program could steer', () => {
  test.each(['remote-debugging-port', 'remote-debugging-pipe', 'load-extension', 'disable-web-security'])(
    'does not start with --%s, and says why',
    (name) => {
      expect(foreignControl(true, startedWith(name))).toContain(`--${name}`);
    },
  );

  test('names every such switch it was given', () => {
    const words = foreignControl(true, startedWith('remote-debugging-pipe', 'remote-allow-origins'));
    expect(words).toContain('--remote-debugging-pipe、--remote-allow-origins');
  });

  test('starts with any other, and in a checkout with these too', () => {
    expect(foreignControl(true, startedWith('lang', 'user-data-dir'))).toBeUndefined();
    expect(foreignControl(false, startedWith('remote-debugging-port'))).toBeUndefined();
  });

  test('is asked before anything else of the shell happens', () => {
    const main = readFileSync(path.resolve(import.meta.dirname, '../../../electron/main.ts'), 'utf8');
    const [before = ''] = main.split('foreignControl(app.isPackaged');
    expect(before).not.toBe(main);
    for (const later of ['settleDataFolder(app)', 'requestSingleInstanceLock', 'start(dataFolder)'])
      expect(before).not.toContain(later);
  });
});
