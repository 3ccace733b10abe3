import { expect, test } from 'vitest';
import { reasonOfFailure, reasonToRecover } from '../../../../renderer/pages/recovery/recovery-reason.ts';
import { recoveryWords } from '../../../../renderer/pages/recovery/recovery-words.ts';
import type { StoreStatus } from '../../../../renderer/store/store-api.ts';
import type { DataNote } from '../../../../shared/desktop-api.ts';
import { newerData } from '../../../../shared/history/newer-data.ts';
import { LedgerError } from '../../../../shared/kit/complaint.ts';

const status: StoreStatus = {
  office: '',
  chain: '',
  series: '',
  counts: {},
  others: [],
  view: 'own',
  isEmpty: false,
  damaged: 0,
  journalBehind: 0,
  journalAhead: 0,
};
const noted = (records: number): DataNote => ({
  format: 1,
  database: 'street-ledger',
  office: '',
  records,
  version: '',
  at: '',
  series: '',
  folder: '',
  left: [],
});

test.each<[string, Partial<StoreStatus>, number | undefined, unknown]>([
  ['a first start', { isEmpty: true }, undefined, undefined],
  ['an ordinary start', {}, 12, undefined],
  ['an office begun anew on purpose', { isEmpty: true }, 0, undefined],
  ['an empty database that held records', { isEmpty: true }, 12, { kind: 'lost', records: 12, batches: 0 }],
  [
    'an empty one, the note gone too',
    { isEmpty: true, journalAhead: 3 },
    undefined,
    { kind: 'lost', records: 0, batches: 3 },
  ],
  ['one that was set back', { journalAhead: 3 }, 12, { kind: 'behind', batches: 3 }],
  ['batches damaged in both copies', { damaged: 1 }, 12, { kind: 'damaged', batches: 1 }],
])('%s', (_what, more, records, reason) => {
  expect(reasonToRecover({ ...status, ...more }, records === undefined ? undefined : noted(records))).toEqual(reason);
});

test('a store that does not open: by a later program, or broken; anything else is a fault of the program', () => {
  expect(reasonOfFailure(newerData())).toMatchObject({ kind: 'newer' });
  expect(reasonOfFailure(new LedgerError('store/cannot-open', '打不开'))).toMatchObject({ kind: 'cannotOpen' });
  expect(reasonOfFailure(new TypeError('x'))).toBeUndefined();
});

test('no words ever advise to delete or clear anything', () => {
  const reasons = [
    { kind: 'newer', message: newerData().message },
    { kind: 'cannotOpen', message: '' },
    { kind: 'lost', records: 1, batches: 1 },
    { kind: 'lost', records: 0, batches: 1 },
    { kind: 'behind', batches: 1 },
    { kind: 'damaged', batches: 1 },
  ] as const;
  for (const reason of reasons) expect(recoveryWords(reason).text).not.toMatch(/请(清除|删除|清理|重装)/);
});
