import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { DesktopApi, PasswordProof } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { RECOVERY_BYTES, readRecoveryCode, recoveryCode } from '../../shared/operators/recovery-code.ts';
import { systemCode, writeDurably } from '../disk/durable-file.ts';
import { serially } from '../disk/serially.ts';
import { isPasswordOf, makeVerifier, STRENGTH, type Strength, verifier } from './argon2.ts';
import { createPasswordTries } from './password-tries.ts';

const FILE = 'operators.json';

/** Where wrong tries are counted: a file of its own, so that a guess never touches the passwords. */
const TRIES = 'password-tries.json';
const RECOVERY = 'recovery';
const passwordOf = (operator: string): string => `password ${operator}`;

const kept = z.strictObject({
  format: z.literal(1),
  passwords: z.record(z.string().min(1).max(100), verifier),
  recovery: verifier.exactOptional(),
});

type Kept = z.infer<typeof kept>;

const NOTHING: Kept = { format: 1, passwords: {} };

const wrong = () => new LedgerError('operator/wrong-password', '口令不对，请重新输入。数据不受影响。');
const wrongCode = () =>
  new LedgerError('operator/wrong-code', '恢复码不对，请对照纸上的恢复码重新输入。数据不受影响。');

const damaged = () =>
  new LedgerError(
    'operator/damaged',
    '数据文件夹里的口令文件（operators.json）已损坏，不能核对口令。记录不受影响；请把这个文件移走后重新启动，再重设口令。',
  );

/**
 * The operators' passwords: what is kept of them lies in one small file in the data folder, outside of the log and of
 * every export. It guards the screen, not the disk: whoever can read the data folder needs no password.
 */
export const createOperators = (
  folder: string,
  now: () => number,
  chosen: Strength = STRENGTH,
): DesktopApi['operators'] => {
  const inTurn = serially();
  const file = path.join(folder, FILE);
  const tries = createPasswordTries(path.join(folder, TRIES), now);

  const read = async (): Promise<Kept> => {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (thrown) {
      if (systemCode(thrown) === 'ENOENT') return NOTHING;
      throw thrown;
    }
    try {
      return kept.parse(JSON.parse(text));
    } catch {
      throw damaged();
    }
  };

  const write = (value: Kept): Promise<void> =>
    writeDurably(file, new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`));

  /** Tries a secret against what is kept of it; holds guessing up after some wrong ones. */
  const check = async (
    name: string,
    secret: string,
    against: Kept['passwords'][string] | undefined,
    fault: () => LedgerError,
  ) => {
    // There is nothing to be guessed.
    if (against === undefined) throw fault();
    await tries.count(name);
    if (secret === '' || !(await isPasswordOf(secret, against))) throw fault();
    await tries.forgive(name);
  };

  const checkPassword = ({ passwords }: Kept, operator: string, password: string): Promise<void> =>
    check(passwordOf(operator), password, passwords[operator], wrong);

  /** The first password needs no proof: nobody has one yet. */
  const prove = async (value: Kept, proof: PasswordProof | undefined): Promise<void> => {
    if (Object.keys(value.passwords).length === 0) return;
    if (proof === undefined) throw wrong();
    if ('code' in proof) await check(RECOVERY, readRecoveryCode(proof.code) ?? '', value.recovery, wrongCode);
    else await checkPassword(value, proof.operator, proof.password);
  };

  /** Reads, proves, and writes what `change` makes of it. */
  const changed = (proof: PasswordProof | undefined, change: (value: Kept) => Promise<Kept>): Promise<void> =>
    inTurn(async () => {
      const value = await read();
      await prove(value, proof);
      await write(await change(value));
    });

  return {
    withPassword: () => inTurn(async () => Object.keys((await read()).passwords)),
    verify: (operator, password) => inTurn(async () => checkPassword(await read(), operator, password)),
    setPassword: async (operator, password, proof) => {
      await changed(proof, async (value) => ({
        ...value,
        passwords: { ...value.passwords, [operator]: await makeVerifier(password, chosen) },
      }));
      await inTurn(() => tries.forgive(passwordOf(operator)));
    },
    removePassword: (operator, proof) =>
      changed(proof, async ({ passwords: { [operator]: _, ...passwords }, ...value }) => ({ ...value, passwords })),
    makeRecoveryCode: async (proof) => {
      const code = recoveryCode(randomBytes(RECOVERY_BYTES));
      await changed(proof, async (value) => ({ ...value, recovery: await makeVerifier(code, chosen) }));
      await inTurn(() => tries.forgive(RECOVERY));
      return code;
    },
  };
};
