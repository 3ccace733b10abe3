import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../build/find-runtime.mjs';
import { readManual } from '../../build/manual.mjs';
import { slug } from '../../build/markdown.mjs';
import { navGroups } from '../../renderer/app/frame/nav-entries.ts';
import { pointedAt } from '../../renderer/pages/help/chapter-of-place.ts';
import { ledgers } from '../../shared/ledgers/index.ts';
import { shortcutChapter } from '../manual/shortcut-chapter.ts';

const folder = path.join(projectFolder, 'docs/manual');
const chapters = readManual();
const whole = chapters.map(({ text }) => text).join('\n');

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Tabs of 设置, read from its source: the page itself needs a window. */
const tabs = matches(
  readFileSync(path.join(projectFolder, 'renderer/pages/settings/settings-page.tsx'), 'utf8'),
  /\{ id: '[\w-]+', title: '([^']+)'/g,
);

describe('the manual', () => {
  test('has a title and sections in every chapter', () => {
    expect(chapters.length).toBeGreaterThan(12);
    for (const { name, text, sections } of chapters) {
      expect(text, name).toMatch(/^# \S/);
      expect(sections.length, name).toBeGreaterThan(0);
    }
  });

  test('links to chapters and sections that are there', () => {
    const links = matches(whole, /(?<!!)\[[^\]]+\]\(([^)]+)\)/g);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const [file = '', heading] = link.split('#');
      const chapter = chapters.find(({ name }) => `${name}.md` === file);
      expect(chapter, link).toBeDefined();
      if (heading !== undefined) expect(chapter?.sections.map(slug), link).toContain(heading);
    }
  });

  test('shows every picture that was taken, and only those; together they stay small', () => {
    const shown = matches(whole, /!\[[^\]]+\]\(pictures\/([^)]+)\)/g).toSorted();
    const taken = readdirSync(path.join(folder, 'pictures')).toSorted();
    expect(shown).toEqual(taken);
    const bytes = taken.map((file) => statSync(path.join(folder, 'pictures', file)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  test('names pages by the names they have in the program', () => {
    const pages = navGroups(ledgers).flatMap(({ entries }) => entries.map(({ title }) => title));
    const places = [...pages, ...tabs.map((tab) => `设置 → ${tab}`)];
    const named = [...new Set(matches(whole, /【([^】]+)】/g))];
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !places.includes(name))).toEqual([]);
    // And no page of the navigation's own is passed over.
    expect(places.filter((place) => !ledgers.some(({ title }) => title === place) && !named.includes(place))).toEqual([
      '设置 → 单位',
    ]);
  });

  test('lists the shortcuts the program obeys (npm run manual)', () => {
    expect(chapters.find(({ name }) => name.endsWith('shortcuts'))?.text).toBe(shortcutChapter());
  });

  test('has the chapters 帮助 opens at', () => {
    expect(pointedAt.filter((chapter) => !existsSync(path.join(folder, `${chapter}.md`)))).toEqual([]);
  });
});
