'use strict';
const { EventEmitter } = require('node:events');
const { codec } = require('./codec.cjs');
const { strict } = require('./strict.cjs');

/** `ipcMain`, and `answer` for what a page's preload sends: encoded arguments in, an encoded answer out. */
exports.createIpc = ({ log, origins }) => {
  const { encode, decode } = codec();
  const handlers = new Map();
  const ipcMain = Object.assign(new EventEmitter(), {
    handle: (channel, handler) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
    removeHandler: (channel) => void handlers.delete(channel),
  });

  const invoke = async (event, channel, args) => {
    const handler = handlers.get(channel);
    const failed = (error) => ({ error: `Error invoking remote method '${channel}': ${error}` });
    if (!handler) return failed(`Error: No handler registered for '${channel}'`);
    try {
      return { value: structuredClone(await handler(event, ...args)) };
    } catch (error) {
      return failed(error);
    }
  };

  const open = (window, url) => {
    if (window.webContents.askToOpen(url)?.action !== 'deny')
      throw new Error('electron stand-in: a second window by window.open is not stood in for');
    log.push({ type: 'window-denied', url });
    return { value: undefined };
  };

  const answer = async (window, kind, channel, text) => {
    const { mainFrame } = window.webContents;
    mainFrame.origin = origins.originOf(mainFrame.url);
    const event = { sender: window.webContents, senderFrame: mainFrame };
    if (kind === 'open') return encode(open(window, channel));
    if (kind === 'invoke') return encode(await invoke(event, channel, decode(text)));
    ipcMain.emit(channel, event, ...decode(text));
    return encode({ value: undefined });
  };

  return { ipcMain: strict('ipcMain', ipcMain), answer, encode };
};
