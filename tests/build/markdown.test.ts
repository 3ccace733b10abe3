import { expect, test } from 'vitest';
import { markdownToHtml, slug } from '../../build/markdown.mjs';

test.each([
  ['# 备份 与恢复', '<h1 id="备份-与恢复">备份 与恢复</h1>'],
  ['## 一\n两行连成\n一段', '<h2 id="一">一</h2><p>两行连成一段</p>'],
  ['按 `Ctrl+S`，**要紧**', '<p>按 <code>Ctrl+S</code>，<strong>要紧</strong></p>'],
  ['见 [备份](09-backup.md#恢复)', '<p>见 <a href="09-backup.html#恢复">备份</a></p>'],
  ['> 请注意\n> 这里', '<blockquote>请注意这里</blockquote>'],
  ['![列表](pictures/a.webp)', '<figure><img src="pictures/a.webp" alt="列表"><figcaption>列表</figcaption></figure>'],
  ['- 一\n- 二', '<ul><li>一</li><li>二</li></ul>'],
  ['1. 一\n   接着\n2. 二\n  - 内', '<ol><li>一接着</li><li>二<ul><li>内</li></ul></li></ol>'],
  [
    '| 甲 | 乙 |\n|---|---|\n| 1 | `2` |',
    '<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td><code>2</code></td></tr></tbody></table>',
  ],
  ['一\n\n二', '<p>一</p>\n<p>二</p>'],
])('%j', (markdown, html) => {
  expect(markdownToHtml(markdown)).toBe(html);
});

test('no HTML gets through', () => {
  expect(markdownToHtml('<script>alert(1)</script> & "x"')).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</p>',
  );
});

test('a heading is linked by its letters and digits', () => {
  expect(slug('三、A4（一张）')).toBe('三-a4-一张-');
});
