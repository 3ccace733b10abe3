import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../electron/channels.ts';
import { createChokePoint, openChannels } from '../../electron/ipc.ts';
import type { DesktopApi } from '../../shared/desktop-api.ts';
import { fromBridgeError, toBridgeMessage } from '../../shared/desktop-errors.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';

type Sender = Parameters<ReturnType<typeof createChokePoint>>[0];
type Frame = NonNullable<Sender['senderFrame']>;

/** A message from a page at `url`; `top` says whether it is the window's top frame that sends it. */
const senderAt = (url: string, top = true): Sender => {
  const frame = { url } as Frame;
  return { senderFrame: frame, sender: { mainFrame: top ? frame : ({ url } as Frame) } as Sender['sender'] };
};
const ourPage = senderAt('app://street-ledger/index.html');

/** A shell that records what reaches it. */
const recording = () => {
  const calls: unknown[][] = [];
  const record =
    <Result>(name: string, result: Result) =>
    async (...payload: readonly unknown[]): Promise<Result> => {
      calls.push([name, ...payload]);
      return result;
    };
  const info = { id: '', at: '', bytes: 0, sha256: '', office: '', counts: {}, version: '' };
  const manifest = { format: 1, at: '', office: '', counts: {}, version: '', covers: {}, hashes: [] } as const;
  const api: DesktopApi = {
    about: record('about', { version: '1', runtime: '', dataFolder: '', platform: '' }),
    freeSpace: record('freeSpace', 0),
    note: {
      read: record('readNote', undefined),
      write: record('writeNote', undefined),
      setStoreAside: record('setStoreAside', undefined),
    },
    secondCopy: {
      status: record('secondStatus', { state: 'none', isSameDrive: false } as const),
      choose: record('secondChoose', { state: 'none', isSameDrive: false } as const),
      update: record('secondUpdate', { state: 'none', isSameDrive: false } as const),
    },
    journal: {
      tail: record('tail', { entries: [], torn: false, folder: '' }),
      append: record('append', undefined),
      read: record('read', { bytes: new Uint8Array(), next: undefined }),
      purge: record('purge', { entries: 0, unread: [] }),
    },
    snapshots: {
      list: record('list', { snapshots: [], unread: [] }),
      begin: record('begin', undefined),
      write: record('write', undefined),
      finish: record('finish', info),
      read: record('readSnapshot', { manifest, bytes: new Uint8Array() }),
    },
    attachments: { put: record('put', ''), get: record('get', undefined), remove: record('remove', undefined) },
    files: {
      open: record('open', []),
      save: record('save', undefined),
      savePdf: record('savePdf', undefined),
      showInFolder: async () => {
        throw new LedgerError('file/unknown', '没有这个文件。');
      },
    },
    sealed: {
      seal: record('seal', new Uint8Array()),
      unseal: record('unseal', { name: '', bytes: new ArrayBuffer() }),
      saveSnapshot: record('saveSnapshot', undefined),
    },
    diagnostics: {
      note: record('noteFault', undefined),
      read: record('readDiagnostics', { machine: {} as never, log: '' }),
      showDataFolder: record('showDataFolder', undefined),
    },
    operators: {
      withPassword: record('withPassword', []),
      verify: record('verify', undefined),
      setPassword: record('setPassword', undefined),
      removePassword: record('removePassword', undefined),
      makeRecoveryCode: record('makeRecoveryCode', ''),
    },
  };
  return { api, calls };
};

describe('who may ask', () => {
  test('our page in the top frame', async () => {
    const { api } = recording();
    expect(await createChokePoint(api)(ourPage, 'about', [])).toMatchObject({ ok: true, value: { version: '1' } });
  });

  test.each([
    ['another address', senderAt('https://example.com/')],
    ['another host of the scheme', senderAt('app://other/index.html')],
    ['an address that only begins like ours', senderAt('app://street-ledger.example.com/')],
    ['a frame within the page', senderAt('app://street-ledger/index.html', false)],
    ['a frame that is gone', { ...ourPage, senderFrame: null }],
    ['no address', senderAt('')],
  ])('%s is refused and reaches nothing', async (_who, sender) => {
    const { api, calls } = recording();
    expect(await createChokePoint(api)(sender, 'about', [])).toMatchObject({ ok: false, code: 'desktop/wrong-sender' });
    expect(calls).toEqual([]);
  });
});

test('a refusal is noted by its code and channel, without its words', async () => {
  const { api } = recording();
  const noted: unknown[] = [];
  const answer = createChokePoint(api, (fault) => void noted.push(fault));
  await answer(ourPage, 'files.showInFolder', ['C:\\张三.xlsx']);
  await answer(ourPage, 'no.such', ['张三']);
  expect(noted).toMatchObject([
    { code: 'file/unknown', channel: 'files.showInFolder' },
    { code: 'desktop/bad-request' },
  ]);
  expect(JSON.stringify(noted)).not.toMatch(/张三|没有这个文件/);
});

describe('what may be asked', () => {
  const manifest = { format: 1, at: '2026-01-05T09:41:07+08:00', office: '', counts: {}, version: '', covers: {} };
  const note = {
    format: 1,
    database: 'street-ledger-2',
    office: '东湖街道',
    records: 12,
    version: '0.1.0',
    at: '2026-01-05T09:41:07+08:00',
    series: 'B',
    folder: 'f',
    left: [],
  };
  test.each([
    ['nothing.like.this', []],
    ['toString', []],
    ['about', ['too much']],
    ['journal.append', []],
    ['journal.append', ['text', true]],
    ['journal.append', [new Uint8Array(2 * 1024 * 1024), true]],
    ['journal.append', [new Uint8Array(1), 'yes']],
    ['journal.read', [-1]],
    ['journal.read', [0.5]],
    ['snapshots.begin', [{ ...manifest, hashes: ['../x'] }]],
    ['snapshots.begin', [{ ...manifest, hashes: [], extra: 1 }]],
    ['snapshots.begin', [{ ...manifest, hashes: [], at: 'yesterday' }]],
    ['note.write', [{ ...note, database: '../street-ledger' }]],
    ['note.write', [{ ...note, extra: 1 }]],
    ['note.write', [{ ...note, series: 'BB' }]],
    ['secondCopy.choose', ['/tmp']],
    ['attachments.get', ['../../etc/passwd']],
    ['files.open', ['anything']],
    ['files.savePdf', ['', { landscape: true }]],
    ['files.savePdf', ['统计表.pdf', { landscape: true, path: '/' }]],
    ['files.save', ['', new Uint8Array()]],
    ['diagnostics.note', [{ code: 'fault/error', message: '张三' }]],
    ['diagnostics.note', [{ code: '张三 13800000000' }]],
    ['diagnostics.note', [{ code: 'fault/error', frames: ['/home/zhang/index.js:1:2'] }]],
  ])('%s %j is refused and reaches nothing', async (channel, payload) => {
    const { api, calls } = recording();
    expect(await createChokePoint(api)(ourPage, channel, payload)).toMatchObject({
      ok: false,
      code: 'desktop/bad-request',
    });
    expect(calls).toEqual([]);
  });

  test('a good payload arrives as it was sent', async () => {
    const { api, calls } = recording();
    const answer = createChokePoint(api);
    await answer(ourPage, 'journal.append', [new Uint8Array([1, 2]), true]);
    await answer(ourPage, 'snapshots.begin', [{ ...manifest, hashes: ['0'.repeat(64)] }]);
    await answer(ourPage, 'note.write', [note]);
    expect(calls).toEqual([
      ['append', new Uint8Array([1, 2]), true],
      ['begin', { ...manifest, hashes: ['0'.repeat(64)] }],
      ['writeNote', note],
    ]);
  });
});

describe('what comes back', () => {
  test('a refusal keeps its code and message across the bridge', async () => {
    const reply = await createChokePoint(recording().api)(ourPage, 'files.showInFolder', ['/x']);
    expect(reply).toEqual({ ok: false, code: 'file/unknown', message: '没有这个文件。' });
    const crossed = new Error(`Error: ${toBridgeMessage('file/unknown', '没有这个文件。')}`);
    expect(fromBridgeError(crossed)).toMatchObject({ code: 'file/unknown', message: '没有这个文件。' });
  });

  test('any other failure gets a code and says what is safe', async () => {
    const { api } = recording();
    const about = () => Promise.reject(new TypeError('boom'));
    expect(await createChokePoint({ ...api, about })(ourPage, 'about', [])).toMatchObject({
      code: 'desktop/failed',
      message: expect.stringContaining('已保存的数据不受影响'),
    });
    expect(fromBridgeError(new Error('boom')).code).toBe('desktop/failed');
  });
});

test('every channel is opened once and no other', () => {
  const opened: string[] = [];
  openChannels({ handle: (channel) => void opened.push(channel) }, recording().api);
  expect(opened).toEqual([...CHANNELS]);
});
