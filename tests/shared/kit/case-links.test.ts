import { describe, expect, test } from 'vitest';
import { caseName, caseReferences, successorValues } from '../../../shared/kit/case-links.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { dispute } from '../../../shared/ledgers/dispute.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
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
    const fight = record('j1', { partyA: '李某某', cause: '楼上漏水', community: 'c1' });
    expect(successorValues(way, dispute, fight, target, contextOf())).toEqual({
      receivedOn: '2026-11-23',
      petitioner: '李某某',
      matter: '楼上漏水',
      community: 'c1',
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

describe('every way on that a ledger declares', () => {
  const ways = ledgers.flatMap((source) => source.leadsTo.map((way) => [source, way] as const));

  test.each(ways.map(([source, way]) => [`${source.title} ${way.act}`, source, way] as const))(
    '%s',
    (_, source, way) => {
      for (const field of Object.values(way.copies)) expect(source.fields).toHaveProperty(field);
      const target = ledgerById(way.ledger);
      if (!target) return;
      expect(target.fields[way.field]?.target?.ledger).toBe(source.id);
      for (const [field, from] of Object.entries(way.copies)) {
        expect(target.fields).toHaveProperty(field);
        // What is masked in one ledger may not stand open in the next.
        if (source.fields[from]?.personal) expect([field, target.fields[field]?.personal]).toEqual([field, true]);
      }
      for (const [field, value] of Object.entries(way.sets ?? {})) {
        expect(target.fields[field]?.options?.map((option) => option.value)).toContain(value);
      }
    },
  );
});

describe('what a case is called', () => {
  test('is its number, never the name of a person', () => {
    expect(caseName(petition, record('p', { petitionNo: 'XF-2026-0003', petitioner: '王小明' }))).toBe('XF-2026-0003');
    expect(caseName(petition, record('p', { petitioner: '王小明' }))).toBe('王**');
  });

  test('its references to other cases are found, those to units are not', () => {
    const values = { demand: 'd1', leadUnit: 'u1', matter: 'x' };
    expect(caseReferences(supervision, values, ledgerById)).toEqual([{ field: 'demand', ledger: 'demand', id: 'd1' }]);
  });
});
