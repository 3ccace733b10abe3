import { describe, expect, test } from 'vitest';
import type { Values } from '../../../shared/kit/values.ts';
import { operator } from '../../../shared/ledgers/operator.ts';
import { passwordFault } from '../../../shared/operators/password-rules.ts';
import { readRecoveryCode, recoveryCode } from '../../../shared/operators/recovery-code.ts';
import { adminOnly, isGuarded, operatorNamed, rosterOn } from '../../../shared/operators/roster.ts';
import { contextOf } from '../ledgers/support.ts';

const row = (id: string, values: Values) => ({ id, rev: `c/1/0`, values });
const wang = row('w', { name: '王晓', role: '管理员', cleared: true, passwordAt: '2026-01-05T09:00:00+08:00' });
const li = row('l', { name: '李敏', role: '经办人' });

describe('the roster', () => {
  test('lists those in office on a day, by name', () => {
    const gone = row('z', { name: '赵强', role: '审核人', offFrom: '2026-01-05' });
    const coming = row('q', { name: '钱明', role: '审核人', onFrom: '2026-01-06' });
    const roster = rosterOn([wang, li, gone, coming], '2026-01-05');
    expect(roster).toEqual([
      { id: 'l', name: '李敏', role: '经办人', isCleared: false, hasPassword: false },
      { id: 'w', name: '王晓', role: '管理员', isCleared: true, hasPassword: true },
    ]);
    expect(rosterOn([gone], '2026-01-04')).toHaveLength(1);
    expect(operatorNamed(roster, '李敏')?.id).toBe('l');
  });

  test('asks for passwords once one operator has one', () => {
    expect(isGuarded(rosterOn([li], '2026-01-05'))).toBe(false);
    expect(isGuarded(rosterOn([li, wang], '2026-01-05'))).toBe(true);
  });

  test('stays guarded on a PC whose clock was set back before anybody began', () => {
    const since = row('w', { ...wang.values, onFrom: '2026-01-05' });
    expect(isGuarded(rosterOn([since], '2024-03-01'))).toBe(true);
    expect(isGuarded(rosterOn([row('w', { ...since.values, offFrom: '2026-02-01' })], '2026-02-01'))).toBe(false);
  });

  test('leaves some things to administrators, once there are passwords, and names them', () => {
    const roster = rosterOn([wang, li], '2026-01-05');
    expect(adminOnly(rosterOn([li], '2026-01-05'), '李敏', '修改操作员名册')).toBeUndefined();
    expect(adminOnly(roster, '王晓', '修改操作员名册')).toBeUndefined();
    expect(adminOnly(roster, '李敏', '修改操作员名册')).toMatchObject({
      code: 'operator/admin-only',
      message: '只有管理员可以修改操作员名册，没有改动任何数据。请找王晓。',
    });
    expect(adminOnly(roster, '', '修改操作员名册')?.code).toBe('operator/admin-only');
  });

  test('knows two who work at the same time apart by name', () => {
    const context = contextOf({ operator: [wang] });
    const complaints = (values: Values, id?: string) => operator.check(values, context, id).map(({ code }) => code);
    expect(complaints({ name: '王晓', role: '经办人' })).toEqual(['operator/name']);
    expect(complaints(wang.values, 'w')).toEqual([]);
    // 王晓 has been there for ever, as far as the roster says.
    expect(complaints({ name: '王晓', role: '经办人', offFrom: '2025-12-31' })).toEqual(['operator/name']);
  });

  test.each([
    ['the one leaves later', { offFrom: '2026-02-01' }, {}, true],
    ['the one leaves the day the other comes', { offFrom: '2026-02-01' }, { onFrom: '2026-02-01' }, false],
    ['the one leaves a day after the other came', { offFrom: '2026-02-01' }, { onFrom: '2026-01-31' }, true],
    ['the one is still to come when the other leaves', { onFrom: '2026-03-01' }, { offFrom: '2026-03-01' }, false],
    [
      'both have left, one after the other',
      { offFrom: '2024-01-01' },
      { onFrom: '2024-01-01', offFrom: '2025-01-01' },
      false,
    ],
    [
      'both have left, at the same time here',
      { offFrom: '2024-06-01' },
      { onFrom: '2024-01-01', offFrom: '2025-01-01' },
      true,
    ],
  ])('two of one name: %s', (_, one, other, isRefused) => {
    const context = contextOf({ operator: [row('w', { name: '王晓', role: '经办人', ...one })] });
    const complaints = operator.check({ name: '王晓', role: '经办人', ...other }, context, 'new');
    expect(complaints.map(({ code }) => code)).toEqual(isRefused ? ['operator/name'] : []);
  });
});

describe('a password', () => {
  test.each([
    ['1234567', '至少 8 个字符'],
    ['槐树槐树槐树槐', '至少 8 个字符'],
    ['aaaaaaaabbbb', '重复'],
    ['12345678', '顺着数'],
    ['9876543210', '顺着数'],
    ['王晓的口令足够长了', '姓名'],
    [`${'x'.repeat(50)}${'abcd'.repeat(20)}`, '最多 100'],
  ])('%s will not do: %s', (password, why) => expect(passwordFault(password, '王晓')).toContain(why));

  test.each(['滨河路上有棵大槐树', 'correct horse battery', '83920174', '𠮷祥如意的一年四季'])(
    '%s will do',
    (password) => expect(passwordFault(password, '王晓')).toBeUndefined(),
  );
});

describe('the recovery code', () => {
  test('is made of signs that cannot be mixed up on paper', () => {
    expect(recoveryCode(Uint8Array.from({ length: 20 }, (_, index) => index))).toBe('0123-4567-89AB-CDEF-GHJK');
    expect(recoveryCode(new Uint8Array(20).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });

  test.each([
    '0123-4567-89AB-CDEF-GHJK',
    ' 0123 4567 89ab cdef ghjk ',
    'o123—4567—89AB—CDEF—GHJK',
    '０１２３４５６７８９ａｂｃｄｅｆｇｈｊｋ',
    'OI23-4567-89AB-CDEF-GHJK',
    'ol23-4567-89AB-CDEF-GHJK',
  ])('is read as typed: %s', (typed) => expect(readRecoveryCode(typed)).toBe('0123-4567-89AB-CDEF-GHJK'));

  test.each(['', '0123-4567-89AB-CDEF', '0123-4567-89AB-CDEF-GHJU', '0123-4567-89AB-CDEF-GHJK-0'])(
    'is none: %j',
    (typed) => expect(readRecoveryCode(typed)).toBeUndefined(),
  );
});
