// npm run e2e [playwright arguments]: the end-to-end specs, on Electron where its binary is, else on the stand-in.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findSpecRuntime, projectFolder } from './find-runtime.mjs';
import { buildIfStale } from './stale.mjs';

const require = createRequire(import.meta.url);
const runtime = findSpecRuntime();

if (!runtime) {
  console.error('e2e: NOT RUN. Neither Electron nor Chromium, Chrome or Edge was found, so no spec was tried.');
  console.error('e2e: run `npx install-electron`, or install Chromium (Debian: apt-get install chromium).');
  process.exit(process.env.CI ? 1 : 0);
}
console.log(
  runtime.standin
    ? 'e2e: on the STAND-IN (Chromium), not on Electron. docs/TESTING.md says what that leaves unproved.'
    : `e2e: on Electron, ${runtime.executable}`,
);
buildIfStale();
const playwright = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
const { status } = spawnSync(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
  cwd: projectFolder,
  stdio: 'inherit',
});
process.exit(status ?? 1);
