import { expect, test } from 'vitest';
import { joinPackages } from '../../../shared/exchange/join-packages.ts';
import { openPackage } from '../../../shared/exchange/package-file.ts';
import { SampleOffice } from './sample-office.ts';

const office = new SampleOffice('东');
for (const id of ['z1', 'z2', 'z3', 'z4']) {
  const values = { caseNo: `ZR-2026-${id}`, inDate: '2026-01-05', name: id, state: 'received' };
  office.write([{ kind: 'create', ledger: 'application', id, rev: '', values }]);
}
const opened = (from: number, to: number) => openPackage(office.package(from, false, to), office.ledgers);

test('what two packages both hold is there once, and is counted once', () => {
  const [whole, late] = [opened(1, 4), opened(3, 4)];
  for (const joined of [joinPackages(whole, late), joinPackages(late, whole), joinPackages(whole, whole)]) {
    expect(joined?.batches.length).toBe(4);
    expect(joined?.manifest.counts).toEqual(whole.manifest.counts);
  }
});

test('two that go on from each other are counted together; with batches missing between they are not joined', () => {
  const joined = joinPackages(opened(1, 2), opened(3, 4));
  expect(joined?.manifest.counts).toEqual(opened(1, 4).manifest.counts);
  expect(joinPackages(opened(1, 1), opened(3, 4))).toBeUndefined();
});
