import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DocumentModel } from '../../../shared/documents/document-model.ts';
import { writeDocx } from '../../../shared/documents/docx/write-docx.ts';
import { REVIEW_PAPERS, sampleDocument } from './sample-documents.ts';

const partsOf = (model: DocumentModel): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(writeDocx(model))).map(([path, bytes]) => [path, strFromU8(bytes)]));

/** Element names left open or closed out of turn; '' where the part is well formed. */
function faultOf(xml: string): string {
  const open: string[] = [];
  const bare = xml
    .replace(/^<\?xml[^>]*\?>\n/, '')
    .replace(/<([\w:]+)((?:\s[\w:]+="[^"<]*")*)\s*(\/?)>|<\/([\w:]+)>/g, (_, name, _attributes, single, closed) => {
      if (closed !== undefined && open.pop() !== closed) return '<';
      if (name !== undefined && single === '') open.push(name);
      return '';
    });
  return [...open, ...(/[<>]|&(?!(amp|lt|gt|quot);)/.exec(bare) ?? [])].join(' ');
}

/** Columns each row of a table covers, merged cells spelt out. */
const columnsOf = (table: string): readonly number[] =>
  (table.match(/<w:tr>.*?<\/w:tr>/g) ?? []).map((row) =>
    (row.match(/<w:tcPr>.*?<\/w:tcPr>/g) ?? []).reduce(
      (columns, cell) => columns + Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
      0,
    ),
  );

describe.each(REVIEW_PAPERS)('%s as .docx', (id) => {
  const parts = partsOf(sampleDocument(id));

  test('has only well-formed parts, and every part it refers to', () => {
    for (const [path, xml] of parts) expect([path, faultOf(xml)]).toEqual([path, '']);
    const types = parts.get('[Content_Types].xml') ?? '';
    const relations = parts.get('word/_rels/document.xml.rels') ?? '';
    for (const [, target] of relations.matchAll(/Target="([^"]+)"/g)) {
      expect([...parts.keys()]).toContain(`word/${target}`);
      expect(types).toContain(`/word/${target}`);
    }
    const body = parts.get('word/document.xml') ?? '';
    for (const [, used] of body.matchAll(/r:id="([^"]+)"/g)) expect(relations).toContain(`Id="${used}"`);
    const styles = parts.get('word/styles.xml') ?? '';
    for (const [, used] of body.matchAll(/w:pStyle w:val="([^"]+)"/g)) expect(styles).toContain(`w:styleId="${used}"`);
  });

  test('has tables whose rows all fill the grid', () => {
    for (const [table] of (parts.get('word/document.xml') ?? '').matchAll(/<w:tbl>.*?<\/w:tbl>/g)) {
      const grid = table.match(/<w:gridCol /g)?.length;
      expect(new Set(columnsOf(table))).toEqual(new Set([grid]));
    }
  });

  test('is the same to the byte each time', () => {
    expect(writeDocx(sampleDocument(id))).toEqual(writeDocx(sampleDocument(id)));
  });
});

describe('the page', () => {
  const parts = partsOf(sampleDocument('refusal-letter'));
  const body = parts.get('word/document.xml') ?? '';

  test('is A4 with the margins of GB/T 9704: 37 mm above, 28 mm left, 156 × 225 mm of text', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    // 37, 26, 35 and 28 mm in twentieths of a point.
    expect(body).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
  });

  test('has 3号仿宋 at 22 exact lines a page, two characters before a paragraph', () => {
    const style = /w:styleId="Text-body".*?<\/w:style>/.exec(parts.get('word/styles.xml') ?? '')?.[0];
    expect(style).toContain('w:eastAsia="仿宋_GB2312"');
    expect(style).toContain('<w:sz w:val="32"/>');
    expect(style).toContain('w:line="578" w:lineRule="exact"');
    expect(style).toContain('w:firstLineChars="200"');
    expect(22 * 578).toBeLessThanOrEqual(Math.floor((225 / 25.4) * 1440));
  });

  test('of a letter: red name first, page numbers at the outer edge from the second page on', () => {
    expect(parts.get('word/header-first.xml')).toContain('w:color w:val="C00000"');
    expect(body).toContain('<w:titlePg/>');
    expect(parts.get('word/footer-odd.xml')).toContain('<w:jc w:val="right"/>');
    expect(parts.get('word/footer-even.xml')).toContain('<w:jc w:val="left"/>');
    expect(parts.get('word/footer-even.xml')).toMatch(/— <.*PAGE.*> —/);
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect([...partsOf(sampleDocument('agreement')).keys()]).not.toContain('word/header-first.xml');
  });

  test('signature and date go over the page together with the last words', () => {
    const paragraphs = body.match(/<w:p>.*?<\/w:p>/g) ?? [];
    const last = paragraphs.findIndex((xml) => xml.includes('特此函告'));
    expect(paragraphs[last]).toContain('<w:keepNext/>');
    expect(paragraphs[last + 1]).toContain('Text-signature');
    expect(parts.get('word/styles.xml')).toMatch(/w:styleId="Text-signature".*?<w:keepNext\/>/);
  });
});

test('hostile and rare characters reach the file as text', () => {
  const model = sampleDocument('exit-notice');
  const text = '</w:t><w:t>&"\u0007𫖯\nb';
  const body =
    partsOf({ ...model, blocks: [{ kind: 'paragraph', role: 'body', text }] }).get('word/document.xml') ?? '';
  expect(faultOf(body)).toBe('');
  expect(body).toContain('&lt;/w:t&gt;&lt;w:t&gt;&amp;&quot;𫖯</w:t><w:br/><w:t xml:space="preserve">b');
});
