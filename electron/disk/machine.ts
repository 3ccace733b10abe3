import os from 'node:os';
import type { Machine } from '../../shared/desktop-api.ts';

/** What the program runs on. Neither the computer's name nor the user's. */
export const readMachine = (): Machine => {
  const { electron = '', chrome = '', node } = process.versions;
  return {
    // Only on Windows the version is a name: Windows 10 Pro.
    system: `${process.platform === 'win32' ? os.version() : os.type()} ${os.release()}`,
    architecture: os.arch(),
    processors: os.cpus().length,
    memory: os.totalmem(),
    electron,
    chromium: chrome,
    node,
  };
};
