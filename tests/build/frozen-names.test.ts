import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BROWSER_PORT, DATA_FOLDER, DATABASE, EXAMPLE_DATABASE, HOST, SCHEME } from '../../shared/desktop-api.ts';

// IndexedDB belongs to the very address: any change here looks to a user like the loss of everything.
test('the frozen names are what they were at the first landing', () => {
  expect({ SCHEME, HOST, DATA_FOLDER, DATABASE, EXAMPLE_DATABASE, BROWSER_PORT }).toEqual({
    SCHEME: 'app',
    HOST: 'street-ledger',
    DATA_FOLDER: 'StreetLedger',
    DATABASE: 'street-ledger',
    EXAMPLE_DATABASE: 'street-ledger-example',
    BROWSER_PORT: 41731,
  });
});

test('npm start serves the browser on the frozen port', () => {
  const script = readFileSync(path.resolve(import.meta.dirname, '../../build/start.mjs'), 'utf8');
  expect(script).toContain(`const PORT = ${BROWSER_PORT};`);
});

test('the window and the installer carry one id', () => {
  const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');
  expect(read('electron/main.ts')).toContain("setAppUserModelId('org.streetledger.app')");
  expect(read('build/electron-builder.config.cjs')).toContain("appId: 'org.streetledger.app'");
});
