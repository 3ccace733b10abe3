import type { DataNote, DesktopApi, OldDatabase, SnapshotInfo } from '../../../shared/desktop-api.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { LedgerStore } from '../ledger-store.ts';
import type { StoreEvent } from '../store-api.ts';
import { readSnapshot, type SnapshotSource } from './office-snapshot.ts';
import { type DatabaseMaker, databaseNames } from './open-database.ts';
import { adopt, discard, type RebuildSource, type Rebuilt, rebuild } from './rebuild.ts';
import type { Workbench } from './rebuild-start.ts';

/** What can be done for the records whether or not their database opens. */
export type RescueApi = {
  /** What a snapshot says of itself, verified whole; a file that is none is named for what it is. */
  readonly describeSnapshot: (source: SnapshotSource) => Promise<SnapshotInfo>;
  /** Makes the records anew beside the present ones, to be looked at. */
  readonly rebuild: (source: RebuildSource) => Promise<Rebuilt>;
  /** Uses what was made from the next start on. The present records are snapshotted first where they can be read. */
  readonly adopt: (made: Rebuilt) => Promise<void>;
  readonly discard: (made: Rebuilt) => Promise<void>;
  /** Databases no longer in use, newest first. */
  readonly oldDatabases: () => Promise<readonly OldDatabase[]>;
  readonly removeOldDatabase: (name: string) => Promise<void>;
};

export type RescueParts = {
  readonly parts: Workbench['parts'];
  readonly make: DatabaseMaker;
  readonly names?: () => Promise<readonly string[]>;
  readonly inUse: string;
  readonly note: Pick<DesktopApi['note'], 'read' | 'write'>;
  /** The open store, where the database opened. */
  readonly opened: () => LedgerStore | undefined;
  readonly onEvent: (event: StoreEvent) => void;
};

export function createRescue({ parts, make, names, inUse, note, opened, onEvent }: RescueParts): RescueApi {
  const bench = async (): Promise<Workbench> => {
    const present = opened();
    const isEmpty = present !== undefined && (await present.status()).isEmpty;
    const holdsAnything = present !== undefined && !isEmpty;
    const noted = await note.read();
    return {
      parts,
      make,
      ...(names ? { names } : {}),
      // What it once held is not in it any more.
      note: noted && isEmpty ? { ...noted, records: 0 } : noted,
      present: holdsAnything ? make(inUse) : undefined,
      onEvent,
    };
  };

  const oldDatabases = async (): Promise<readonly OldDatabase[]> => {
    const known = new Map((await note.read())?.left.map((one) => [one.database, one]));
    return (await databaseNames(names))
      .filter((name) => name !== inUse)
      .map((name) => known.get(name) ?? { database: name, office: '', records: 0, leftAt: '' });
  };

  return {
    describeSnapshot: async (source) => (await readSnapshot(parts.snapshots, source)).info,
    rebuild: async (source) => {
      const work = await bench();
      return rebuild(work, source).finally(() => work.present?.close());
    },
    adopt: async (made) => {
      // The old database is kept whole: a snapshot that cannot be written is no reason to stay without records.
      await opened()?.care('restore');
      await adopt(await bench(), made, note.write);
    },
    discard: async (made) => discard(await bench(), made),
    oldDatabases,
    removeOldDatabase: async (name) => {
      const old = await oldDatabases();
      if (!old.some(({ database }) => database === name))
        throw new LedgerError('rescue/in-use', '这个数据库正在使用或已不在，没有删除任何内容。请刷新后再看。');
      await make(name).delete();
      const written: DataNote | undefined = await note.read();
      if (written) await note.write({ ...written, left: written.left.filter(({ database }) => database !== name) });
    },
  };
}
