import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { manifestLine, openSnapshot, sealOf } from '../../../shared/backup/snapshot-file.ts';
import type { SnapshotManifest } from '../../../shared/desktop-api.ts';

const manifest: SnapshotManifest = {
  format: 1,
  at: '2026-01-05T09:41:07+08:00',
  office: '东湖街道',
  counts: { application: 12 },
  version: '0.1.0',
  covers: {},
  hashes: [],
};
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
const utf8 = (text: string) => new TextEncoder().encode(text);
const sealed = (...parts: readonly Uint8Array[]) => joined(...parts, sealOf(sha256Of(joined(...parts))));

const whole = sealed(manifestLine(manifest), utf8('{"checkpoint":{},"blocks":[]}\n'));
const changed = (at: number) => {
  const file = whole.slice();
  file[at] = (file[at] ?? 0) ^ 1;
  return file;
};

test('a whole file is taken apart', () => {
  expect(openSnapshot(whole, sha256Of)).toMatchObject({ manifest, bytes: utf8('{"checkpoint":{},"blocks":[]}\n') });
});

const codeOf = (file: Uint8Array): unknown => {
  try {
    openSnapshot(file, sha256Of);
    return 'opened';
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? thrown.code : thrown;
  }
};

test.each([
  ['zipped again', zipSync({ 'a.slsnap': whole }), 'snapshot/packed'],
  ['a workbook', zipSync({ '[Content_Types].xml': utf8('<Types/>') }), 'snapshot/packed'],
  ['a text', utf8('日期,社区\n'), 'snapshot/foreign'],
  ['empty', new Uint8Array(), 'snapshot/foreign'],
  ['of a later format', sealed(utf8('{"format":2,"parts":[]}\n')), 'snapshot/newer'],
  ['cut within its first line', whole.subarray(0, 60), 'snapshot/truncated'],
  ['cut before its end', whole.subarray(0, -1), 'snapshot/truncated'],
  ['cut within its records', whole.subarray(0, -80), 'snapshot/truncated'],
  ['changed in its records', changed(whole.length - 70), 'snapshot/damaged'],
  ['changed in its office', changed(60), 'snapshot/damaged'],
  ['with a first line of its own', sealed(utf8('{"format":1,"office":"甲"}\n')), 'snapshot/damaged'],
])('a file %s is named for what it is', (_what, file, code) => {
  expect(codeOf(file)).toBe(code);
});
