import { describe, expect, test } from 'vitest';
import { application } from '../../../shared/ledgers/application.ts';
import { DEFAULT_PARAMETERS } from '../../../shared/ledgers/default-parameters.ts';
import { parameter } from '../../../shared/ledgers/parameter.ts';
import type { Operator } from '../../../shared/operators/roster.ts';
import { isSeparated, lockAfter, separationComplaints } from '../../../shared/operators/security-rules.ts';
import { contextOf, record } from '../ledgers/support.ts';

const said = (key: string, value: string) =>
  contextOf({ [parameter.id]: [record(key, { group: '安全', key, value, from: '2026-01-01' })] });

describe('the office s own rules', () => {
  test('lock after ten minutes and keep nothing apart, until it says otherwise', () => {
    expect(lockAfter(contextOf())).toBe(10);
    expect(isSeparated(contextOf())).toBe(false);
    expect(lockAfter(said('自动锁定', '3'))).toBe(3);
    expect(lockAfter(said('自动锁定', '0'))).toBe(0);
    // A word must not switch the lock off.
    expect(lockAfter(said('自动锁定', '三'))).toBe(10);
    expect(isSeparated(said('经办审核分离', '是'))).toBe(true);
  });

  test('are among what a new office starts with', () => {
    const rows = DEFAULT_PARAMETERS.filter(({ group }) => group === '安全').map(({ key, value }) => [key, value]);
    expect(rows).toEqual([
      ['自动锁定', '10'],
      ['经办审核分离', '否'],
    ]);
  });
});

describe('entering and checking kept apart', () => {
  const person = (name: string, role: Operator['role'], hasPassword = true): Operator => ({
    id: name,
    name,
    role,
    isCleared: false,
    hasPassword,
  });
  const roster = [person('李敏', '经办人'), person('王晓', '审核人'), person('赵强', '管理员')];
  const act = (transition: string, operator: string, enteredBy?: string) =>
    separationComplaints({ ledger: application, transition, operator, enteredBy }, roster);

  test('holds the acts of checking', () => {
    const acts = Object.entries(application.workflow?.transitions ?? {});
    expect(acts.filter(([, { isReview }]) => isReview).map(([, { number }]) => number)).toEqual([
      'T8',
      'T9',
      'T10',
      'T13',
      'T21a',
    ]);
  });

  test('whoever entered the case is refused by name, an administrator too', () => {
    expect(act('decide', '赵强', '赵强')).toMatchObject([
      {
        severity: 'error',
        code: 'separation/same',
        message: '这件申请由赵强登记，不能由同一人办理或撤销“审定”（本单位已启用经办审核分离）。请换审核人办理。',
      },
    ]);
  });

  test('with passwords an act of checking needs an 审核人 or 管理员', () => {
    expect(act('decide', '李敏', '赵强')).toMatchObject([{ code: 'separation/role', severity: 'error' }]);
    expect(act('decide', '王晓', '李敏')).toEqual([]);
    expect(act('decide', '赵强', '李敏')).toEqual([]);
    const names = [person('李敏', '经办人', false)];
    const free = { ledger: application, transition: 'decide', operator: '李敏', enteredBy: '赵强' };
    expect(separationComplaints(free, names)).toEqual([]);
  });

  test('where the log does not reach back an 经办人 is refused all the same', () => {
    expect(act('decide', '李敏')).toMatchObject([{ code: 'separation/role', severity: 'error' }]);
  });

  test('where the log does not reach back it warns and does not refuse', () => {
    expect(act('decide', '王晓')).toMatchObject([{ severity: 'warning', code: 'separation/unknown' }]);
  });
});
