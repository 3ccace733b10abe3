import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { blockNetwork, forbidLeaving, silenceChromium } from '../../../electron/window/no-network.ts';

type Listener = (details: { readonly url: string }, answer: (verdict: { cancel: boolean }) => void) => void;
type Ask = (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void;
type Check = (contents: unknown, permission: string) => boolean;

/** A session that keeps what the program sets on it, as far as it is asked here. */
const guarded = () => {
  const kept: { request?: Listener; ask?: Ask; check?: Check; device?: () => boolean } = {};
  const session = Object.assign(new EventEmitter(), {
    webRequest: { onBeforeRequest: (listener: Listener) => Object.assign(kept, { request: listener }) },
    setPermissionRequestHandler: (ask: Ask) => Object.assign(kept, { ask }),
    setPermissionCheckHandler: (check: Check) => Object.assign(kept, { check }),
    setDevicePermissionHandler: (device: () => boolean) => Object.assign(kept, { device }),
  });
  blockNetwork(session as unknown as Session);
  return { session, kept };
};

describe('the session', () => {
  const isCancelled = (url: string): boolean => {
    let cancelled = false;
    guarded().kept.request?.({ url }, ({ cancel }) => {
      cancelled = cancel;
    });
    return cancelled;
  };

  test.each([
    'http://127.0.0.1:8080/',
    'https://example.com/a.js',
    'ws://127.0.0.1:1/',
    'wss://example.com/socket',
    'ftp://example.com/file',
    'file:///C:/Windows/win.ini',
    'file://server/share/secret.txt',
    'chrome-extension://abc/page.html',
    'apps://street-ledger/index.html',
    'not an address',
    '',
  ])('lets no request go to %s', (url) => expect(isCancelled(url)).toBe(true));

  test.each(['app://street-ledger/assets/page.js', 'blob:app://street-ledger/1', 'data:image/png;base64,AA=='])(
    'serves the program its own %s',
    (url) => expect(isCancelled(url)).toBe(false),
  );

  test.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'hid',
    'serial',
    'usb',
    'idle-detection',
    'speaker-selection',
    'storage-access',
    'window-management',
    'fileSystem',
    'unknown',
  ])('refuses the permission %s, asked for or only looked up', (permission) => {
    const { kept } = guarded();
    const answers: boolean[] = [];
    kept.ask?.(undefined, permission, (allowed) => answers.push(allowed));
    expect([...answers, kept.check?.(undefined, permission), kept.device?.()]).toEqual([false, false, false]);
  });

  test('allows durable storage and copying, nothing else', () => {
    const { kept } = guarded();
    expect(kept.check?.(undefined, 'persistent-storage')).toBe(true);
    expect(kept.check?.(undefined, 'clipboard-sanitized-write')).toBe(true);
  });

  test('downloads nothing by itself', () => {
    const { session } = guarded();
    let prevented = false;
    session.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });
});

describe('every page', () => {
  const page = () => {
    const app = new EventEmitter();
    forbidLeaving(app as unknown as App);
    let opened: unknown;
    let policy: unknown;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => unknown) => {
        opened = handler();
      },
      setWebRTCIPHandlingPolicy: (value: unknown) => {
        policy = value;
      },
    });
    app.emit('web-contents-created', {}, contents);
    return { contents, opened, policy };
  };

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    '%s is prevented',
    (event) => {
      let prevented = false;
      page().contents.emit(event, { preventDefault: () => (prevented = true) });
      expect(prevented).toBe(true);
    },
  );

  test('opens no window and sends no datagrams', () => {
    expect(page()).toMatchObject({ opened: { action: 'deny' }, policy: 'disable_non_proxied_udp' });
  });
});

test('Chromium itself is told to stay off the network before it starts', () => {
  const switches: (string | undefined)[][] = [];
  const commandLine = { appendSwitch: (...given: (string | undefined)[]) => void switches.push(given) };
  silenceChromium({ commandLine } as unknown as App);
  expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  expect(switches.map(([name]) => name)).toEqual(
    expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'no-pings']),
  );
});
