'use strict';
const { EventEmitter } = require('node:events');
const { strict } = require('./strict.cjs');

/** `protocol` and `session.defaultSession`, and what pages ask of them: `serve` and `mayPersist`. */
exports.createSession = ({ state, origins, log, storagePath }) => {
  const handlers = new Map();
  let beforeRequest;
  let permissionRequest;

  const protocol = strict('protocol', {
    registerSchemesAsPrivileged: (schemes) => {
      if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      for (const { scheme } of schemes) origins.schemes.add(scheme);
    },
    handle: (scheme, handler) => {
      if (!state.ready) throw new Error('protocol.handle: app is not ready');
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      handlers.set(scheme, handler);
    },
  });

  const defaultSession = strict(
    'session',
    Object.assign(new EventEmitter(), {
      protocol,
      getStoragePath: () => storagePath(),
      webRequest: strict('webRequest', {
        onBeforeRequest: (filterOrListener, listener) => {
          beforeRequest = listener ?? filterOrListener;
        },
      }),
      setPermissionRequestHandler: (handler) => {
        permissionRequest = handler;
      },
      setPermissionCheckHandler: () => {},
      setDevicePermissionHandler: () => {},
      setSpellCheckerEnabled: () => {},
    }),
  );

  /** The answer to one request of a page, or undefined where the program blocks it or nobody serves it. */
  const serve = async ({ url, method, headers, resourceType }) => {
    if (beforeRequest) {
      const verdict = await new Promise((resolve) => beforeRequest({ url, method, resourceType }, resolve));
      if (verdict.cancel) {
        log.push({ type: 'blocked', url });
        return undefined;
      }
    }
    const handler = handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) {
      log.push({ type: 'unhandled', url });
      return undefined;
    }
    const response = await handler(new Request(url, { method, headers }));
    return {
      status: response.status,
      headers: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()),
    };
  };

  /** Durable storage is the one permission Chromium is told of; all others it refuses by itself when headless. */
  const mayPersist = async (window, url) => {
    if (!/^\w+:\/\//.test(url)) return false;
    if (!permissionRequest) return true;
    return new Promise((resolve) =>
      permissionRequest(window.webContents, 'persistent-storage', resolve, { requestingUrl: url, isMainFrame: true }),
    );
  };

  return { protocol, defaultSession, serve, mayPersist };
};
