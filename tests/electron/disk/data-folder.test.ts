import path from 'node:path';
import { expect, test } from 'vitest';
import { settleDataFolder } from '../../../electron/disk/data-folder.ts';

/** What of Electron's `app` decides where the data lies: the user's own folder, and what the program was started with. */
const appStartedWith = (userDataDir: string) => {
  const set: string[] = [];
  const app = {
    commandLine: { getSwitchValue: () => userDataDir },
    getPath: () => path.resolve('/Users/clerk/AppData/Roaming'),
    setPath: (name: string, folder: string) => void set.push(`${name}=${folder}`),
  };
  return { app: app as unknown as Parameters<typeof settleDataFolder>[0], set };
};

// Installed, unpacked from the portable archive, a later version: where the program lies is never asked.
test('the data lies in the frozen folder of the user, wherever the program lies', () => {
  const { app, set } = appStartedWith('');
  const folder = path.resolve('/Users/clerk/AppData/Roaming/StreetLedger');
  expect(settleDataFolder(app)).toBe(folder);
  expect(set).toEqual([`userData=${folder}`]);
});

test('a folder given at the start wins', () => {
  const { app, set } = appStartedWith('/elsewhere/data');
  expect(settleDataFolder(app)).toBe(path.resolve('/elsewhere/data'));
  expect(set).toEqual([`userData=${path.resolve('/elsewhere/data')}`]);
});
