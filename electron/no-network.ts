import type { App, Session, WebContents } from 'electron';
import { SCHEME } from '../shared/desktop-api.ts';

/** What the page may load. `devtools:` is there for development; blob: and data: never leave the process. */
const ALLOWED_PROTOCOLS = new Set([`${SCHEME}:`, 'devtools:', 'blob:', 'data:']);

/** Durable storage keeps the working copy from eviction; writing to the clipboard is what 复制 does. */
const ALLOWED_PERMISSIONS = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** The program works without a network and must never touch one, whatever a page or a library tries. */
export const blockNetwork = (session: Session): void => {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !ALLOWED_PROTOCOLS.has(new URL(url).protocol) });
  });
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
};

/** Pages stay where they are: no navigation, no second window, no webview. */
export const forbidLeaving = (app: App): void => {
  const forbid = (contents: WebContents): void => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  };
  app.on('web-contents-created', (_event, contents) => forbid(contents));
};
