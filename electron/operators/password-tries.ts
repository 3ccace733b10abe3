import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { writeDurably } from '../disk/durable-file.ts';

/** Wrong tries after which guessing is held up, and for how long; it doubles with every further one, up to the most. */
const FREE_TRIES = 5;
const HOLD_UP = 30_000;
const LONGEST_HOLD_UP = 15 * 60_000;

const kept = z.strictObject({ format: z.literal(1), failures: z.record(z.string(), z.int().min(1)) });

const holdUpAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(HOLD_UP * 2 ** (failures - FREE_TRIES), LONGEST_HOLD_UP);

/** The wrong tries at each secret since the last right one. */
export type PasswordTries = {
  /**
   * Counts a try as a wrong one, on the disk, before it is compared: ending the program meanwhile forgets nothing.
   * @throws LedgerError operator/held-up
   */
  readonly count: (secret: string) => Promise<void>;
  /** The secret was known, or is another now. */
  readonly forgive: (secret: string) => Promise<void>;
};

/**
 * Counts outlast a restart, moments do not: whoever is held up is held up anew from the program's start on, so neither
 * a restart nor a changed clock helps a guesser. `now` only ever goes on.
 */
export const createPasswordTries = (file: string, now: () => number): PasswordTries => {
  const begun = now();
  const failedAt = new Map<string, number>();
  let failures: Map<string, number> | undefined;

  const known = async (): Promise<Map<string, number>> => {
    // A file that is missing or spoilt counts nothing: whoever can do that to it can remove the passwords themselves.
    failures ??= new Map(
      Object.entries(
        await readFile(file, 'utf8')
          .then((text) => kept.parse(JSON.parse(text)).failures)
          .catch(() => ({})),
      ),
    );
    return failures;
  };

  /** A full disk keeps nobody from the records: then the counts are this run's. */
  const keep = (counted: ReadonlyMap<string, number>): Promise<void> =>
    writeDurably(
      file,
      new TextEncoder().encode(`${JSON.stringify({ format: 1, failures: Object.fromEntries(counted) })}\n`),
    ).catch(() => undefined);

  return {
    count: async (secret) => {
      const counted = await known();
      const before = counted.get(secret) ?? 0;
      const wait = (failedAt.get(secret) ?? begun) + holdUpAfter(before) - now();
      if (wait > 0) {
        const seconds = Math.ceil(wait / 1000);
        throw new LedgerError('operator/held-up', `输错次数过多，请等 ${seconds} 秒再试。数据不受影响。`);
      }
      counted.set(secret, before + 1);
      failedAt.set(secret, now());
      await keep(counted);
    },
    forgive: async (secret) => {
      const counted = await known();
      if (counted.delete(secret)) await keep(counted);
    },
  };
};
