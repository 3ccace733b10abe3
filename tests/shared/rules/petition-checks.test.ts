import { describe, expect, test } from 'vitest';
import { validateValues } from '../../../shared/kit/validate.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { ACCEPTED, on, RECEIVED } from './petition-support.ts';

const TODAY = on('2026-06-01');

/** `grade code at field` of what the petition's own rules say. */
const said = (values: Values): readonly string[] =>
  petition.check(values, TODAY).map(({ severity, code, field }) => `${severity} ${code} at ${field}`);

describe('what is said beside the field', () => {
  test('nothing about a row that is in order', () => {
    expect(said({ ...ACCEPTED, notifiedOn: '2026-01-10', noticeWay: '书面' })).toEqual([]);
  });

  test('more than five representatives; more than five at the door ask for representatives', () => {
    expect(said({ ...RECEIVED, representatives: 5 })).toEqual([]);
    expect(said({ ...RECEIVED, representatives: 6 })).toEqual(['error petition/representatives at representatives']);
    expect(said({ ...RECEIVED, visitors: 12 })).toEqual(['warning petition/visitors at visitors']);
    expect(said({ ...RECEIVED, visitors: 12, representatives: 5 })).toEqual([]);
  });

  test('accepted before received, received tomorrow', () => {
    const early = validateValues(petition, { ...ACCEPTED, acceptedOn: '2026-01-09' }, TODAY);
    expect(early.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'field/not-before',
        field: 'acceptedOn',
        message: '受理日期（2026-01-09）不能早于收到日期（2026-01-10）',
      },
    ]);
    expect(said({ ...RECEIVED, receivedOn: '2026-06-02' })).toEqual(['error petition/future at receivedOn']);
  });

  test('an accepted matter without its route, a notice without its way', () => {
    expect(said({ ...RECEIVED, acceptedOn: '2026-01-10' })).toEqual(['warning petition/route at route']);
    expect(said({ ...RECEIVED, kind: '建议意见', acceptedOn: '2026-01-10' })).toEqual([]);
    expect(said({ ...RECEIVED, notifiedOn: '2026-01-12' })).toEqual(['warning petition/notice-way at noticeWay']);
  });

  test('an accusation whose source is not restricted yet', () => {
    const notice = { kind: '检举控告', notifiedOn: '2026-01-12', noticeWay: '书面' };
    const open = (values: Values, accusation?: boolean) => {
      const source = { id: 's1', rev: 'a/1/1', values: accusation === undefined ? {} : { accusation } };
      const context = {
        ...on('2026-06-01'),
        record: (_ledger: string, id: string) => (id === 's1' ? source : undefined),
      };
      const all = validateValues(petition, { ...RECEIVED, ...notice, ...values }, context);
      return all.flatMap(({ code, field }) => (code === 'petition/source-open' ? [field] : []));
    };
    expect(open({ fromDemand: 's1' })).toEqual(['fromDemand']);
    expect(open({ fromDispute: 's1' })).toEqual(['fromDispute']);
    expect(open({ fromDemand: 's1' }, true)).toEqual([]);
    expect(open({})).toEqual([]);
    expect(open({ fromDemand: 's1', kind: '申诉求决' })).toEqual([]);
  });

  test('an objection that is late, without reason, or to what nobody handed over', () => {
    expect(said({ ...RECEIVED, objectedOn: '2026-01-12' })).toEqual([
      'warning petition/objection-source at objectedOn',
    ]);
    expect(said({ ...RECEIVED, source: '系统派发', objectedOn: '2026-01-19' })).toEqual([
      'warning petition/objection-late at objectedOn',
      'warning petition/objection-reason at objectionReason',
    ]);
  });

  test('an extension approved after expiry, too long, without approver or reason', () => {
    const written = { extensionApprover: '赵某某', extensionReason: '须鉴定', extensionApprovedOn: '2026-03-11' };
    expect(said({ ...ACCEPTED, ...written, extensionTo: '2026-04-10' })).toEqual([]);
    expect(said({ ...ACCEPTED, ...written, extensionApprovedOn: '2026-03-12', extensionTo: '2026-04-10' })).toEqual([
      'error petition/extension-late at extensionApprovedOn',
    ]);
    expect(said({ ...ACCEPTED, ...written, extensionTo: '2026-04-11' })).toEqual([
      'error petition/extension-long at extensionTo',
    ]);
    expect(said({ ...ACCEPTED, extensionTo: '2026-04-10' })).toEqual([
      'warning petition/extension-approved at extensionApprovedOn',
      'error petition/extensionApprover at extensionApprover',
      'error petition/extensionReason at extensionReason',
    ]);
    expect(said({ ...ACCEPTED, route: '②仲裁', ...written, extensionTo: '2026-04-10' })).toEqual([
      'error petition/extension-none at extensionTo',
    ]);
  });

  test('an opinion without number or outcome', () => {
    expect(said({ ...ACCEPTED, opinionOn: '2026-03-01' })).toEqual([
      'warning petition/opinion-number at opinionNo',
      'warning petition/opinion-type at opinionType',
    ]);
  });

  test('a judgement of whoever did not take part, or of what is not evaluated', () => {
    expect(said({ ...RECEIVED, satisfaction: '满意', participated: false, inEvaluation: false })).toEqual([
      'warning petition/not-participated at participated',
      'warning petition/not-evaluated at inEvaluation',
    ]);
  });
});
