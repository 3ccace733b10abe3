import type { App, Session, WebContents } from 'electron';
import { SCHEME } from '../../shared/desktop-api.ts';

/** What the page may load. `devtools:` is there for development; blob: and data: never leave the process. */
const ALLOWED_PROTOCOLS = new Set([`${SCHEME}:`, 'devtools:', 'blob:', 'data:']);

/** Durable storage keeps the working copy from eviction; writing to the clipboard is what 复制 does. */
export const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/**
 * Chromium's own traffic, which no page asks for and the session does not see: lists and components it looks for, names
 * it resolves ahead, reports it sends. With the last one no name resolves at all.
 */
const QUIET_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

/** Before Electron is ready: keeps Chromium itself from the network. */
export const silenceChromium = ({ commandLine }: Pick<App, 'commandLine'>): void => {
  for (const [name, value] of QUIET_SWITCHES) commandLine.appendSwitch(name, value);
};

const isOurs = (url: string): boolean => {
  try {
    return ALLOWED_PROTOCOLS.has(new URL(url).protocol);
  } catch {
    return false;
  }
};

/**
 * The program works without a network and must never touch one, whatever a page or a library tries: http, https, ws,
 * wss, ftp, file and anything else but its own scheme is cancelled before it leaves.
 */
export const blockNetwork = (session: Session): void => {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
};

/** Pages stay where they are: no navigation, no second window, no webview, no datagrams past the session. */
export const forbidLeaving = (app: App): void => {
  const forbid = (contents: WebContents): void => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // WebRTC is the one way out that no request handler sees.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  };
  app.on('web-contents-created', (_event, contents) => forbid(contents));
};
