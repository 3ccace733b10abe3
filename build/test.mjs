// npm test [-- --only=<suite>[,<suite>]]: every suite in order, each within its budget, then a summary. The last line is
// `N passed, N failed`. With CI set, a suite this machine cannot run is a failure.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './find-runtime.mjs';
import { SUITES } from './suites.mjs';

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const unknown = only?.filter((name) => !SUITES.some((suite) => suite.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`unknown suite ${unknown.join(', ')}; there are ${SUITES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

/**
 * Runs one Node command for at most `limit` milliseconds; its exit code, or 'late'. It leads a process group of its own,
 * so that a late one ends with everything it started.
 *
 * @returns {Promise<number | 'late'>}
 */
const run = (/** @type {readonly string[]} */ command, /** @type {number} */ limit) =>
  new Promise((resolve) => {
    const group = process.platform !== 'win32';
    const child = spawn(process.execPath, [...command], { cwd: projectFolder, stdio: 'inherit', detached: group });
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(group ? -child.pid : child.pid, 'SIGTERM');
    };
    const interrupted = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end();
    }, limit);
    child.on('exit', (code) => {
      clearTimeout(timer);
      process.removeListener('SIGINT', interrupted);
      resolve(late ? 'late' : (code ?? 1));
    });
  });

/** Tests passed, failed and skipped, by vitest's or Playwright's own report; nothing where no report was written. */
const count = (/** @type {string | undefined} */ file) => {
  if (!file) return { passed: 0, failed: 0, skipped: 0 };
  try {
    const { stats, numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
    return stats
      ? { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
      : { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
};

const runSuite = async (/** @type {typeof SUITES[number]} */ { name, budget, commands, counts, missing }) => {
  console.log(`\n=== ${name} (at most ${budget} s) ===`);
  if (missing) {
    console.error(`${name}: NOT RUN, ${missing}`);
    const failed = process.env.CI ? 1 : 0;
    return { name, seconds: 0, budget, passed: 0, failed, skipped: 0, why: `NOT RUN: ${missing}` };
  }
  if (counts) rmSync(counts, { force: true });
  const begun = performance.now();
  const left = () => budget * 1000 - (performance.now() - begun);
  /** @type {number | 'late'} */
  let outcome = 0;
  for (const command of commands) if (outcome === 0) outcome = await run(command, left());
  const { passed, failed, skipped } = count(counts);
  const why = outcome === 'late' ? 'over its budget' : outcome === 0 ? '' : `exit code ${outcome}`;
  // Types, lint and build have no tests to count, and a crash may come before any: each is one failure.
  const seconds = (performance.now() - begun) / 1000;
  return { name, seconds, budget, passed, failed: outcome === 0 ? failed : Math.max(failed, 1), skipped, why };
};

mkdirSync(path.join(projectFolder, 'test-results'), { recursive: true });
const outcomes = [];
for (const suite of SUITES) if (!only || only.includes(suite.name)) outcomes.push(await runSuite(suite));

console.log('\n=== summary ===');
for (const { name, seconds, budget, passed, failed, skipped, why } of outcomes) {
  const tests = passed + failed + skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  const verdict = failed > 0 ? 'FAILED' : why ? '------' : 'ok    ';
  console.log(`${verdict} ${name.padEnd(6)} ${seconds.toFixed(1).padStart(6)} s of ${budget} s  ${tests} ${why}`);
}
const total = (/** @type {'passed' | 'failed'} */ key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') > 0 ? 1 : 0);
