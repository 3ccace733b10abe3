import { describe, expect, test } from 'vitest';
import type { Change, FieldChange } from '../../../shared/history/change.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { contentsOf, SampleOffice } from './sample-office.ts';

const create = (id: string, values: Values): Change => ({ kind: 'create', ledger: 'application', id, rev: '', values });

const CASE: Values = { caseNo: 'ZR-2026-0001', inDate: '2026-01-05', name: '三保障排查', state: 'received' };

/** An update of a case as this office has it now. */
function update(office: SampleOffice, id: string, fields: { readonly [field: string]: FieldChange }): Change {
  const { rev } = office.record('application', id);
  return { kind: 'update', ledger: 'application', id, rev, fields, children: {} };
}

/** A second PC of the office that has the case already, both at the same point. */
function twoPlaces() {
  const [east, west] = [new SampleOffice('东'), new SampleOffice('西')];
  east.write([create('z1', CASE)]);
  west.merge(east.package());
  return { east, west };
}

function exchange(a: SampleOffice, b: SampleOffice): void {
  const [ofA, ofB] = [a.package(), b.package()];
  a.merge(ofB);
  b.merge(ofA);
}

describe('fields', () => {
  test('different fields changed in two places both hold', () => {
    const { east, west } = twoPlaces();
    east.write([update(east, 'z1', { persons: { after: 3 } })]);
    west.write([update(west, 'z1', { kind: { after: '公共服务' } })]);
    exchange(east, west);
    expect(east.record('application', 'z1').values).toEqual({ ...CASE, persons: 3, kind: '公共服务' });
    expect(contentsOf(west.state)).toEqual(contentsOf(east.state));
    expect(east.conflicts).toEqual([]);
  });

  test('one field changed in two places keeps both values, and every place shows the same one', () => {
    const { east, west } = twoPlaces();
    east.write([update(east, 'z1', { persons: { after: 3 } })]);
    west.write([update(west, 'z1', { persons: { after: 5 } })]);
    exchange(east, west);
    const [conflict] = east.conflicts;
    expect(conflict?.unit).toEqual({ kind: 'field', field: 'persons' });
    expect(conflict?.sides.map(({ operator, values }) => [operator, values])).toEqual([
      ['东的经办人', { persons: 3 }],
      ['西的经办人', { persons: 5 }],
    ]);
    expect(east.record('application', 'z1').values.persons).toBe(5);
    expect(west.conflicts).toEqual(east.conflicts);
    expect(contentsOf(west.state)).toEqual(contentsOf(east.state));
  });

  test('the same value written in two places is no conflict', () => {
    const { east, west } = twoPlaces();
    east.write([update(east, 'z1', { persons: { after: 3 } })]);
    west.write([update(west, 'z1', { persons: { after: 3 } })]);
    exchange(east, west);
    expect(east.conflicts).toEqual([]);
  });

  test('a batch of one who had both values before him decides; the other places follow', () => {
    const { east, west } = twoPlaces();
    east.write([update(east, 'z1', { persons: { after: 3 } })]);
    west.write([update(west, 'z1', { persons: { after: 5 } })]);
    exchange(east, west);
    east.write([update(east, 'z1', { persons: { before: 5, after: 3 } })]);
    west.merge(east.package());
    expect(west.conflicts).toEqual([]);
    expect(west.record('application', 'z1').values.persons).toBe(3);
    expect(east.folded().conflicts).toEqual([]);
  });

  test('a later batch that knew only one of the values decides nothing', () => {
    const { east, west } = twoPlaces();
    const north = new SampleOffice('北');
    north.merge(east.package());
    east.write([update(east, 'z1', { persons: { after: 3 } })]);
    west.write([update(west, 'z1', { persons: { after: 5 } })]);
    north.merge(west.package());
    // North saw west's 5, never east's 3, and counts on from west's clock.
    north.write([update(north, 'z1', { persons: { before: 5, after: 6 } })]);
    east.merge(west.package());
    east.merge(north.package());
    expect(east.conflicts.map(({ sides }) => sides.map(({ values }) => values.persons))).toEqual([[3, 6]]);
  });
});

describe('a case and its decision', () => {
  const decided = (office: SampleOffice, docNo: string, state: string): Change => ({
    kind: 'update',
    ledger: 'application',
    id: 'z1',
    rev: office.record('application', 'z1').rev,
    fields: { state: { before: 'received', after: state }, docNo: { after: docNo } },
    children: {
      steps: [{ kind: 'create', id: `${office.name}步`, at: 0, values: { transition: 'approve', to: state } }],
    },
  });

  test('state, decision and steps merge as one: what is shown is the whole of one side', () => {
    const { east, west } = twoPlaces();
    east.write([decided(east, '东办〔2026〕1号', 'approved')]);
    west.write([update(west, 'z1', { state: { before: 'received', after: 'returned' } })]);
    exchange(east, west);
    const { values } = east.record('application', 'z1');
    expect({ state: values.state, docNo: values.docNo, steps: values.steps }).toEqual({ state: 'returned' });
    const [conflict, ...more] = east.conflicts;
    expect(more).toEqual([]);
    expect(conflict?.unit).toEqual({ kind: 'workflow' });
    expect(conflict?.sides[0]?.values).toEqual({
      state: 'approved',
      docNo: '东办〔2026〕1号',
      steps: [{ id: '东步', transition: 'approve', to: 'approved' }],
    });
    expect(contentsOf(west.state)).toEqual(contentsOf(east.state));
  });

  test('a decision taken in sight of both sides ends the conflict and says what stood before', () => {
    const { east, west } = twoPlaces();
    east.write([decided(east, '东办〔2026〕1号', 'approved')]);
    west.write([decided(west, '西办〔2026〕9号', 'approved')]);
    exchange(east, west);
    expect(east.record('application', 'z1').values.docNo).toBe('西办〔2026〕9号');
    east.write([update(east, 'z1', { docNo: { before: '西办〔2026〕9号', after: '东办〔2026〕2号' } })]);
    expect(contentsOf(east.folded().state)).toEqual(contentsOf(east.state));
    expect(east.folded().conflicts).toEqual([]);
    expect(east.record('application', 'z1').values.steps).toEqual([
      { id: '西步', transition: 'approve', to: 'approved' },
    ]);
  });
});

describe('rows of a list', () => {
  const rows = (office: SampleOffice, ...children: { id: string; opinion: string }[]): Change => ({
    kind: 'update',
    ledger: 'application',
    id: 'z1',
    rev: office.record('application', 'z1').rev,
    fields: {},
    children: {
      opinions: children.map(({ id, opinion }, at) => ({ kind: 'create', id, at, values: { opinion } })),
    },
  });

  test('rows added in two places are all there', () => {
    const { east, west } = twoPlaces();
    east.write([rows(east, { id: 'o1', opinion: '同意' })]);
    west.write([rows(west, { id: 'o2', opinion: '不同意' })]);
    exchange(east, west);
    expect(east.conflicts).toEqual([]);
    expect(east.record('application', 'z1').values.opinions).toHaveLength(2);
    expect(contentsOf(west.state)).toEqual(contentsOf(east.state));
  });

  test('one row changed here and deleted there is a conflict of that row alone', () => {
    const { east, west } = twoPlaces();
    east.write([rows(east, { id: 'o1', opinion: '同意' }, { id: 'o2', opinion: '同意' })]);
    west.merge(east.package());
    const change = (office: SampleOffice, opinions: (Change & { kind: 'update' })['children'][string]): Change => ({
      ...(rows(office) as Change & { kind: 'update' }),
      children: { opinions },
    });
    east.write([change(east, [{ kind: 'delete', id: 'o1', at: 0, values: { opinion: '同意' } }])]);
    west.write([change(west, [{ kind: 'update', id: 'o1', fields: { opinion: { before: '同意', after: '弃权' } } }])]);
    exchange(east, west);
    expect(east.conflicts.map(({ unit }) => unit)).toEqual([{ kind: 'row', field: 'opinions', row: 'o1' }]);
    expect(east.conflicts[0]?.sides.map(({ values, gone }) => gone ?? values)).toEqual([true, { opinion: '弃权' }]);
    expect(contentsOf(west.state)).toEqual(contentsOf(east.state));
  });
});

describe('deleted here, changed there', () => {
  test('the record stays with what was changed until somebody decides', () => {
    const { east, west } = twoPlaces();
    const { rev, values } = east.record('application', 'z1');
    east.write([{ kind: 'delete', ledger: 'application', id: 'z1', rev, values }]);
    west.write([update(west, 'z1', { persons: { after: 5 } })]);
    exchange(east, west);
    expect(east.record('application', 'z1').values.persons).toBe(5);
    expect(east.conflicts.map(({ unit, sides }) => [unit, sides.map(({ gone }) => gone)])).toEqual([
      [{ kind: 'record' }, [true, undefined]],
    ]);
    expect(contentsOf(west.state)).toEqual(contentsOf(east.state));
  });

  test('deleted again in sight of the change it is gone; brought back it stands', () => {
    const { east, west } = twoPlaces();
    const { rev, values } = east.record('application', 'z1');
    east.write([{ kind: 'delete', ledger: 'application', id: 'z1', rev, values }]);
    west.write([update(west, 'z1', { persons: { after: 5 } })]);
    exchange(east, west);
    const shown = west.record('application', 'z1');
    west.write([{ kind: 'delete', ledger: 'application', id: 'z1', rev: shown.rev, values: shown.values }]);
    expect(west.folded().conflicts).toEqual([]);
    east.merge(west.package());
    expect(east.state.table('application').records.has('z1')).toBe(false);
    const gone = east.state.table('application').deleted.get('z1');
    east.write([create('z1', shown.values)].map((change) => ({ ...change, rev: gone?.rev ?? '' })));
    west.merge(east.package());
    expect(west.record('application', 'z1').values.persons).toBe(5);
    expect(west.conflicts).toEqual([]);
  });
});

describe('offices', () => {
  test('records say which other office entered them, whoever changes them later; numbers count on by themselves', () => {
    const { east, west } = twoPlaces();
    expect(west.record('application', 'z1').office).toBe('东');
    expect(east.record('application', 'z1').office).toBeUndefined();
    west.write([update(west, 'z1', { persons: { after: 5 } })]);
    east.merge(west.package());
    expect(east.record('application', 'z1').office).toBeUndefined();
    expect(west.state.table('application').counters.size).toBe(0);
    expect([...east.state.table('application').counters]).toEqual([['2026', 1]]);
  });
});
