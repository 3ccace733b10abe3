import { SHORTCUT_PLACES, SHORTCUTS } from '../../renderer/components/shortcuts/shortcuts.ts';

const tableOf = (place: (typeof SHORTCUT_PLACES)[number]): string =>
  Object.values(SHORTCUTS)
    .filter((one) => one.place === place)
    .map(({ keys, does }) => `| ${keys.map((key) => `\`${key}\``).join('、')} | ${does} |\n`)
    .join('');

/** The chapter of the shortcuts, with a table of every key the program obeys. `npm run manual` writes it. */
export const shortcutChapter = (): string => `# 快捷键

不用记，用得多了自然会。程序里按 \`Ctrl+/\` 也能看到这张表。苹果电脑上用 ⌘ 代替 Ctrl。
${SHORTCUT_PLACES.map(
  (place) => `
## ${place}

| 键 | 做什么 |
|---|---|
${tableOf(place)}`,
).join('')}`;
