// Serves the built page to the browser of this very machine, where Electron cannot be had.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const HEADERS = {
  // The same policy as the shell's app:// answers carry.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** By extension; the shell's app:// answers carry the same. @type {Readonly<Record<string, string>>} */
const MEDIA_TYPES = JSON.parse(readFileSync(new URL('../shared/media-types.json', import.meta.url), 'utf8'));

/** The file of `root` an address names, or undefined where it leads out. */
const fileOf = (/** @type {string} */ root, /** @type {string} */ address) => {
  try {
    const name = decodeURIComponent(new URL(address, 'http://localhost').pathname).slice(1);
    const file = path.resolve(root, name === '' ? 'index.html' : name);
    const inside = path.relative(root, file);
    return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? undefined : file;
  } catch {
    return undefined;
  }
};

/**
 * Serves the folder `root` on 127.0.0.1:`port` and answers with the server once it listens. GET and HEAD only. The Host
 * header must be this machine's: a foreign page could otherwise reach us under a name of its own (DNS rebinding).
 * Rejects when the port is taken.
 */
export const serve = (/** @type {string} */ root, /** @type {number} */ port) => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const server = createServer(async ({ method = '', url = '', headers }, response) => {
    const end = (/** @type {number} */ status, /** @type {Buffer | string} */ body = '', type = 'text/plain') => {
      response.writeHead(status, { ...HEADERS, 'content-type': type });
      response.end(method === 'HEAD' ? '' : body);
    };
    if (method !== 'GET' && method !== 'HEAD') return end(405);
    if (!hosts.includes(headers.host ?? '')) return end(403);
    const file = fileOf(root, url);
    if (!file) return end(403);
    try {
      return end(200, await readFile(file), MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream');
    } catch {
      return end(404);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
};
