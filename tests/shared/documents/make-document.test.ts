import { expect, test } from 'vitest';
import { makeDocument } from '../../../shared/documents/make-document.ts';
import { caseContext } from '../access/reports/sample-cases.ts';
import { received, refused } from './sample-documents.ts';

const context = {
  ...caseContext,
  records: (ledger: string) =>
    ledger === 'strayTask' ? [{ id: 's', rev: '', values: { letterNo: '宿豫街办函〔2026〕7号' } }] : [],
  parameter: (_group: string, key: string) => (key === '发文代字' ? '宿豫街办' : undefined),
};

test('a paper comes with its hash, what it carries and the next number of its series', () => {
  const made = makeDocument({ template: 'refusal-letter', on: '2026-12-18' }, refused, context);
  expect(made).toMatchObject({ ok: true, carries: ['o9'], nextNumber: '宿豫街办函〔2026〕8号' });
  expect(made.ok && made.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('forms bear no number, nor does an office without its code', () => {
  const form = makeDocument({ template: 'approval-form', on: '2026-12-18' }, refused, context);
  expect(form.ok && form.nextNumber).toBeUndefined();
  const letter = makeDocument({ template: 'refusal-letter', on: '2026-12-18' }, refused, caseContext);
  expect(letter.ok && letter.nextNumber).toBeUndefined();
});

test('what cannot be made says why', () => {
  const early = makeDocument({ template: 'exit-notice', on: '2026-12-18' }, received, context);
  expect(!early.ok && early.complaints.map(({ code }) => code)).toEqual(['document/no-exit']);
  const unknown = makeDocument({ template: 'seal', on: '2026-12-18' }, received, context);
  expect(!unknown.ok && unknown.complaints.map(({ code }) => code)).toEqual(['document/unknown']);
});
