'use strict';
const { codec } = require('./codec.cjs');

/**
 * Runs in the page before its own scripts: gives the built preload file `require('electron')` with contextBridge and
 * ipcRenderer, and relays to main through the binding `__standinIpc`. Its source is injected, so it refers to nothing
 * outside but its arguments. Electron runs a preload in an isolated world; here it shares the page's.
 */
function preloadHost(codec, runPreload) {
  if (window !== window.top) return;
  const { encode, decode } = codec();
  const post = window.__standinIpc;
  delete window.__standinIpc;

  const waiting = new Map();
  const listeners = new Map();
  let lastId = 0;
  Object.defineProperty(window, '__standinReply', {
    value: (id, text) => {
      waiting.get(id)(decode(text));
      waiting.delete(id);
    },
  });
  Object.defineProperty(window, '__standinDispatch', {
    value: (channel, text) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({ sender: ipcRenderer }, ...decode(text));
    },
  });
  const ask = (kind, channel, args) =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      post(JSON.stringify([lastId, kind, channel, encode(args)]));
    });

  const clone = (value) => {
    try {
      return structuredClone(value);
    } catch {
      throw new Error('An object could not be cloned.');
    }
  };
  const ipcRenderer = {
    invoke: async (channel, ...args) => {
      const answer = await ask('invoke', channel, clone(args));
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    send: (channel, ...args) => void ask('send', channel, clone(args)),
    on: (channel, listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    removeListener: (channel, listener) => {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };

  /** As contextBridge does: functions are wrapped, what crosses is copied, of an error only the message survives. */
  const across = (value) => {
    if (typeof value === 'function') return wrap(value);
    if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, across(part)])));
    return clone(value);
  };
  const fails = (error) => {
    throw new Error(error?.message ?? String(error));
  };
  const wrap =
    (fn) =>
    (...args) => {
      try {
        const result = fn(...args.map(across));
        return result instanceof Promise ? result.then(across, fails) : across(result);
      } catch (error) {
        return fails(error);
      }
    };
  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, key, { value: across(api), enumerable: true });
    },
  };

  // window.open and links to a new window never make a page here; main is asked, as by setWindowOpenHandler.
  window.open = (url) => {
    void ask('open', new URL(url, location.href).href, []);
    return null;
  };
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.tagName === 'A' && node.href);
    const elsewhere = link?.target && link.target !== '_self';
    if (!link || event.defaultPrevented || !(elsewhere || event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    window.open(link.href);
  });

  runPreload((name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name} (a sandboxed preload may require electron only)`);
  });
}

/** The script to inject: the host above around the text of the built preload file. */
exports.preloadScript = (preload) => `(${preloadHost})(${codec}, (require) => {
  const module = { exports: {} };
  (function (require, module, exports) { ${preload}
  })(require, module, module.exports);
});`;
