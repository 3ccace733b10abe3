import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HOST, SCHEME } from '../../shared/desktop-api.ts';
import MEDIA_TYPES from '../../shared/media-types.json' with { type: 'json' };

/** The page's address. */
export const START_URL = `${SCHEME}://${HOST}/index.html`;

/**
 * Standard and secure: without these the page has no IndexedDB, no Web Crypto and no module workers. From the second
 * start on Chromium takes the scripts as it compiled them: their names change with every byte of them.
 */
export const SCHEME_PRIVILEGES = [
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
];

/** Nothing but the program's own files; inline styles are what the component library needs. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mediaTypes: { readonly [extension: string]: string } = MEDIA_TYPES;

/** The file an address names, or undefined where it is not ours or leads out of the folder. */
const fileOf = (root: string, address: string): string | undefined => {
  const url = new URL(address);
  if (url.protocol !== `${SCHEME}:` || url.host !== HOST) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname).slice(1);
  } catch {
    return undefined;
  }
  const file = path.resolve(root, name === '' ? 'index.html' : name);
  const inside = path.relative(root, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) || name.includes('\0') ? undefined : file;
};

/**
 * Answers the page's requests from `root`, the built page's folder. GET only, our host only, never outside the folder.
 * Read as a whole: Electron's own reading sees into the packed archive.
 */
export const serveApp =
  (root: string) =>
  async (request: { readonly url: string; readonly method: string }): Promise<Response> => {
    const headers = { 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff' };
    if (request.method !== 'GET') return new Response(null, { status: 405, headers });
    const file = fileOf(root, request.url);
    if (file === undefined) return new Response(null, { status: 403, headers });
    try {
      const type = mediaTypes[path.extname(file)] ?? 'application/octet-stream';
      return new Response(await readFile(file), { headers: { ...headers, 'content-type': type } });
    } catch {
      return new Response(null, { status: 404, headers });
    }
  };
