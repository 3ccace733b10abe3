import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type DiagnosisParts, supportBundle } from '../../../shared/diagnostics/support-bundle.ts';

const SNAPSHOT = {
  id: '20260105T094107-0123456789ab.slsnap',
  at: '2026-01-05T09:41:07+08:00',
  bytes: 1200,
  sha256: '0'.repeat(64),
  office: '东湖街道',
  counts: { demand: 3 },
  version: '0.1.0',
  reason: 'start',
} as const;

/** What the page gathers. Whatever the store, the shell and the screen know beside it comes with it, and must stay. */
const parts = {
  at: '2026-01-05T09:41:07+08:00',
  version: '0.1.0',
  platform: 'win32',
  dataFolder: 'C:\\Users\\张三\\AppData\\Roaming\\StreetLedger',
  machine: {
    system: 'Windows 10 Pro 10.0.19045',
    architecture: 'x64',
    processors: 4,
    memory: 8e9,
    electron: '45.4.1',
    chromium: '150.0',
    node: '24.0',
    user: '张三',
  },
  log: [{ at: '2026-01-05T09:41:07+08:00', from: 'page', version: '0.1.0', code: 'disk/low' }],
  store: {
    office: '东湖街道',
    chain: 'c1',
    series: 'B',
    counts: { demand: 3, petition: 1 },
    lastSnapshot: '2026-01-05T09:41:07+08:00',
    snapshotProblem: '备份文件夹 D:\\张三 无法写入',
    purgeProblem: '李四的个人信息没有清除完',
    damaged: 0,
    journalBehind: 0,
    journalAhead: 0,
    isEmpty: false,
  },
  chain: { batches: 12, entries: 14, operator: '王晓' },
  snapshots: [SNAPSHOT],
  unreadSnapshots: 0,
  secondCopy: { folder: 'E:\\李四', state: 'whole', isSameDrive: false, newest: '2026-01-05T09:41:07+08:00' },
  freeSpace: 5e9,
  operators: 3,
  passwords: 1,
  lockAfter: 10,
  roster: ['王晓', '张三'],
  window: { width: 1366, height: 768, scale: 1.25, title: '王晓' },
} as const;

const given: DiagnosisParts = parts;

const PERSONAL = /张三|李四|王晓|东湖|StreetLedger\\|Users|[A-Z]:\\|无法写入|没有清除/;

test('a bundle says what a maintainer needs', () => {
  const files = unzipSync(supportBundle(given));
  expect(Object.keys(files)).toEqual(['README.txt', 'diagnostics.json', 'program.log']);
  expect(JSON.parse(strFromU8(files['diagnostics.json'] ?? new Uint8Array()))).toMatchObject({
    program: { version: '0.1.0', platform: 'win32' },
    machine: { system: 'Windows 10 Pro 10.0.19045', processors: 4 },
    settings: { series: 'B', operators: 3, passwords: 1, lockAfter: 10, secondCopy: { state: 'whole' } },
    counts: { demand: 3, petition: 1 },
    chain: { id: 'c1', batches: 12, entries: 14, damaged: 0, hasPurgeProblem: true },
    snapshots: { hasProblem: true, kept: [{ at: SNAPSHOT.at, bytes: 1200, version: '0.1.0', reason: 'start' }] },
  });
  expect(strFromU8(files['program.log'] ?? new Uint8Array())).toContain('"disk/low"');
});

test('a bundle holds nothing of what it was given beside that', () => {
  expect(JSON.stringify(parts)).toMatch(PERSONAL);
  const bytes = supportBundle(given);
  const texts = Object.values(unzipSync(bytes)).map((file) => strFromU8(file));
  expect(texts.join('\n')).not.toMatch(PERSONAL);
  // The same parts give the same bytes.
  expect(supportBundle(given)).toEqual(bytes);
});
