// Renders docs/manual into static pages below out/renderer/manual: the program shows them (帮助), any browser opens them.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './find-runtime.mjs';
import { markdownToHtml, slug } from './markdown.mjs';

/** @typedef {{ name: string, title: string, sections: readonly string[], text: string }} Chapter */

/** The chapters by the numbers their files begin with. @returns {readonly Chapter[]} */
export const readManual = (folder = path.join(projectFolder, 'docs/manual')) =>
  readdirSync(folder)
    .filter((file) => /^\d\d-[a-z-]+\.md$/.test(file))
    .toSorted()
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const headings = (/** @type {RegExp} */ pattern) => [...text.matchAll(pattern)].map(([, words = '']) => words);
      const [title = file] = headings(/^# (.*)$/gm);
      return { name: path.basename(file, '.md'), title, sections: headings(/^## (.*)$/gm), text };
    });

const contents = (/** @type {readonly Chapter[]} */ chapters, /** @type {Chapter} */ shown) => {
  const sections = shown.sections.map((words) => `<li><a href="#${slug(words)}">${words}</a></li>`).join('');
  const lines = chapters.map((chapter) =>
    chapter === shown
      ? `<li><a href="${chapter.name}.html" aria-current="page">${chapter.title}</a><ol>${sections}</ol></li>`
      : `<li><a href="${chapter.name}.html">${chapter.title}</a></li>`,
  );
  return `<nav aria-label="目录"><ol>${lines.join('')}</ol></nav>`;
};

const page = (/** @type {readonly Chapter[]} */ chapters, /** @type {Chapter} */ shown) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${shown.title} · 街道准入台账用户手册</title>
<link rel="stylesheet" href="manual.css">
</head>
<body>
${contents(chapters, shown)}
<main>
${markdownToHtml(shown.text)}
</main>
</body>
</html>
`;

/** Writes every chapter, the pictures and the style into `folder`. */
export const buildManual = (/** @type {string} */ folder) => {
  const source = path.join(projectFolder, 'docs/manual');
  const chapters = readManual(source);
  mkdirSync(path.join(folder, 'pictures'), { recursive: true });
  for (const chapter of chapters) writeFileSync(path.join(folder, `${chapter.name}.html`), page(chapters, chapter));
  cpSync(path.join(source, 'manual.css'), path.join(folder, 'manual.css'));
  cpSync(path.join(source, 'pictures'), path.join(folder, 'pictures'), { recursive: true });
};
