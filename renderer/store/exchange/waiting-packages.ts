import { keptWaiting, PackageGap, tooManyWaiting } from '../../../shared/exchange/package-fault.ts';
import { type OpenedPackage, openPackage } from '../../../shared/exchange/package-file.ts';
import { hashOf } from '../../../shared/history/chain.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { KeptPackage } from '../database.ts';
import type { StoreCore } from '../store-core.ts';
import { requireSpace } from '../write/free-space.ts';
import type { WaitingPackage } from './exchange-api.ts';

/** Kept at once; whoever has more of them has lost the first. */
const MOST_WAITING = 20;

/** A package that came before its predecessor, read again. */
export type Waiting = { readonly key: string; readonly opened: OpenedPackage };

/** The packages that wait. One that this program cannot read any more is left out, and stays listed. */
export async function waitingPackages({ parts: { database, ledgers } }: StoreCore): Promise<readonly Waiting[]> {
  return (await database.waitingPackages()).flatMap(({ key, bytes }) => {
    try {
      return [{ key, opened: openPackage(bytes, ledgers) }];
    } catch (thrown) {
      if (thrown instanceof LedgerError) return [];
      throw thrown;
    }
  });
}

/** What the page lists of them, the first come first. */
export const shownWaiting = (kept: readonly KeptPackage[]): readonly WaitingPackage[] =>
  kept.map(({ bytes: _, ...shown }) => shown);

/**
 * Keeps a package whose predecessor is missing, as the file it is: nothing of it counts. Answers what to tell the clerk;
 * `thrown` as it was where it says anything else.
 * @throws LedgerError disk/low where there is no room for it
 */
export async function keepWaiting(core: StoreCore, file: Uint8Array, thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof PackageGap)) return thrown;
  const { database, ledgers, now } = core.parts;
  const kept = await database.waitingPackages();
  const key = hashOf(file);
  if (kept.some((one) => one.key === key)) return keptWaiting(thrown);
  if (kept.length >= MOST_WAITING) return tooManyWaiting(thrown);
  await requireSpace(core.parts, '没有收好这个来早的交换包');
  const { office, at } = openPackage(file, ledgers).manifest;
  const one: KeptPackage = {
    key,
    office: office.name,
    madeAt: at,
    keptAt: now(),
    missing: thrown.missing,
    bytes: file,
  };
  const putAway = database.meta.put({ key: 'waitingPackages', value: [...kept, one] });
  // Where it cannot be kept the clerk still learns which package is missing.
  return putAway.then(
    () => keptWaiting(thrown),
    () => thrown,
  );
}

/** Lets go of packages that were merged, or that the clerk does not want. */
export async function dropWaiting({ parts: { database } }: StoreCore, keys: readonly string[]): Promise<void> {
  const kept = await database.waitingPackages();
  const value = kept.filter(({ key }) => !keys.includes(key));
  if (value.length < kept.length) await database.meta.put({ key: 'waitingPackages', value });
}
