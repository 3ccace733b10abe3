import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, serveApp } from '../../../electron/window/app-protocol.ts';

let parent: string;
let root: string;
beforeAll(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-protocol-'));
  root = path.join(parent, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  mkdirSync(path.join(parent, 'renderer-other'));
  writeFileSync(path.join(root, 'index.html'), '<!doctype html>');
  writeFileSync(path.join(root, 'assets/page.js'), 'export {};');
  writeFileSync(path.join(parent, 'secret.txt'), 'secret');
  writeFileSync(path.join(parent, 'renderer-other/secret.txt'), 'secret');
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => serveApp(root)({ url, method });

describe('the page s own files', () => {
  test.each([
    ['app://street-ledger/', 'text/html; charset=utf-8'],
    ['app://street-ledger/index.html?x#y', 'text/html; charset=utf-8'],
    ['app://street-ledger/assets/page.js', 'text/javascript; charset=utf-8'],
  ])('%s is served under the policy', async (url, type) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('what is not there is 404', async () => {
    expect((await get('app://street-ledger/nothing.js')).status).toBe(404);
    expect((await get('app://street-ledger/assets')).status).toBe(404);
  });
});

describe('nothing else', () => {
  test.each([
    'app://street-ledger/%2e%2e%2fsecret.txt',
    'app://street-ledger/..%2fsecret.txt',
    'app://street-ledger/..%2frenderer-other%2fsecret.txt',
    'app://street-ledger/assets/..%2f..%2fsecret.txt',
    'app://street-ledger/%2fetc%2fpasswd',
    'app://street-ledger/index.html%00.js',
    'app://street-ledger/%ff',
    'app://another-host/index.html',
    'file:///etc/passwd',
    'https://street-ledger/index.html',
  ])('%s is refused', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
  });

  test.each(['POST', 'PUT', 'HEAD', 'DELETE'])('%s is refused', async (method) => {
    expect((await get('app://street-ledger/index.html', method)).status).toBe(405);
  });
});

test('the policy lets no script in but the program s own, and nothing out', () => {
  expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'self'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
});
