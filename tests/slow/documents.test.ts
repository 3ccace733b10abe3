import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ReviewKind } from '../../shared/documents/document-kinds.ts';
import { writeDocx } from '../../shared/documents/docx/write-docx.ts';
import { REVIEW_PAPERS, sampleDocument } from '../shared/documents/sample-documents.ts';

/** The office suite to try; some machines keep a second one apart. */
const OFFICE = process.env.SOFFICE ?? 'soffice';

const folder = mkdtempSync(join(tmpdir(), 'street-ledger-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// One run for all: the suite takes longer to start than to convert.
mkdirSync(join(folder, 'profile'));
const files = REVIEW_PAPERS.map((id) => join(folder, `${id}.docx`));
for (const id of REVIEW_PAPERS) writeFileSync(join(folder, `${id}.docx`), writeDocx(sampleDocument(id)));
const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
const run = spawnSync(OFFICE, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
  encoding: 'utf8',
  timeout: 90_000,
});
/** An office suite may be installed without its word processor: then it opens none of the files, and says so. */
const hasWriter = run.status === 0 && REVIEW_PAPERS.some((id) => existsSync(join(folder, `${id}.pdf`)));
if (!hasWriter)
  console.warn('\n*** 未找到带文字处理（Writer）的 LibreOffice：.docx 没有用办公软件打开检验，本组测试跳过 ***\n');

/** Sheets each sample takes: the approval form and the 评议表 are one sheet by design, letters as long as their text. */
const SHEETS: { readonly [kind in ReviewKind]: number } = {
  'approval-form': 1,
  'supplement-notice': 1,
  'opinion-request': 3,
  'refusal-letter': 2,
  'publication-notice': 2,
  agreement: 3,
  'evaluation-form': 1,
  'exit-notice': 2,
};

describe.skipIf(!hasWriter)('LibreOffice opens the papers of the review', () => {
  const pdf = (id: string): string => readFileSync(join(folder, `${id}.pdf`), 'latin1');

  test.each(REVIEW_PAPERS)('%s: on sheets of A4, as many as its text needs', (id) => {
    const written = pdf(id);
    const paper = (/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(written) ?? []).slice(1).map(Number);
    expect(paper.map(Math.round)).toEqual([595, 842]);
    const pages = written.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    // Another machine's fonts may be a little wider; forms still have to stand on one sheet.
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(SHEETS[id]);
  });
});
