import { describe, expect, test } from 'vitest';
import { unitLines } from '../../../shared/indicators/unit-holdings.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { dispute } from '../../../shared/ledgers/dispute.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { placeComplaints } from '../../../shared/rules/place-checks.ts';
import { contextOf, record } from '../ledgers/support.ts';

const organisation = [
  record('j', { level: '街道', name: '示例街道' }),
  record('cg', { level: '社区', name: '晨光社区', parent: 'j' }),
  record('dh', { level: '社区', name: '东湖社区', parent: 'j' }),
  record('yard', { level: '小区', name: '翠园', parent: 'cg' }),
  record('grid', { level: '网格', name: '翠园一网格', parent: 'yard' }),
];
const context = contextOf({ organisation });
const said = (values: Values) => placeComplaints(values, context).map(({ field, message }) => `${field}: ${message}`);

describe('小区（网格） of a case', () => {
  test('lies under the community of the row, at whatever depth', () => {
    expect(said({ community: 'cg', place: 'yard' })).toEqual([]);
    expect(said({ community: 'cg', place: 'grid' })).toEqual([]);
    expect(said({ community: 'cg' })).toEqual([]);
    expect(said({ community: 'dh', place: 'grid' })).toEqual([
      'place: “翠园一网格”属于晨光社区，不在东湖社区里。请改选小区（网格）或所属社区。',
    ]);
  });

  test('without a community, the one it lies in is named', () => {
    expect(said({ place: 'yard' })).toEqual(['community: “翠园”属于晨光社区，请在所属社区里选上。']);
  });

  test.each([demand, petition, dispute])('$title says so beside the field', (ledger) => {
    const complaints = ledger.check({ community: 'dh', place: 'grid' }, context);
    expect(complaints.filter(({ code }) => code === 'place/elsewhere').map(({ field }) => field)).toEqual(['place']);
  });

  test('the tree counts a case at its grid, the compound above and the community, each once', () => {
    const open = { receivedAt: '2026-11-01T09:00+08:00', content: '楼道灯不亮', community: 'cg' };
    const cases = [record('1', { ...open, place: 'grid' }), record('2', { ...open, place: 'yard' }), record('3', open)];
    const lines = unitLines(contextOf({ organisation, demand: cases }), ledgerById, '2026-11-23');
    expect(lines.map(({ id, holdings }) => [id, holdings.demand?.value])).toEqual([
      ['j', 3],
      ['dh', 0],
      ['cg', 3],
      ['yard', 2],
      ['grid', 1],
    ]);
  });
});
