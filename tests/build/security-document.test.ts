import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../electron/channels.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/window/app-protocol.ts';
import { ALLOWED_PERMISSIONS } from '../../electron/window/no-network.ts';

const project = path.resolve(import.meta.dirname, '../..');
const document = readFileSync(path.join(project, 'docs/SECURITY.md'), 'utf8');
const { electronFuses } = createRequire(import.meta.url)('../../build/electron-builder.config.cjs');

/** Cells of the table rows below a heading, up to the next one. */
const rowsBelow = (heading: string): readonly (readonly string[])[] => {
  const [, after = ''] = document.split(`${heading}\n`);
  const [section = ''] = after.split(/^#/m);
  return [...section.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()));
};

const inCode = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words);

describe('docs/SECURITY.md says what the code does', () => {
  test('all twenty points of the checklist, each with what holds it', () => {
    const rows = rowsBelow("### Electron's checklist").filter(([number = '']) => /^\d+$/.test(number));
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(rows.filter(([, , , held = '']) => held === '')).toEqual([]);
  });

  test('the policy, word for word', () => {
    expect(document).toContain(`    ${CONTENT_SECURITY_POLICY}\n`);
  });

  test('the permissions', () => {
    const [, after = ''] = document.split('### Permissions the page has\n');
    expect(inCode(after.split(/^#/m)[0] ?? '')).toEqual([...ALLOWED_PERMISSIONS]);
  });

  test('the channels', () => {
    const [, after = ''] = document.split('### Channels of the shell\n');
    expect(inCode(after.split(/^#/m)[0] ?? '')).toEqual([...CHANNELS]);
  });

  test('the fuses', () => {
    const told = rowsBelow('### Fuses of the packed program').flatMap(([name = '', state]) =>
      inCode(name).map((fuse) => [fuse, state === 'on']),
    );
    expect(Object.fromEntries(told)).toEqual(electronFuses);
  });
});
