import os from 'node:os';
import type { Machine } from '../shared/desktop-api.ts';

/** What the program runs on. Neither the computer's name nor the user's. */
export const readMachine = (): Machine => {
  const { electron = '', chrome = '', node } = process.versions;
  return {
    system: `${os.version()} ${os.release()}`,
    architecture: os.arch(),
    processors: os.cpus().length,
    memory: os.totalmem(),
    electron,
    chromium: chrome,
    node,
  };
};
