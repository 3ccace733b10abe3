import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { frame } from '../../shared/history/journal-frame.ts';
import { executable, expect, startArguments, test } from './fixture.ts';

/** Answers both file dialogs with one path, as a clerk would. */
const answerDialogs = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, file);

/** A framed batch of one change and its closing record, as bytes a page can be given. */
const batch = (sequence: number): readonly number[] => {
  const entry = (header: object) => frame(new TextEncoder().encode(`${JSON.stringify(header)}\n变更\n`));
  const position = { chain: 'spec', sequence };
  return [...entry({ ...position, part: 0 }), ...entry({ ...position, part: 1, closing: { parts: 1, changes: 1 } })];
};

test('the page is a secure context with durable storage, and sees nothing of the machine', async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(async () => ({
    secure: isSecureContext,
    persistent: await navigator.storage.persist(),
    privateFiles: await navigator.storage.getDirectory().then(() => true),
    locks: await navigator.locks.request('spec', () => true),
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    methods: Object.keys(window.desktop ?? {}).toSorted(),
  }));
  expect(seen).toEqual({
    secure: true,
    persistent: true,
    privateFiles: true,
    locks: true,
    require: 'undefined',
    process: 'undefined',
    methods: [
      'about',
      'attachments',
      'diagnostics',
      'files',
      'freeSpace',
      'journal',
      'note',
      'operators',
      'sealed',
      'secondCopy',
      'snapshots',
    ],
  });
});

test('the policy stops foreign scripts, and no request leaves the machine', async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(async () => {
    const tag = document.createElement('script');
    tag.textContent = 'window.inlineRan = true';
    document.head.append(tag);
    const outcome = (work: () => unknown) => {
      try {
        return work() ? 'done' : 'nothing';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const status = (url: string) =>
      fetch(url).then(
        (response) => response.status,
        () => 'failed',
      );
    const own = await status('./index.html');
    return {
      inline: Reflect.has(window, 'inlineRan'),
      // Only now: what the inspector itself evaluates may use eval, what runs after a first answer may not.
      evaluated: outcome(() => new Function('return 1')()),
      own,
      missing: await status('./nothing.txt'),
      network: await Promise.all(['https://example.com/', 'http://127.0.0.1:1/'].map(status)),
      image: await new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('failed');
        image.src = 'https://example.com/x.png';
      }),
    };
  });
  expect(seen).toEqual({
    inline: false,
    evaluated: 'EvalError',
    own: 200,
    missing: 404,
    network: ['failed', 'failed'],
    image: 'failed',
  });
});

test('the page stays where it is and opens no other window', async ({ launch }) => {
  const { app, page } = await launch();
  const address = page.url();
  await page.evaluate(() => {
    window.open('https://example.com/');
    location.href = 'https://example.com/';
  });
  // A refused navigation leaves no trace to wait for: ask the page something that takes a round trip to main.
  await page.evaluate(() => window.desktop?.about());
  expect(page.url()).toBe(address);
  expect(app.windows()).toHaveLength(1);
});

test('a second start shows the first window and ends', async ({ launch, userData }) => {
  const { app } = await launch();
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    Reflect.set(globalThis, 'focused', 0);
    window?.on('focus', () => Reflect.set(globalThis, 'focused', Reflect.get(globalThis, 'focused') + 1));
    window?.minimize();
  });
  const second = spawnSync(executable().executable, startArguments(userData), { timeout: 20_000 });
  expect(second.status).toBe(0);
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'focused'))).toBeGreaterThan(0);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false);
  console.log('proved: a second start on the same data shows the first window and ends');
});

test('a malformed request is refused with its code and reaches nothing', async ({ launch }) => {
  const { page } = await launch();
  const messages = await page.evaluate(async () => {
    const failure = (work: Promise<unknown> | undefined) =>
      work?.then(
        () => 'accepted',
        (error: Error) => error.message,
      );
    const chunk = new Uint8Array(2 * 1024 * 1024);
    return [
      await failure(window.desktop?.journal.read(-1)),
      await failure(window.desktop?.journal.append(chunk, true)),
      await failure(window.desktop?.snapshots.read('../journal/current.log')),
    ];
  });
  expect(messages[0]).toContain('desktop/bad-request — ');
  expect(messages[1]).toContain('desktop/bad-request — ');
  expect(messages[2]).toContain('snapshot/unknown — ');
});

test('files come in and go out through the dialogs, names and bytes only', async ({ launch, userData }) => {
  const { app, page } = await launch();
  const file = path.join(userData, '申报.xlsx');
  writeFileSync(file, '表格内容');
  await answerDialogs(app, file);
  const opened = await page.evaluate(async () => {
    const [first] = (await window.desktop?.files.open('workbook')) ?? [];
    if (first === undefined || 'refusal' in first) return first;
    return { name: first.name, text: new TextDecoder().decode(first.bytes) };
  });
  expect(opened).toEqual({ name: '申报.xlsx', text: '表格内容' });

  const target = path.join(userData, '台账.xlsx');
  await answerDialogs(app, target);
  const saved = await page.evaluate(() => window.desktop?.files.save('台账.xlsx', new TextEncoder().encode('导出')));
  expect(saved).toBe(target);
  expect(readFileSync(target, 'utf8')).toBe('导出');
});

test('an acknowledged batch is in the journal after the program was killed', async ({ launch, kill, userData }) => {
  const first = await launch();
  await first.page.evaluate(
    async ([one, two]) => {
      await window.desktop?.journal.append(new Uint8Array(one ?? []), true);
      await window.desktop?.journal.append(new Uint8Array(two ?? []), true);
    },
    [batch(1), batch(2)],
  );
  // Windows asks to shut down, then does not: the journal lets go of its file and takes it up again.
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('query-session-end', {}));
  await first.page.evaluate(
    async ([three, begun]) => {
      await window.desktop?.journal.append(new Uint8Array(three ?? []), true);
      // Never finished: the kill comes first.
      await window.desktop?.journal.append(new Uint8Array(begun ?? []).slice(0, 200), false);
    },
    [batch(3), batch(4)],
  );
  await kill(first);

  const second = await launch();
  const found = await second.page.evaluate(async () => {
    const tail = await window.desktop?.journal.tail();
    const read = await window.desktop?.journal.read(0);
    return { tail, text: new TextDecoder().decode(read?.bytes) };
  });
  expect(found.tail?.entries.find(({ chain }) => chain === 'spec')).toMatchObject({ sequence: 3, part: 1 });
  expect(found.text).toContain('"sequence":3');
  expect(found.text).not.toContain('"sequence":4');
  const journal = readdirSync(path.join(userData, 'journal'));
  expect(journal).toContain('current.log');
  expect(journal.filter((name) => name.startsWith('torn-')).length).toBeLessThanOrEqual(1);
});

test('a snapshot and an attachment survive a restart', async ({ launch }) => {
  const first = await launch();
  const written = await first.page.evaluate(async () => {
    const manifest = { format: 1, at: '2026-01-05T09:41:07+08:00', office: '东湖街道', version: '0.1.0' } as const;
    await window.desktop?.snapshots.begin({ ...manifest, counts: {}, covers: {}, hashes: [] });
    await window.desktop?.snapshots.write(new TextEncoder().encode('{"checkpoint":"记录","blocks":[]}\n'));
    const info = await window.desktop?.snapshots.finish();
    return {
      id: info?.id ?? '',
      hash: (await window.desktop?.attachments.put(new TextEncoder().encode('附件'))) ?? '',
    };
  });
  await first.app.close();

  const second = await launch();
  const read = await second.page.evaluate(async ({ id, hash }) => {
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
    return [
      text((await window.desktop?.snapshots.read(id))?.bytes),
      text(await window.desktop?.attachments.get(hash)),
      (await window.desktop?.snapshots.list())?.snapshots.map(({ office }) => office),
    ];
  }, written);
  expect(read).toEqual(['{"checkpoint":"记录","blocks":[]}\n', '附件', ['东湖街道']]);
});
