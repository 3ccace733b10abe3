import { describe, expect, test } from 'vitest';
import { makeDocument } from '../../../shared/documents/make-document.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { caseContext } from '../access/reports/sample-cases.ts';
import { received, refused, supplementing, withValues } from './sample-documents.ts';

const context = {
  ...caseContext,
  records: (ledger: string) =>
    ledger === 'strayTask' ? [{ id: 's', rev: '', values: { letterNo: '宿豫街办函〔2026〕7号' } }] : [],
  parameter: (_group: string, key: string) => (key === '发文代字' ? '宿豫街办' : undefined),
};

test('a paper comes with its hash, what it carries and the next number of its series', () => {
  const made = makeDocument({ template: 'refusal-letter', on: '2026-12-18' }, application, refused, context);
  expect(made).toMatchObject({ ok: true, carries: ['o9'], nextNumber: '宿豫街办函〔2026〕8号' });
  expect(made.ok && made.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('a number that stood on a record in the trash is not given again', () => {
  const trash = (ledger: string) =>
    ledger === 'application'
      ? [{ id: 't', rev: '', values: { exits: [{ id: 'x', docNo: '宿豫街办函〔2026〕9号' }] } }]
      : [];
  const made = makeDocument({ template: 'refusal-letter', on: '2026-12-18' }, application, refused, context, trash);
  expect(made.ok && made.nextNumber).toBe('宿豫街办函〔2026〕10号');
});

describe('the number a paper bears', () => {
  const numberOf = (template: string, record: LedgerRecord, number?: string) => {
    const request = { template, on: '2026-12-18', ...(number === undefined ? {} : { number }) };
    const made = makeDocument(request, application, record, context);
    return made.ok ? made.number : 'refused';
  };
  const printed = (carries: string, issuedOn = '2026-12-02') =>
    withValues({
      ...refused.values,
      documents: [{ id: 'p', template: 'refusal-letter', docNo: '宿豫街办函〔2026〕5号', carries, issuedOn }],
    });

  test('is the next one, or what the clerk wrote, or left for the hand', () => {
    expect(numberOf('refusal-letter', refused)).toBe('宿豫街办函〔2026〕8号');
    expect(numberOf('refusal-letter', refused, '宿豫街办函〔2026〕20号')).toBe('宿豫街办函〔2026〕20号');
    expect(numberOf('refusal-letter', refused, '')).toBeUndefined();
    expect(numberOf('approval-form', refused)).toBeUndefined();
  });

  test('is that of the act it tells of', () => {
    expect(numberOf('supplement-notice', supplementing)).toBe('宿豫街办告〔2026〕3号');
  });

  test('stays when a printed paper is sent, and is new for another paper or another round', () => {
    expect(numberOf('refusal-letter', printed('o9'))).toBe('宿豫街办函〔2026〕5号');
    expect(numberOf('refusal-letter', printed('o1'))).toBe('宿豫街办函〔2026〕8号');
    const steps = [{ id: 's', transition: 'resubmit', from: 'DEFERRED', to: 'RECEIVED', on: '2026-12-10' }];
    const again = { ...printed('o9'), values: { ...printed('o9').values, steps } };
    expect(numberOf('refusal-letter', again)).toBe('宿豫街办函〔2026〕8号');
  });
});

test('forms bear no number, nor does an office without its code', () => {
  const form = makeDocument({ template: 'approval-form', on: '2026-12-18' }, application, refused, context);
  expect(form.ok && form.nextNumber).toBeUndefined();
  const letter = makeDocument({ template: 'refusal-letter', on: '2026-12-18' }, application, refused, caseContext);
  expect(letter.ok && letter.nextNumber).toBeUndefined();
});

test('what cannot be made says why', () => {
  const early = makeDocument({ template: 'exit-notice', on: '2026-12-18' }, application, received, context);
  expect(!early.ok && early.complaints.map(({ code }) => code)).toEqual(['document/no-exit']);
  const unknown = makeDocument({ template: 'seal', on: '2026-12-18' }, application, received, context);
  expect(!unknown.ok && unknown.complaints.map(({ code }) => code)).toEqual(['document/unknown']);
});
