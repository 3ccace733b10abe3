import { describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/history/change.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { type Pick, randomNumbers } from '../../random-numbers.ts';
import { contentsOf, SampleOffice, unordered } from './sample-office.ts';

/** `npm run soak` runs 500. */
const RUNS = import.meta.env.MODE === 'soak' ? 500 : 50;

const one = <T>(pick: Pick, from: readonly T[]): T | undefined => from[pick(from.length)];

/** One change somebody might make: of what the office has, or something new. */
function randomChange(office: SampleOffice, pick: Pick): Change {
  const { records, deleted } = office.state.table('application');
  const record = one(pick, [...records.values()]);
  const gone = one(pick, [...deleted.values()]);
  if (!record || pick(5) === 0) {
    const back = gone && pick(2) === 0;
    const values: Values = back ? gone.values : { name: `事项${pick(100)}`, state: 'received', persons: pick(9) };
    return {
      kind: 'create',
      ledger: 'application',
      id: back ? gone.id : office.newId(),
      rev: back ? gone.rev : '',
      values,
    };
  }
  if (pick(8) === 0) {
    return { kind: 'delete', ledger: 'application', id: record.id, rev: record.rev, values: record.values };
  }
  return randomUpdate(office, record, pick);
}

function randomUpdate(office: SampleOffice, { id, rev, values }: LedgerRecord, pick: Pick): Change {
  const update = { kind: 'update', ledger: 'application', id, rev, fields: {}, children: {} } as const;
  const opinions = Array.isArray(values.opinions) ? values.opinions.filter((row) => typeof row === 'object') : [];
  const row = one(pick, opinions);
  switch (pick(5)) {
    case 0:
      return { ...update, fields: { persons: { after: pick(9) } } };
    case 1:
      return { ...update, fields: { name: { after: `改名${pick(9)}` }, kind: { after: '公共服务' } } };
    case 2:
      return {
        ...update,
        fields: { state: { after: `state${pick(3)}` }, ...(pick(2) === 0 ? { docNo: { after: `文${pick(9)}` } } : {}) },
        children: { steps: [{ kind: 'create', id: office.newId(), at: 0, values: { to: 'x' } }] },
      };
    case 3:
      if (!row) break;
      if (pick(2) === 0)
        return { ...update, children: { opinions: [{ kind: 'delete', id: row.id, at: 0, values: {} }] } };
      return {
        ...update,
        children: { opinions: [{ kind: 'update', id: row.id, fields: { opinion: { after: `意见${pick(9)}` } } }] },
      };
  }
  const at = pick(opinions.length + 1);
  return {
    ...update,
    children: { opinions: [{ kind: 'create', id: office.newId(), at, values: { opinion: '同意' } }] },
  };
}

/** Packages taken out at random moments, of the whole chain or of what came since some batch. */
function randomHistory(
  offices: readonly SampleOffice[],
  pick: Pick,
): { readonly from: SampleOffice; readonly file: Uint8Array }[] {
  const packages: { from: SampleOffice; file: Uint8Array }[] = [];
  for (let step = 0; step < 30; step += 1) {
    const office = offices[pick(offices.length)];
    if (!office) continue;
    const act = pick(10);
    if (act < 6) office.write([randomChange(office, pick)]);
    else if (act < 8) packages.push({ from: office, file: office.package(1, pick(2) === 0) });
    else {
      const given = one(
        pick,
        packages.filter(({ from }) => from !== office),
      );
      if (given) mergeIfItFits(office, given.file);
    }
    // What was applied batch by batch since a merge is what the log folds to.
    expect(unordered(contentsOf(office.state))).toEqual(unordered(contentsOf(office.folded().state)));
  }
  for (const office of offices) packages.push({ from: office, file: office.package() });
  return packages;
}

/** False where a package before it is missing. */
function mergeIfItFits(office: SampleOffice, file: Uint8Array): boolean {
  try {
    office.merge(file);
    return true;
  } catch (thrown) {
    if (thrown instanceof LedgerError && thrown.code === 'exchange/gap') return false;
    throw thrown;
  }
}

function shuffled<T>(items: readonly T[], pick: Pick): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = pick(at + 1);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}

/**
 * Somebody who takes each package once, and some of them twice, in an order of his own: what comes too early waits. Beside
 * the packages what each office wrote, once more in pieces that go on from each other.
 */
function takenInAnyOrder(
  offices: readonly SampleOffice[],
  packages: readonly { readonly file: Uint8Array }[],
  pick: Pick,
): SampleOffice {
  const taker = new SampleOffice('丙');
  const pieces = offices.flatMap((office) => office.inPieces(() => 1 + pick(4)));
  const files = [...pieces, ...pieces.slice(0, 2), ...packages.map(({ file }) => file)];
  for (const file of shuffled(files, pick)) taker.take(file);
  return taker;
}

describe('random histories of two offices and a district', () => {
  test.each(Array.from({ length: RUNS }, (_, seed) => seed))('history %i', (seed) => {
    const pick = randomNumbers(seed);
    const offices = [new SampleOffice('东'), new SampleOffice('西'), new SampleOffice('区')];
    const packages = randomHistory(offices, pick);

    // Two PCs that wrote nothing take the packages in orders of their own, some of them twice.
    const readers = [new SampleOffice('甲'), new SampleOffice('乙')];
    for (const reader of readers) {
      let left = shuffled([...packages, ...packages.slice(0, 2)], pick);
      while (left.length > 0) {
        const still = left.filter(({ file }) => !mergeIfItFits(reader, file));
        if (still.length === left.length) throw new Error('no package fits');
        left = still;
      }
      for (const { file } of packages) expect(reader.merge(file)).toBe(0);
    }
    const [first, second] = readers;
    expect(first && contentsOf(first.state)).toEqual(second && contentsOf(second.state));
    expect(first?.conflicts).toEqual(second?.conflicts);

    const third = takenInAnyOrder(offices, packages, pick);
    expect(third.waiting.size).toBe(0);
    expect(contentsOf(third.state)).toEqual(first && contentsOf(first.state));
    expect(third.conflicts).toEqual(first?.conflicts);

    // And the offices themselves, once each has the others' chains, are no wiser than they.
    for (const office of offices) {
      for (const { from, file } of packages.slice(-offices.length)) if (from !== office) office.merge(file);
      expect(contentsOf(office.folded().state)).toEqual(first && contentsOf(first.state));
      expect(office.folded().conflicts).toEqual(first?.conflicts);
    }
  });
});
