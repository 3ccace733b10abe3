// What `npm test` runs, in order. A budget is in seconds on two cores; a suite that passes it has failed. All together
// they stay under 20 minutes.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findSpecRuntime, projectFolder } from './find-runtime.mjs';

const bin = (/** @type {string} */ file) => path.join(projectFolder, 'node_modules', file);
const results = (/** @type {string} */ name) => path.join(projectFolder, 'test-results', `${name}.json`);

const VITEST = bin('vitest/vitest.mjs');
const vitest = (/** @type {string} */ name, /** @type {string[]} */ ...rest) => [
  VITEST,
  'run',
  ...rest,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results(name)}`,
];

/** LibreOffice, which the slow suites open what we write with. */
const hasOffice = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].some((file) =>
  existsSync(file),
);

/**
 * Each suite: the Node command lines it consists of, its budget, where its tests are counted, and why it cannot run on
 * this machine, if so. With CI set, a suite that cannot run fails.
 *
 * @type {readonly { name: string, budget: number, commands: readonly (readonly string[])[], counts?: string, missing?: string }[]}
 */
export const SUITES = [
  {
    name: 'types',
    budget: 30,
    commands: [
      [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
      [bin('typescript/bin/tsc'), '--noEmit', '-p', 'shared/tsconfig.json'],
    ],
  },
  { name: 'lint', budget: 20, commands: [[bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']] },
  { name: 'unit', budget: 285, commands: [vitest('unit')], counts: results('unit') },
  { name: 'build', budget: 30, commands: [['build/build.mjs']] },
  {
    name: 'pack',
    budget: 75,
    commands: [vitest('pack', '--config', 'vitest.slow.config.ts', 'tests/pack')],
    counts: results('pack'),
  },
  {
    name: 'tables',
    budget: 35,
    commands: [vitest('tables', '--config', 'vitest.slow.config.ts', 'tests/tables')],
    counts: results('tables'),
  },
  {
    name: 'slow',
    budget: 50,
    commands: [vitest('slow', '--config', 'vitest.slow.config.ts', 'tests/slow')],
    counts: results('slow'),
    ...(hasOffice ? {} : { missing: 'LibreOffice is not installed (Debian: apt-get install libreoffice-calc)' }),
  },
  {
    name: 'faults',
    budget: 135,
    commands: [vitest('faults', '--config', 'vitest.faults.config.ts')],
    counts: results('faults'),
  },
  {
    name: 'e2e',
    budget: 535,
    commands: [['build/e2e.mjs']],
    counts: results('e2e'),
    ...(findSpecRuntime() ? {} : { missing: 'neither Electron nor Chromium, Chrome or Edge was found' }),
  },
];
