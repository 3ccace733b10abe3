import { expect, test } from 'vitest';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { similarPetitions } from '../../../shared/rules/petition-repeats.ts';
import { on, petitionOf, RECEIVED } from './petition-support.ts';

const ID = '320311197001010016';

const earlier = {
  id: 'before',
  rev: 'a/1/1',
  values: { ...RECEIVED, petitionNo: 'XF-2025-0107', petitionerId: ID, receivedOn: '2025-11-03' },
};

const office: LedgerContext = {
  ...on('2026-06-01'),
  records: (ledgerId) => (ledgerId === 'petition' ? [earlier] : []),
};

const again: Values = { ...RECEIVED, petitioner: '王某', petitionerId: ID, matter: '楼上漏水多年仍无人处理' };

const said = (values: Values) => petition.check(values, office, 'p').map(({ code, field }) => `${code} at ${field}`);

test('the same person about the same matter again is proposed as a repetition, by identity and content', () => {
  const [first] = petition.check(again, office, 'p');
  expect(first?.message).toContain('与 XF-2025-0107（2025-11-03）身份证号相同、内容相近');
  expect(said(again)).toEqual(['petition/repeat at repeat']);
  expect(similarPetitions.find(petitionOf(again), office).map(({ id }) => id)).toEqual(['before']);
});

test('another person, another matter, an answer given, or the earlier of the two: nothing is proposed', () => {
  expect(said({ ...again, petitionerId: '320311197001010024' })).toEqual([]);
  expect(said({ ...again, matter: '停车位被占' })).toEqual([]);
  expect(said({ ...again, repeat: false })).toEqual([]);
  expect(said({ ...again, repeat: true })).toEqual([]);
  expect(said({ ...again, receivedOn: '2025-11-02' })).toEqual([]);
});
