import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { supervision } from '../../../shared/ledgers/supervision.ts';
import { on } from './petition-support.ts';
import { type Act, walkFrom } from './walk.ts';

/** The domain page's order: 测试小区电动车棚, to be done by 2026-02-15, a Sunday of the Spring Festival. */
const ORDER: Values = {
  source: '会议议定',
  matter: '测试小区电动车棚',
  openedOn: '2026-01-12',
  leader: '赵某某',
  dueOn: '2026-02-15',
};

const walk = (...acts: readonly Act[]) => walkFrom(supervision, ORDER, acts, (today) => on(today));

const readingOf = (values: Values, today: string) =>
  readClocks(supervision.clocks, { id: 's', rev: 'a/1/1', values }, on(today))[0];

describe('an order to be done', () => {
  test('is reported on, done, and struck off', () => {
    const { values, refused } = walk(
      ['report', '2026-01-20', { done: '已选址', problem: '用电待批' }],
      ['finish', '2026-02-14', { verdict: '车棚已启用' }],
      ['strike', '2026-02-20', {}, '钱书记'],
    );
    expect(refused).toEqual([]);
    expect(values).toMatchObject({
      state: 'STRUCK',
      doneOn: '2026-02-14',
      struckOn: '2026-02-20',
      progress: [{ on: '2026-01-20', done: '已选址', problem: '用电待批' }],
    });
    expect(readingOf(values, '2026-03-01')?.level).toBe('met');
  });

  test('is late when its day is over, whatever day of the week that is', () => {
    expect(readingOf(ORDER, '2026-02-15')).toMatchObject({ dueOn: '2026-02-15', left: 0 });
    expect(readingOf(ORDER, '2026-02-16')?.level).toBe('red');
    expect(readingOf({ ...ORDER, dueOn: '' }, '2026-02-16')).toBeUndefined();
  });

  test('is extended by an approver to a later day', () => {
    const extend = (to: string, by?: string): Act =>
      by === undefined
        ? ['extend', '2026-02-10', { extensionTo: to }]
        : ['extend', '2026-02-10', { extensionTo: to }, by];
    expect(walk(extend('2026-03-15')).refused).toEqual(['transition/signer']);
    expect(walk(extend('2026-02-15', '钱书记')).refused).toEqual(['supervision/extension-earlier']);
    const { values } = walk(extend('2026-03-15', '钱书记'));
    expect(values).toMatchObject({ extensionApprover: '钱书记', extensionApprovedOn: '2026-02-10' });
    expect(readingOf(values, '2026-02-20')).toMatchObject({ dueOn: '2026-03-15', dueWhy: '批准延期', rung: '预警' });
  });

  test('extended after its day is said, not refused: the day it ran to, or the one it was extended to', () => {
    const extend = (day: string, extensionTo: string): Act => ['extend', day, { extensionTo }, '钱书记'];
    const late = { refused: [], warned: ['supervision/extension-late'] };
    expect(walk(extend('2026-02-15', '2026-03-15')).warned).toEqual([]);
    expect(walk(extend('2026-02-16', '2026-03-15'))).toMatchObject(late);
    const once = extend('2026-02-15', '2026-03-15');
    expect(walk(once, extend('2026-03-15', '2026-04-15')).warned).toEqual([]);
    expect(walk(once, extend('2026-03-16', '2026-04-15'))).toMatchObject(late);
  });

  test('that is not well done goes back and runs on', () => {
    const { values } = walk(
      ['finish', '2026-02-14', { verdict: '已启用' }],
      ['redo', '2026-02-24', { reason: '充电桩未装' }],
    );
    expect(values.state).toBe('OPEN');
    expect(readingOf(values, '2026-02-25')?.level).toBe('red');
  });
});

test('what is said beside the field', () => {
  const said = (values: Values) => supervision.check(values, on('2026-03-01')).map(({ code }) => code);
  expect(said(ORDER)).toEqual([]);
  expect(said({ ...ORDER, extensionTo: '2026-02-15' })).toEqual([
    'supervision/extension-earlier',
    'supervision/extension-approver',
  ]);
  const written = { ...ORDER, extensionTo: '2026-03-15', extensionApprover: '钱书记' };
  expect(said({ ...written, extensionApprovedOn: '2026-02-15' })).toEqual([]);
  expect(said({ ...written, extensionApprovedOn: '2026-02-16' })).toEqual(['supervision/extension-late']);
  expect(said({ ...ORDER, doneOn: '2026-02-14' })).toEqual(['supervision/verdict']);
});

test('a row of a list stands where its dates say', () => {
  const at = (values: Values) => supervision.workflow?.standsAt?.(values);
  expect([at({}), at({ doneOn: '2026-02-14' }), at({ doneOn: '2026-02-14', struckOn: '2026-02-20' })]).toEqual([
    'OPEN',
    'DONE',
    'STRUCK',
  ]);
});
