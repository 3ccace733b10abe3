import { describe, expect, test } from 'vitest';
import {
  caseName,
  caseReferences,
  rowCarriedOn,
  type Successor,
  successorValues,
  waysOn,
} from '../../../shared/kit/case-links.ts';
import type { FieldSpecs } from '../../../shared/kit/fields.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { dispute } from '../../../shared/ledgers/dispute.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { meeting } from '../../../shared/ledgers/meeting.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { supervision } from '../../../shared/ledgers/supervision.ts';
import { contextOf, record } from '../ledgers/support.ts';

const HOTLINE = record('d1', {
  demandNo: 'SQ-2026-0001',
  receivedAt: '2026-01-05T09:12:00+08:00',
  community: 'c1',
  person: '李某某',
  phone: '13800000000',
  content: '测试小区3幢电梯停运',
  unit: 'u1',
});

function made(act: string) {
  const successor = demand.leadsTo.find((one) => one.act === act);
  const target = successor && ledgerById(successor.ledger);
  if (!successor || !target) throw new Error(`no ${act}`);
  return successorValues(successor, demand, HOTLINE, target, contextOf());
}

describe('a record made from another one', () => {
  test('refers back, begins today and takes over what both have', () => {
    expect(made('转信访件')).toEqual({
      receivedOn: '2026-11-23',
      petitioner: '李某某',
      phone: '13800000000',
      matter: '测试小区3幢电梯停运',
      community: 'c1',
      dutyUnit: 'u1',
      fromDemand: 'd1',
    });
    expect(made('转督办')).toEqual({
      openedOn: '2026-11-23',
      source: '工单',
      matter: '测试小区3幢电梯停运',
      leadUnit: 'u1',
      demand: 'd1',
    });
  });

  test('a dispute that goes on as a petition takes its party, matter and community along', () => {
    const way = dispute.leadsTo.find((one) => one.act === '转信访件');
    const target = way && ledgerById(way.ledger);
    if (!way || !target) throw new Error('no way from dispute to petition');
    const fight = record('j1', { partyA: '李某某', cause: '楼上漏水', community: 'c1', place: 'g1' });
    expect(successorValues(way, dispute, fight, target, contextOf())).toEqual({
      receivedOn: '2026-11-23',
      petitioner: '李某某',
      matter: '楼上漏水',
      community: 'c1',
      place: 'g1',
      fromDispute: 'j1',
    });
  });

  test('takes a text only as long as its new field holds', () => {
    const [toLead] = petition.leadsTo;
    const target = ledgerById('leadCase');
    if (!toLead || !target) throw new Error('no lead case');
    const long = record('p', { matter: '𠮷'.repeat(130) });
    expect(successorValues(toLead, petition, long, target, contextOf()).cause).toBe('𠮷'.repeat(120));
  });
});

const copiesOf = (copies: Successor['copies'], fields: FieldSpecs) =>
  Object.entries(copies).map(([field, from]) => [field, fields[from]] as const);

describe('every way on that a ledger declares', () => {
  const ways = ledgers.flatMap((source) => source.leadsTo.map((way) => [source, way] as const));

  test.each(ways.map(([source, way]) => [`${source.title} ${way.act}`, source, way] as const))(
    '%s',
    (_, source, way) => {
      const { list, link, copies = {} } = way.fromRow ?? {};
      const rowFields = (list === undefined ? undefined : source.fields[list]?.childFields) ?? {};
      if (link !== undefined) expect(rowFields[link]?.target?.ledger).toBe(way.ledger);
      const taken = [...copiesOf(way.copies, source.fields), ...copiesOf(copies, rowFields)];
      const target = ledgerById(way.ledger);
      if (!target) return;
      expect(target.fields[way.field]?.target?.ledger).toBe(source.id);
      for (const [field, from] of taken) {
        expect(from, field).toBeDefined();
        expect(target.fields).toHaveProperty(field);
        // What is masked in one ledger may not stand open in the next.
        if (from?.personal) expect([field, target.fields[field]?.personal]).toEqual([field, true]);
      }
      for (const [field, value] of Object.entries(way.sets ?? {})) {
        expect(target.fields[field]?.options?.map((option) => option.value)).toContain(value);
      }
    },
  );
});

describe('a decision of a meeting', () => {
  const decisions = [
    { id: 'r1', matter: '建车棚', lead: 'u1', dueOn: '2026-12-20' },
    { id: 'r2', matter: '清楼道', lead: 'u2', supervision: 'db1' },
  ];
  const held = record('m1', { meetingNo: 'HY-2026-0001', topics: '两件事', heldOn: '2026-11-20', decisions });

  test('is carried on by itself, with who leads and by when; one that was is not offered again', () => {
    const ways = waysOn(meeting, held.values);
    expect(ways.map(({ successor, row }) => [successor.act, row])).toEqual([['转督办', { id: 'r1', name: '建车棚' }]]);
    const [way] = ways;
    if (!way) throw new Error('no way on');
    expect(successorValues(way.successor, meeting, held, supervision, contextOf(), 'r1')).toEqual({
      openedOn: '2026-11-20',
      source: '会议议定',
      matter: '建车棚',
      leadUnit: 'u1',
      dueOn: '2026-12-20',
      meeting: 'm1',
    });
    expect(rowCarriedOn(way.successor, held, 'r1', 'db2')).toEqual({
      decisions: [{ ...decisions[0], supervision: 'db2' }, decisions[1]],
    });
  });

  test('a way on from the whole record changes nothing of it', () => {
    const [way] = waysOn(demand, HOTLINE.values);
    expect(way?.row).toBeUndefined();
    expect(way && rowCarriedOn(way.successor, HOTLINE, 'r1', 'x')).toEqual({});
  });

  test('names what was made of it among the references', () => {
    expect(caseReferences(meeting, held.values, ledgerById)).toEqual([
      { label: '转督办', ledger: 'supervision', id: 'db1' },
    ]);
  });
});

describe('what a case is called', () => {
  test('is its number, never the name of a person', () => {
    expect(caseName(petition, record('p', { petitionNo: 'XF-2026-0003', petitioner: '王小明' }))).toBe('XF-2026-0003');
    expect(caseName(petition, record('p', { petitioner: '王小明' }))).toBe('王**');
  });

  test('its references to other cases are found, those to units are not', () => {
    const values = { demand: 'd1', leadUnit: 'u1', matter: 'x' };
    expect(caseReferences(supervision, values, ledgerById)).toEqual([
      { label: '来自诉求', ledger: 'demand', id: 'd1' },
    ]);
  });
});
