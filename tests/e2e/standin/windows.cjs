'use strict';
const { EventEmitter } = require('node:events');
const { strict } = require('./strict.cjs');

/** BrowserWindow and webContents, drawn by `host.openPage(window, bounds, preload)`. `state` is the program's own. */
exports.createWindows = ({ app, state, session, host, encode }) => {
  const windows = [];
  let lastId = 0;

  const createContents = (window) => {
    let zoom = 1;
    let openHandler = () => ({ action: 'allow' });
    const contents = Object.assign(new EventEmitter(), {
      id: window.id,
      session,
      mainFrame: { url: '', parent: null },
      setWindowOpenHandler: (handler) => {
        openHandler = handler;
      },
      askToOpen: (url) => openHandler({ url, frameName: '', features: '', disposition: 'new-window' }),
      send: (channel, ...args) => {
        if (window.isDestroyed()) throw new TypeError('Object has been destroyed');
        void window.page.then((page) => page.send(channel, encode(structuredClone(args)))).catch(() => {});
      },
      getURL: () => contents.mainFrame.url,
      isDestroyed: () => window.isDestroyed(),
      printToPDF: async (options) => (await window.page).printToPDF(options),
      sendInputEvent: ({ type, keyCode }) =>
        void window.page.then((page) => page.pressKey(type, keyCode)).catch(() => {}),
      openDevTools: () => {},
      getZoomFactor: () => zoom,
      setZoomFactor: (factor) => {
        zoom = factor;
      },
      setWebRTCIPHandlingPolicy: () => {},
      setVisualZoomLevelLimits: async () => {},
    });
    contents.mainFrame.top = contents.mainFrame;
    return strict('webContents', contents);
  };

  class BrowserWindow extends EventEmitter {
    constructor(options = {}) {
      super();
      const { webPreferences = {}, width = 800, height = 600 } = options;
      if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready');
      const { nodeIntegration, contextIsolation, sandbox, webSecurity } = webPreferences;
      if (nodeIntegration || contextIsolation === false || sandbox === false || webSecurity === false)
        throw new Error('electron stand-in: only sandboxed, isolated windows are stood in for');
      lastId += 1;
      this.id = lastId;
      this.bounds = { x: 0, y: 0, width, height };
      this.visible = options.show !== false;
      this.minimized = false;
      this.destroyed = false;
      this.closing = Promise.resolve();
      this.webContents = createContents(this);
      windows.push(this);
      this.page = host.openPage(this, this.bounds, webPreferences.preload);
      void this.page.then(({ gone }) => gone).then(() => this.pageGone());
      app.emit('browser-window-created', {}, this);
      app.emit('web-contents-created', {}, this.webContents);
      // biome-ignore lint/correctness/noConstructorReturn: every use of the window goes through the strict wrapper
      return strict('BrowserWindow', this);
    }

    async loadURL(url) {
      await (await this.page).navigate(url);
      this.webContents.emit('did-finish-load');
      this.emit('ready-to-show');
    }

    close() {
      if (this.destroyed) return;
      let kept = false;
      this.emit('close', { preventDefault: () => (kept = true) });
      if (!kept) this.closing = this.closePage().then(() => this.pageGone());
    }

    destroy() {
      if (this.destroyed) return;
      void this.closePage();
      this.pageGone();
    }

    async closePage() {
      // Chromium may have ended first.
      await this.page.then((page) => page.close()).catch(() => {});
    }

    pageGone() {
      if (this.destroyed) return;
      this.destroyed = true;
      windows.splice(
        windows.findIndex(({ id }) => id === this.id),
        1,
      );
      this.webContents.emit('destroyed');
      this.emit('closed');
      if (windows.length > 0 || state.quitting) return;
      if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
      else app.quit();
    }

    isDestroyed() {
      return this.destroyed;
    }
    isVisible() {
      return this.visible;
    }
    isMinimized() {
      return this.minimized;
    }
    show() {
      this.visible = true;
      this.emit('show');
    }
    minimize() {
      this.minimized = true;
    }
    restore() {
      this.minimized = false;
    }
    maximize() {}
    focus() {
      this.emit('focus');
      void this.page.then((page) => page.bringToFront()).catch(() => {});
    }
    getBounds() {
      return { ...this.bounds };
    }
    setMenuBarVisibility() {}
    setProgressBar() {}

    static getAllWindows() {
      return [...windows];
    }
    static fromWebContents(contents) {
      return windows.find(({ id }) => id === contents?.id) ?? null;
    }
    static getFocusedWindow() {
      return windows.at(-1) ?? null;
    }
  }

  /** Playwright finds a page's window through its DevTools target. */
  const webContents = strict('webContents', {
    getAllWebContents: () => windows.map((window) => window.webContents),
    fromDevToolsTargetId: (targetId) => windows.find((window) => window.targetId === targetId)?.webContents,
  });

  return { BrowserWindow, webContents, windows };
};
