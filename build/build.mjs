// npm run build: the shell (main and preload, CommonJS), the page, the manual and the libraries' licences, into out/. Plain
// Vite, no configuration file.
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { collectLicences } from './licences.mjs';
import { buildManual } from './manual.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (/** @type {string} */ relative) => path.join(root, relative);
const licences = collectLicences();

/**
 * Bundles one file of the shell. Only Electron and Node's own modules stay outside, so the packed program needs no
 * node_modules. `require("electron")` is kept as a whole and read at call time: specs can replace a dialog.
 */
const buildShell = (/** @type {string} */ name, /** @type {boolean} */ emptyOutDir) =>
  build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [licences.plugin()],
    build: {
      outDir: at('out/electron'),
      emptyOutDir,
      target: 'node24',
      minify: false,
      sourcemap: false,
      lib: { entry: at(`electron/${name}.ts`), formats: ['cjs'], fileName: () => `${name}.cjs` },
      rolldownOptions: { external: ['electron', /^node:/, ...builtinModules] },
    },
  });

/** Bundles the page. Relative addresses, because the same files are served as app:// and on a local port. */
const buildPage = () =>
  build({
    configFile: false,
    logLevel: 'warn',
    root: at('renderer'),
    base: './',
    plugins: [react(), licences.plugin()],
    worker: { format: 'es', plugins: () => [licences.plugin()] },
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      sourcemap: false,
      chunkSizeWarningLimit: 3000,
    },
  });

await buildShell('main', true);
await buildShell('preload', false);
await buildPage();
buildManual(at('out/renderer/manual'));
licences.write(at('out/licences.txt'));
