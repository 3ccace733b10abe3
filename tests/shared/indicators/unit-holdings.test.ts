import { expect, test } from 'vitest';
import { unitLines } from '../../../shared/indicators/unit-holdings.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { contextOf, record } from '../ledgers/support.ts';

const context = contextOf({
  organisation: [
    record('street', { level: '街道', name: '顺河街道' }),
    record('cg', { level: '社区', name: '晨光社区', parent: 'street', code: '001' }),
    record('dh', { level: '社区', name: '东湖社区', parent: 'street', code: '002' }),
    record('yard', { level: '小区', name: '测试小区', parent: 'cg' }),
  ],
  worker: [
    record('w1', { community: 'cg' }),
    record('w2', { community: 'cg', onDuty: false }),
    record('w3', { community: 'dh', onDuty: true }),
    record('left', { community: 'dh', leftOn: '2026-10-31' }),
    record('coming', { community: 'dh', communityFrom: '2026-12-01' }),
  ],
  partyBranch: [
    record('b1', { community: 'cg', covers: ['yard'] }),
    record('b2', { community: 'cg', endedOn: '2026-01-01' }),
  ],
  facility: [record('f1', { place: 'yard', condition: '完好' }), record('f2', { place: 'cg', condition: '停用' })],
  petition: [record('p1', { community: 'dh' }), record('p2', { community: 'dh', kind: '检举控告' })],
  demand: [record('d1', { community: 'dh' }), record('d2', { community: 'dh', state: 'ARCHIVED' })],
});

const line = (id: string) => {
  const found = unitLines(context, ledgerById, '2026-11-23').find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const held = (id: string, holding: string) => line(id).holdings[holding]?.ids;

test('a unit counts what the units under it hold, each record once', () => {
  expect(held('street', 'workers')).toEqual(['w1', 'w3']);
  expect(held('cg', 'workers')).toEqual(['w1']);
  expect(held('yard', 'branches')).toEqual(['b1']);
  expect(held('cg', 'branches')).toEqual(['b1']);
  expect(held('street', 'cameras')).toEqual(['f1']);
});

test('only what is in hand counts as a case', () => {
  expect(held('dh', 'demand')).toEqual(['d1']);
  expect(held('cg', 'demand')).toEqual([]);
});

test('accusations count for nobody, whoever looks', () => {
  expect(held('dh', 'petition')).toEqual(['p1']);
});

test('lines know what they stand under, so that a fold hides them', () => {
  expect(line('yard')).toMatchObject({ depth: 2, above: ['cg', 'street'], hasChildren: false });
  expect(line('street')).toMatchObject({ depth: 0, above: [], hasChildren: true });
});
