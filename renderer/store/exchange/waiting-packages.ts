import { keptWaiting, PackageGap, tooManyWaiting } from '../../../shared/exchange/package-fault.ts';
import { type OpenedPackage, openPackage } from '../../../shared/exchange/package-file.ts';
import { hashOf } from '../../../shared/history/chain.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { KeptPackage, LedgerDatabase, Meta } from '../database.ts';
import type { StoreCore } from '../store-core.ts';
import { requireSpace } from '../write/free-space.ts';
import type { WaitingPackage } from './exchange-api.ts';

/** Kept at once; whoever has more of them has lost the first. All of them are read to list them (inferred: 可调整的默认值). */
const MOST = { count: 20, bytes: 50 * 1024 * 1024 };

/** A package that came before its predecessor, read again. */
export type Waiting = { readonly key: string; readonly opened: OpenedPackage };

const rowKey = (key: string) => `waitingPackage/${key}` as const;

/** A row for each: keeping one writes none of the others again. */
const rowOf = (waiting: KeptPackage): Meta => ({ key: rowKey(waiting.key), waiting });

/**
 * The packages that wait, but for `file` itself. One that this program cannot read any more is left out, and stays listed.
 */
export async function waitingBeside(
  { parts: { database, ledgers } }: StoreCore,
  file: Uint8Array,
): Promise<readonly Waiting[]> {
  const itself = hashOf(file);
  return (await database.waitingPackages()).flatMap(({ key, bytes }) => {
    if (key === itself) return [];
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
  kept.map(({ bytes, ...shown }) => ({ ...shown, size: bytes.length }));

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
  const { office, at } = openPackage(file, ledgers).manifest;
  const sum = kept.reduce((bytes, one) => bytes + one.bytes.length, 0);
  if (kept.length >= MOST.count || sum + file.length > MOST.bytes) {
    const refused = { office: office.name, at, bytes: file.length };
    return tooManyWaiting(thrown, refused, { count: kept.length, bytes: sum }, MOST);
  }
  await requireSpace(core.parts, '没有收好这个来早的交换包');
  const one: KeptPackage = {
    key,
    office: office.name,
    madeAt: at,
    keptAt: now(),
    missing: thrown.missing,
    bytes: file,
  };
  const putAway = database.meta.put(rowOf(one));
  // Where it cannot be kept the clerk still learns which package is missing.
  return putAway.then(
    () => keptWaiting(thrown),
    () => thrown,
  );
}

/** Lets go of packages that were merged, or that the clerk does not want. */
export async function dropWaiting({ parts: { database } }: StoreCore, keys: readonly string[]): Promise<void> {
  const { meta } = database;
  await database.transaction('rw', meta, async () => {
    await meta.bulkDelete(keys.map(rowKey));
    const before = await meta.get('waitingPackages');
    if (before?.key !== 'waitingPackages') return;
    const value = before.value.filter(({ key }) => !keys.includes(key));
    if (value.length === 0) await meta.delete('waitingPackages');
    else if (value.length < before.value.length) await meta.put({ key: 'waitingPackages', value });
  });
}

/** What waits in one database waits in one made anew, too. */
export async function carryWaiting(from: LedgerDatabase, to: LedgerDatabase): Promise<void> {
  await to.meta.bulkPut((await from.waitingPackages()).map(rowOf));
}
