import path from 'node:path';
import type { App } from 'electron';
import { DATA_FOLDER } from '../../shared/desktop-api.ts';

/**
 * Fixes where everything is kept, before Electron opens anything in it. The name never changes with the product's: a
 * moved folder looks like total loss to a user. `--user-data-dir` wins, so that specs have folders of their own.
 */
export const settleDataFolder = (app: App): string => {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  const folder = given === '' ? path.join(app.getPath('appData'), DATA_FOLDER) : path.resolve(given);
  app.setPath('userData', folder);
  return folder;
};
