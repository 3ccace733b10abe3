import { randomBytes, timingSafeEqual } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';

/**
 * How hard a guess is made: RFC 9106, 4, second recommended option (64 MiB). Kept beside each hash, so that a later
 * version may ask for more of new ones.
 */
export const STRENGTH = { memoryKib: 65_536, passes: 3, lanes: 4 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** What is hard enough to be sure and small enough not to stop an office's PC: a file may ask for no more. */
export const strength = z.strictObject({
  memoryKib: z.int().min(8192).max(262_144),
  passes: z.int().min(1).max(4),
  lanes: z.int().min(1).max(16),
});

export type Strength = z.infer<typeof strength>;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);

/** What is kept of a password: enough to know it again, nothing it could be read from. */
export const verifier = z.strictObject({ ...strength.shape, salt: base64, hash: base64 });

export type Verifier = z.infer<typeof verifier>;

/** The argon2id hash of a password. Composed first: an input method may send the same words in other characters. */
export const derive = (
  password: string,
  salt: Uint8Array,
  { memoryKib, passes, lanes }: Strength,
  length = HASH_BYTES,
): Promise<Uint8Array> =>
  argon2id({
    password: password.normalize('NFC'),
    salt,
    memorySize: memoryKib,
    iterations: passes,
    parallelism: lanes,
    hashLength: length,
    outputType: 'binary',
  });

export const makeVerifier = async (password: string, chosen: Strength = STRENGTH): Promise<Verifier> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, chosen);
  return { ...chosen, salt: salt.toString('base64'), hash: Buffer.from(hash).toString('base64') };
};

export const isPasswordOf = async (password: string, kept: Verifier): Promise<boolean> => {
  const hash = Buffer.from(kept.hash, 'base64');
  const tried = await derive(password, Buffer.from(kept.salt, 'base64'), kept, hash.length);
  return timingSafeEqual(tried, hash);
};
