import { expect, test } from 'vitest';
import { SharedTexts } from '../../../shared/history/shared-texts.ts';
import { application } from './sample-ledgers.ts';

test('records come out as they were read, whatever they share and however many different texts there are', () => {
  const shared = new SharedTexts();
  const record = (at: number) => ({
    id: `d${at}`,
    rev: `a/1/${at % 3}`,
    values: {
      name: '社区义诊',
      kind: '公共服务',
      inDate: `2026-01-${at % 30}`,
      applicant: `d${at}`,
      helpers: [`d${at}`],
      persons: at,
    },
  });
  for (let at = 0; at < 20_000; at += 1) expect(shared.record(record(at), application)).toEqual(record(at));
  expect(shared.record(record(1), undefined)).toEqual(record(1));
});
