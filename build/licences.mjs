// The licences of the libraries bundled into out/, which ask that their text goes wherever their code goes. Vite's own list
// leaves out what only workers import.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** The folder of the package a bundled module belongs to; nothing for the project's own. */
const packageFolder = (/** @type {string} */ id) =>
  /^(?<folder>.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.groups?.folder;

/** One package: what it is, under which licence, and that licence's text. */
const entry = (/** @type {string} */ folder) => {
  const { name, version, license, homepage = '' } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .toSorted()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  return { name, text: [`${name} ${version} (${license}) ${homepage}`.trim(), ...texts].join('\n\n') };
};

/** Collects packages while Vite builds: `plugin()` goes into every build, its workers' too; `write` writes what they brought. */
export const collectLicences = () => {
  /** @type {Set<string>} */
  const folders = new Set();
  return {
    /** @returns {import('vite').Plugin} */
    plugin: () => ({
      name: 'collect-licences',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          const modules = chunk.type === 'chunk' ? chunk.moduleIds : [];
          for (const id of modules) {
            const folder = packageFolder(id);
            if (folder && existsSync(path.join(folder, 'package.json'))) folders.add(folder);
          }
        }
      },
    }),
    write: (/** @type {string} */ file) => {
      const entries = [...folders].map(entry).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
      writeFileSync(file, `${entries.map(({ text }) => text).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
    },
  };
};
