import { keptWaiting, PackageGap, tooManyWaiting } from '../../../shared/exchange/package-fault.ts';
import { type OpenedPackage, openPackage } from '../../../shared/exchange/package-file.ts';
import { hashOf } from '../../../shared/history/chain.ts';
import { MEGABYTE } from '../../../shared/kit/bytes.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { KeptPackage, LedgerDatabase, Meta, WaitingPackages } from '../database.ts';
import type { StoreCore } from '../store-core.ts';
import { requireSpace } from '../write/free-space.ts';
import type { WaitingPackage } from './exchange-api.ts';

/** Kept at once; whoever has more of them has lost the first. All of them are read to list them (inferred: 可调整的默认值). */
const MOST = { count: 20, bytes: 50 * MEGABYTE };

/** A package that came before its predecessor, read again. */
export type Waiting = { readonly key: string; readonly opened: OpenedPackage };

/** The row in which a version before kept all of them. */
const ALL_IN_ONE = 'waitingPackages';

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
  const { kept } = await database.waitingPackages();
  return kept.flatMap(({ key, bytes }) => {
    if (key === itself) return [];
    try {
      return [{ key, opened: openPackage(bytes, ledgers) }];
    } catch (thrown) {
      if (thrown instanceof LedgerError) return [];
      throw thrown;
    }
  });
}

/** What the page lists of them, the first come first, those that cannot be read last. */
export const shownWaiting = ({ kept, unread }: WaitingPackages): readonly WaitingPackage[] => [
  ...kept.map(({ bytes, ...shown }) => ({ ...shown, size: bytes.length, isUnread: false })),
  ...unread.map((key) => ({ key, office: '', madeAt: '', keptAt: '', missing: '', size: 0, isUnread: true })),
];

/**
 * Keeps a package whose predecessor is missing, as the file it is: nothing of it counts. Answers what to tell the clerk;
 * `thrown` as it was where it says anything else.
 * @throws LedgerError disk/low where there is no room for it
 */
export async function keepWaiting(core: StoreCore, file: Uint8Array, thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof PackageGap)) return thrown;
  const { database, ledgers, now } = core.parts;
  const { kept } = await database.waitingPackages();
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
  await meta.bulkDelete(keys.map(rowKey));
  if (keys.includes(ALL_IN_ONE)) return meta.delete(ALL_IN_ONE);
  // Where it cannot be read it stays as it is: it is listed by its own key.
  const before = await meta.get(ALL_IN_ONE).catch(() => undefined);
  if (before?.key !== ALL_IN_ONE) return;
  const value = before.value.filter(({ key }) => !keys.includes(key));
  if (value.length === 0) await meta.delete(ALL_IN_ONE);
  else if (value.length < before.value.length) await meta.put({ key: ALL_IN_ONE, value });
}

/**
 * What waits in one database waits in one made anew, too. Answers what the clerk must know of it: one that cannot be taken
 * along is left behind and stops no recovery, the other office can make it again.
 */
export async function carryWaiting(from: LedgerDatabase, to: LedgerDatabase): Promise<readonly string[]> {
  const { kept, unread } = await from.waitingPackages();
  const said: string[] = [];
  if (unread.length > 0) said.push(`有 ${unread.length} 个收好等着的交换包读不出来，没有带过来。${AGAIN}`);
  for (const one of kept)
    await to.meta.put(rowOf(one)).catch(() => said.push(`收好等着的“${one.office}”的交换包没有带过来。${AGAIN}`));
  return said;
}

const AGAIN = '请找到原文件重新选，或让对方选“全部”重新导出。';
