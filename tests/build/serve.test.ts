import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../build/serve.mjs';
import { CONTENT_SECURITY_POLICY } from '../../electron/window/app-protocol.ts';

/** Not the frozen port: the program may be running on this machine. */
const PORT = 41732;
let parent: string;
let server: Server;
beforeAll(async () => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-serve-'));
  mkdirSync(path.join(parent, 'renderer'));
  writeFileSync(path.join(parent, 'renderer/index.html'), '<!doctype html>');
  writeFileSync(path.join(parent, 'secret.txt'), 'secret');
  server = await serve(path.join(parent, 'renderer'), PORT);
});
afterAll(() => {
  server.close();
  rmSync(parent, { recursive: true, force: true });
});

/** A raw request: fetch would tidy the path and refuse to set the host. */
const ask = async (target: string, headers: { readonly [name: string]: string } = {}, method = 'GET') => {
  const asked = request({ host: '127.0.0.1', port: PORT, path: target, method, headers });
  asked.end();
  const [response] = await once(asked, 'response');
  response.resume();
  return { status: response.statusCode, headers: response.headers };
};

describe('the page in a browser', () => {
  test('is served under the same policy as in the shell', async () => {
    const { status, headers } = await ask('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    expect(headers['cache-control']).toBe('no-store');
  });

  test.each(['/..%2fsecret.txt', '/../secret.txt', '/%2fetc%2fpasswd', '/%ff'])('%s leads nowhere', async (target) => {
    expect((await ask(target)).status).toBeGreaterThanOrEqual(403);
  });

  test('answers to no other name than this machine s', async () => {
    expect((await ask('/', { host: `evil.example:${PORT}` })).status).toBe(403);
    expect((await ask('/', { host: `localhost:${PORT}` })).status).toBe(200);
  });

  test('takes nothing in', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  test('a taken port is an error: the data belongs to the address', async () => {
    await expect(serve(parent, PORT)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
