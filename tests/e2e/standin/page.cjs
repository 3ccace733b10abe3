'use strict';
const fs = require('node:fs');
const { preloadScript } = require('./preload-host.cjs');

const withoutFragment = (url) => url.split('#')[0];

/**
 * One window's page in Chromium. `world` is what the page needs of the program: origins, `serve` for its requests,
 * `answer` for its IPC messages, `mayPersist` for its permission. `window` hears of navigation and of the page's end.
 */
exports.openPage = async ({ cdp, world, window, bounds, preload }) => {
  const { targetId } = await cdp.call('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width: bounds.width,
    height: bounds.height,
  });
  const { sessionId } = await cdp.call('Target.attachToTarget', { targetId, flatten: true });
  const call = (method, params) => cdp.call(method, params, sessionId);
  const gone = new Promise((resolve) => world.whenTargetGone(targetId, resolve));

  let wanted = 'about:blank';
  let loaded = () => {};

  /** The page asks to go elsewhere by itself; the program may forbid it. */
  const refusesNavigation = (url) => {
    if (withoutFragment(url) === wanted) return false;
    let refused = false;
    window.webContents.emit('will-navigate', { url, preventDefault: () => (refused = true) }, url);
    return refused;
  };

  cdp.on(sessionId, {
    'Page.loadEventFired': () => loaded(),
    'Page.frameNavigated': ({ frame }) => {
      if (!frame.parentId) window.webContents.mainFrame.url = world.origins.toApp(frame.url);
    },
    'Runtime.bindingCalled': async ({ payload, executionContextId }) => {
      const [id, kind, channel, args] = JSON.parse(payload);
      const text = await world.answer(window, kind, channel, args);
      // The page may be gone before its answer comes.
      await call('Runtime.evaluate', {
        contextId: executionContextId,
        expression: `__standinReply(${id}, ${JSON.stringify(text)})`,
      }).catch(() => {});
    },
    'Fetch.requestPaused': async ({ requestId, request, resourceType }) => {
      const url = world.origins.toApp(request.url);
      if (resourceType === 'Document' && refusesNavigation(url))
        return call('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      const response = await world.serve({ url, method: request.method, headers: request.headers, resourceType });
      if (!response) return call('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return call('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: response.headers,
        body: response.body.toString('base64'),
      });
    },
  });
  await Promise.all([
    call('Page.enable'),
    call('Runtime.enable'),
    call('Runtime.addBinding', { name: '__standinIpc' }),
    call('Fetch.enable', { patterns: [{ urlPattern: 'http*' }, { urlPattern: 'file:*' }] }),
    preload &&
      call('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(fs.readFileSync(preload, 'utf8')) }),
  ]);

  return {
    targetId,
    gone,
    /** Loads an address on the program's behalf: `will-navigate` is not asked. */
    navigate: async (url) => {
      const address = world.origins.toWeb(url);
      if (await world.mayPersist(window, url))
        await cdp.call('Browser.grantPermissions', {
          origin: new URL(address).origin,
          permissions: ['durableStorage'],
        });
      wanted = withoutFragment(url);
      const load = new Promise((resolve) => (loaded = resolve));
      const { errorText } = await call('Page.navigate', { url: address });
      if (errorText) throw new Error(`${errorText} loading '${url}'`);
      await Promise.race([load, gone]);
    },
    send: (channel, args) =>
      call('Runtime.evaluate', {
        expression: `__standinDispatch(${JSON.stringify(channel)}, ${JSON.stringify(args)})`,
      }),
    /** Closes without asking `beforeunload`. */
    close: async () => {
      await cdp.call('Target.closeTarget', { targetId });
      await gone;
    },
    /** Electron's options are DevTools' own but for the paper and the margins; inches in both. */
    printToPDF: async ({ landscape, printBackground, preferCSSPageSize, pageSize, margins }) => {
      if (pageSize !== 'A4') throw new Error('electron stand-in: only A4 is stood in for');
      const { data } = await call('Page.printToPDF', {
        landscape,
        printBackground,
        preferCSSPageSize,
        paperWidth: 8.27,
        paperHeight: 11.69,
        marginTop: margins.top,
        marginRight: margins.right,
        marginBottom: margins.bottom,
        marginLeft: margins.left,
      });
      return Buffer.from(data, 'base64');
    },
    pressKey: (type, key) => call('Input.dispatchKeyEvent', { type, key, code: key }),
    bringToFront: () => call('Page.bringToFront'),
  };
};
