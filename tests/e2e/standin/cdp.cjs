'use strict';

/**
 * The DevTools protocol over Chromium's pipe: JSON messages ended by a NUL byte.
 * `call(method, params, session)` answers with the result; `on(session, handlers)` receives a session's events by
 * method name, the session undefined being the browser itself.
 */
exports.connectCdp = (chromium) => {
  const [, , , input, output] = chromium.stdio;
  const waiting = new Map();
  const sessions = new Map();
  let lastId = 0;
  let closed = false;

  const call = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error(`${method}: Chromium has ended`));
      lastId += 1;
      waiting.set(lastId, { resolve, reject, method });
      input.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
    });

  const answered = ({ id, error, result }) => {
    const { resolve, reject, method } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${method}: ${error.message}`));
    else resolve(result);
  };

  const happened = async ({ method, params, sessionId }) => {
    try {
      await sessions.get(sessionId)?.[method]?.(params);
    } catch (error) {
      if (!closed) console.error(`[stand-in] ${method}: ${error.message}`);
    }
  };

  const receive = (text) => {
    const message = JSON.parse(text);
    if (message.id) answered(message);
    else void happened(message);
  };

  let parts = [];
  output.on('data', (data) => {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(Buffer.concat([...parts, rest.subarray(0, end)]).toString());
      parts = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length) parts.push(rest);
  });
  input.on('error', () => {});
  chromium.on('exit', () => {
    closed = true;
    for (const { reject, method } of waiting.values()) reject(new Error(`${method}: Chromium has ended`));
    waiting.clear();
  });

  return { call, on: (session, handlers) => sessions.set(session, handlers) };
};
