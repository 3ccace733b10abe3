import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { derive, STRENGTH } from '../../../electron/operators/argon2.ts';
import { createOperators } from '../../../electron/operators/operators.ts';

/** Quick to compute: what is tried here is not how hard guessing is. */
const WEAK = { memoryKib: 8192, passes: 1, lanes: 1 };

let folder: string;
let clock: number;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'street-ledger-operators-'));
  clock = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const operators = () => createOperators(folder, () => clock, WEAK);
const file = () => path.join(folder, 'operators.json');
const tries = () => path.join(folder, 'password-tries.json');

const WANG = { operator: 'wang', password: '滨河路上有棵大槐树' };

describe('the hash', () => {
  test('is argon2id as the reference implementation computes it', async () => {
    // github.com/P-H-C/phc-winner-argon2, src/test.c: argon2id, version 19, t=2, m=2^16, p=1.
    const salt = new TextEncoder().encode('somesalt');
    const hash = await derive('password', salt, { memoryKib: 65_536, passes: 2, lanes: 1 });
    expect(Buffer.from(hash).toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  test('is as hard as RFC 9106 recommends where memory is short', () => {
    expect(STRENGTH).toEqual({ memoryKib: 65_536, passes: 3, lanes: 4 });
  });

  test('knows the same words in other code points', async () => {
    const salt = new TextEncoder().encode('somesalt');
    expect(await derive('cafe\u0301', salt, WEAK)).toEqual(await derive('caf\u00e9', salt, WEAK));
  });
});

describe('passwords', () => {
  test('the first needs no proof, and is known again after a restart', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    const later = operators();
    expect(await later.withPassword()).toEqual(['wang']);
    await later.verify(WANG.operator, WANG.password);
    await expect(later.verify(WANG.operator, '滨河路上有棵大柳树')).rejects.toMatchObject({
      code: 'operator/wrong-password',
    });
    await expect(later.verify('nobody', WANG.password)).rejects.toMatchObject({ code: 'operator/wrong-password' });
  });

  test('the file holds salt and hash, never the words, and is the only file', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    expect(readdirSync(folder)).toEqual(['operators.json']);
    const text = readFileSync(file(), 'utf8');
    expect(text).not.toContain(WANG.password);
    expect(JSON.parse(text)).toEqual({
      format: 1,
      passwords: { wang: { ...WEAK, salt: expect.stringMatching(/^.{24}$/), hash: expect.stringMatching(/^.{44}$/) } },
    });
  });

  test('two alike leave different hashes', async () => {
    await operators().setPassword('wang', WANG.password);
    await operators().setPassword('li', WANG.password, WANG);
    const { passwords } = JSON.parse(readFileSync(file(), 'utf8'));
    expect(passwords.wang.hash).not.toBe(passwords.li.hash);
  });

  test('another needs the password of whoever sets it', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    const wrong = { operator: 'wang', password: 'something else' };
    await expect(operators().setPassword('li', '小溪边的三块石头')).rejects.toMatchObject({
      code: 'operator/wrong-password',
    });
    await expect(operators().setPassword('li', '小溪边的三块石头', wrong)).rejects.toMatchObject({
      code: 'operator/wrong-password',
    });
    expect(await operators().withPassword()).toEqual(['wang']);
    await operators().setPassword('li', '小溪边的三块石头', WANG);
    await operators().verify('li', '小溪边的三块石头');
    await operators().removePassword('li', WANG);
    expect(await operators().withPassword()).toEqual(['wang']);
  });
});

describe('the recovery code', () => {
  test('sets a forgotten password anew, typed as it is read off the paper', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    const code = await operators().makeRecoveryCode(WANG);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readFileSync(file(), 'utf8')).not.toContain(code);
    await operators().setPassword('wang', '新的口令也要够长', { code: code.toLowerCase().replaceAll('-', ' ') });
    await operators().verify('wang', '新的口令也要够长');
  });

  test('a new one ends the old, a wrong one opens nothing', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    const old = await operators().makeRecoveryCode(WANG);
    await operators().makeRecoveryCode(WANG);
    for (const code of [old, 'AAAA-AAAA-AAAA-AAAA-AAAA', ''])
      await expect(operators().setPassword('wang', '新的口令也要够长', { code })).rejects.toMatchObject({
        code: 'operator/wrong-code',
      });
    await operators().verify(WANG.operator, WANG.password);
  });
});

describe('guessing', () => {
  test('is held up after five wrong tries, longer each time, and forgiven by the right one', async () => {
    const shell = operators();
    await shell.setPassword(WANG.operator, WANG.password);
    const guess = (password: string) =>
      shell.verify('wang', password).then(
        () => 'open',
        ({ code }) => code,
      );
    const tries: string[] = [];
    for (let round = 0; round < 6; round += 1) tries.push(await guess(`wrong ${round}`));
    expect(tries).toEqual([...Array(5).fill('operator/wrong-password'), 'operator/held-up']);
    // The right one too: otherwise the answer would tell a guesser which it was.
    expect(await guess(WANG.password)).toBe('operator/held-up');
    clock += 30_000;
    expect(await guess('wrong again')).toBe('operator/wrong-password');
    clock += 30_000;
    expect(await guess(WANG.password)).toBe('operator/held-up');
    clock += 30_000;
    expect(await guess(WANG.password)).toBe('open');
    expect(await guess('wrong')).toBe('operator/wrong-password');
  });

  const outcome = (attempt: Promise<void>) =>
    attempt.then(
      () => 'open',
      ({ code }) => code,
    );

  test('is held up just as long after a restart, whatever the clock says meanwhile', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    for (let round = 0; round < 5; round += 1) await outcome(operators().verify('wang', `wrong ${round}`));
    // Each was a program of its own, and its clock began anew.
    clock = 0;
    const later = operators();
    expect(await outcome(later.verify('wang', WANG.password))).toBe('operator/held-up');
    clock += 29_999;
    expect(await outcome(later.verify('wang', WANG.password))).toBe('operator/held-up');
    clock += 1;
    expect(await outcome(later.verify('wang', WANG.password))).toBe('open');
    expect(await outcome(operators().verify('wang', 'wrong'))).toBe('operator/wrong-password');
  });

  test('is counted before it is compared: ending the program in between forgets nothing', async () => {
    const shell = operators();
    await shell.setPassword(WANG.operator, WANG.password);
    const running = shell.verify('wang', 'wrong');
    await vi.waitFor(() => expect(JSON.parse(readFileSync(tries(), 'utf8')).failures).toEqual({ 'password wang': 1 }));
    await expect(running).rejects.toMatchObject({ code: 'operator/wrong-password' });
    expect(readFileSync(tries(), 'utf8')).not.toContain('wrong');
  });

  test('of one operator, or of the printed code, holds up no other, and another s new password ends it', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    await operators().setPassword('li', '小溪边的三块石头', WANG);
    await operators().makeRecoveryCode(WANG);
    const shell = operators();
    for (let round = 0; round < 6; round += 1) {
      await outcome(shell.verify('li', 'wrong'));
      await outcome(shell.setPassword('li', 'a new one, long', { code: '0000-0000-0000-0000-0000' }));
    }
    expect(await outcome(shell.verify('li', '小溪边的三块石头'))).toBe('operator/held-up');
    expect(await outcome(shell.verify('wang', WANG.password))).toBe('open');
    await shell.setPassword('li', '大槐树下有两口井', WANG);
    expect(await outcome(shell.verify('li', '大槐树下有两口井'))).toBe('open');
  });

  test('counts nothing where the count was spoilt: the passwords are held all the same', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    writeFileSync(tries(), '{');
    expect(await outcome(operators().verify('wang', 'wrong'))).toBe('operator/wrong-password');
    expect(await outcome(operators().verify('wang', WANG.password))).toBe('open');
  });
});

describe('a damaged file', () => {
  test.each(['', '{', '{"format":2,"passwords":{}}', '{"format":1,"passwords":{"wang":{}}}'])(
    '%j is named and not written over',
    async (text) => {
      writeFileSync(file(), text);
      const refused = { code: 'operator/damaged' };
      await expect(operators().withPassword()).rejects.toMatchObject(refused);
      await expect(operators().setPassword('wang', WANG.password)).rejects.toMatchObject(refused);
      expect(readFileSync(file(), 'utf8')).toBe(text);
    },
  );

  test('hashes that would take an hour are not computed', async () => {
    await operators().setPassword(WANG.operator, WANG.password);
    const kept = JSON.parse(readFileSync(file(), 'utf8'));
    kept.passwords.wang.passes = 1_000_000;
    writeFileSync(file(), JSON.stringify(kept));
    await expect(operators().verify('wang', WANG.password)).rejects.toMatchObject({ code: 'operator/damaged' });
  });
});
