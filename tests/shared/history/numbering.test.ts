import { expect, test } from 'vitest';
import { nextNumber, noteNumber } from '../../../shared/history/numbering.ts';
import { application } from './sample-ledgers.ts';

const next = (counters: Map<string, number>) => nextNumber(counters, application, { inDate: '2026-01-05' }, '');

test('a number beyond counting, from a sheet, does not make the next ones all the same', () => {
  const counters = new Map<string, number>();
  noteNumber(counters, application, { caseNo: 'ZR-2026-0007' });
  noteNumber(counters, application, { caseNo: 'ZR-2026-99999999999999999999' });
  expect([next(counters), next(counters)]).toEqual(['ZR-2026-0008', 'ZR-2026-0009']);
});
