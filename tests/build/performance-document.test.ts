import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../build/find-runtime.mjs';
import { isPart, machineWords, SECTIONS, withSection } from '../bench/performance-document.ts';

const document = readFileSync(path.join(projectFolder, 'docs/PERFORMANCE.md'), 'utf8');

test('docs/PERFORMANCE.md has the sections of the bench, in its order', () => {
  expect([...document.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(Object.values(SECTIONS));
});

test('a part replaces what it measured, keeps what its section says, and touches nothing else', () => {
  const before = '# P\n\n## Launch\n\nWhat it is.\n\nNot measured yet.\n\n## Reading .xlsx\n\nOther.\n';
  const first = withSection(before, 'launch', 'Measured on 2026-11-25, 2 cores.', ['  ms', '  12  ']);
  expect(first).toBe(
    '# P\n\n## Launch\n\nWhat it is.\n\nMeasured on 2026-11-25, 2 cores.\n\n```text\n  ms\n  12\n```\n\n## Reading .xlsx\n\nOther.\n',
  );
  const again = withSection(first, 'launch', 'Measured on 2026-11-26, 2 cores.', ['  13']);
  expect(again).toContain('## Reading .xlsx\n\nOther.\n');
  expect(again).not.toContain('2026-11-25');
  const last = withSection(again, 'reading', 'Measured on 2026-11-26, 2 cores.', ['1']);
  expect(last.endsWith('Other.\nMeasured on 2026-11-26, 2 cores.\n\n```text\n1\n```\n')).toBe(true);
});

test('a section that is not there, a part that is none', () => {
  expect(() => withSection('# P\n', 'store', '', [])).toThrow('The store');
  expect(isPart('launch')).toBe(true);
  expect(isPart('nothing')).toBe(false);
});

test('the machine is named by cores and memory, with its load', () => {
  expect(machineWords('2026-11-25', 0.34)).toMatch(
    /^Measured on 2026-11-25, \d+ cores, \d+ GB of memory, load 0\.3 before\.$/,
  );
});
