// The Markdown the manual is written in, as HTML: headings, paragraphs, lists (one inside another), tables, notes, pictures,
// links, bold, code. What it does not know stays text; raw HTML never gets through.

const escaped = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const inline = (/** @type {string} */ text) =>
  escaped(text)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g, '<img src="$2" alt="$1">')
    .replaceAll(
      /\[([^\]]+)\]\(([^)\s]+)\)/g,
      (_, words, to) => `<a href="${to.replace(/\.md(?=#|$)/, '.html')}">${words}</a>`,
    )
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');

/** The name a heading is linked by. */
export const slug = (/** @type {string} */ heading) =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');

const cellsOf = (/** @type {string} */ line) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inline(cell.trim()));

const row = (/** @type {readonly string[]} */ cells, /** @type {'th' | 'td'} */ tag) =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

const table = (/** @type {readonly string[]} */ [head = '', , ...rest]) => {
  const rows = rest.map((line) => row(cellsOf(line), 'td'));
  return `<table><thead>${row(cellsOf(head), 'th')}</thead><tbody>${rows.join('')}</tbody></table>`;
};

const ITEM = /^(\s*)(?:[-*]|(\d+)\.)\s+(.*)$/;

/**
 * Lines that begin items, go on in them, or begin items of a list inside, two spaces or more further in.
 *
 * @returns {string}
 */
const list = (/** @type {readonly string[]} */ lines) => {
  const [, , number] = ITEM.exec(lines[0] ?? '') ?? [];
  /** @type {{ words: string, inside: string[] }[]} */
  const items = [];
  for (const line of lines) {
    const [, indent = '', , words = ''] = ITEM.exec(line) ?? [];
    const last = items.at(-1);
    if (ITEM.test(line) && indent.length < 2) items.push({ words, inside: [] });
    else if (last && ITEM.test(line)) last.inside.push(line.replace(/^ {2,3}/, ''));
    else if (last && last.inside.length > 0) last.inside.push(line);
    else if (last) last.words += line.trim();
  }
  const tag = number === undefined ? 'ul' : 'ol';
  const start = number === undefined || number === '1' ? '' : ` start="${number}"`;
  const html = items.map(({ words, inside }) => `<li>${inline(words)}${inside.length > 0 ? list(inside) : ''}</li>`);
  return `<${tag}${start}>${html.join('')}</${tag}>`;
};

/** @returns {string} */
const block = (/** @type {readonly string[]} */ lines) => {
  const [first = ''] = lines;
  const [, level, heading = ''] = /^(#{1,4}) (.*)$/.exec(first) ?? [];
  if (level !== undefined) {
    const rest = lines.slice(1);
    const tag = `h${level.length}`;
    return `<${tag} id="${slug(heading)}">${inline(heading)}</${tag}>${rest.length > 0 ? block(rest) : ''}`;
  }
  if (first.startsWith('|') && /^\|[\s:|-]+$/.test(lines[1] ?? '')) return table(lines);
  if (ITEM.test(first)) return list(lines);
  if (first.startsWith('>'))
    return `<blockquote>${inline(lines.map((line) => line.replace(/^> ?/, '')).join(''))}</blockquote>`;
  const picture = /^!\[([^\]]*)\]/.exec(first);
  if (picture && lines.length === 1)
    return `<figure>${inline(first)}<figcaption>${escaped(picture[1] ?? '')}</figcaption></figure>`;
  return `<p>${inline(lines.join(''))}</p>`;
};

/** Whole Markdown as the HTML of its blocks. Lines of a paragraph join without a space, as Chinese is set. */
export const markdownToHtml = (/** @type {string} */ text) =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(block)
    .join('\n');
