import { useEffect, useState } from 'react';
import type {
  About,
  DataNote,
  JournalTail,
  SecondCopy,
  SnapshotInfo,
  SnapshotList,
} from '../../../shared/desktop-api.ts';
import { messageOf } from '../../components/session/message-of.ts';
import { desktop, hasJournal } from '../../desktop/desktop.ts';
import type { RebuildSource, Rebuilt } from '../../store/open/rebuild.ts';
import type { RescueApi } from '../../store/open/rescue.ts';

/** What lies on the disk beside the database, read without opening it. */
export type FoundCopies = {
  readonly about: About;
  readonly note: DataNote | undefined;
  /** Undefined where there is none, or where it cannot be read. */
  readonly journal: JournalTail | undefined;
  /** Newest first. */
  readonly snapshots: readonly SnapshotInfo[];
  /** Files of snapshots that tell nothing now. */
  readonly unread: readonly string[];
  readonly second: SecondCopy;
};

const NO_SECOND: SecondCopy = { state: 'none', isSameDrive: false };
const NO_SNAPSHOTS: SnapshotList = { snapshots: [], unread: [] };

async function findCopies(): Promise<FoundCopies> {
  const { about, note, journal, snapshots, secondCopy } = desktop();
  return {
    about: await about(),
    note: await note.read().catch(() => undefined),
    journal: hasJournal ? await journal.tail().catch(() => undefined) : undefined,
    ...(await snapshots.list().catch(() => NO_SNAPSHOTS)),
    second: await secondCopy.status().catch(() => NO_SECOND),
  };
}

export type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly made: Rebuilt }
  | { readonly kind: 'switching' };

export type Recovery = {
  readonly found: FoundCopies | undefined;
  readonly step: Step;
  readonly problem: string | undefined;
  /** The database itself could not be made: nothing but another store will do. */
  readonly isStoreBroken: boolean;
  readonly make: (source: RebuildSource) => void;
  readonly use: (made: Rebuilt) => void;
  readonly drop: (made: Rebuilt) => void;
  readonly startEmpty: () => void;
  readonly setStoreAside: () => void;
};

/** Making the records anew, step by step. Nothing of what is there is changed before `use`. */
export function useRecovery(rescue: RescueApi): Recovery {
  const [found, setFound] = useState<FoundCopies>();
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const [problem, setProblem] = useState<string>();
  const [isStoreBroken, setStoreBroken] = useState(false);
  useEffect(() => {
    findCopies().then(setFound, (thrown) => setProblem(messageOf(thrown)));
  }, []);

  const run = (during: Step, work: () => Promise<Step | undefined>) => {
    setStep(during);
    setProblem(undefined);
    work()
      .then((next) => next && setStep(next))
      .catch((thrown) => {
        setProblem(messageOf(thrown));
        setStoreBroken(Object(thrown).code === 'store/cannot-open');
        setStep({ kind: 'choosing' });
      });
  };

  const switchTo = async (made: Rebuilt): Promise<undefined> => {
    await rescue.adopt(made);
    window.location.reload();
  };

  return {
    found,
    step,
    problem,
    isStoreBroken,
    make: (source) => run({ kind: 'making' }, async () => ({ kind: 'made', made: await rescue.rebuild(source) })),
    use: (made) => run({ kind: 'switching' }, () => switchTo(made)),
    drop: (made) =>
      run({ kind: 'choosing' }, async () => {
        await rescue.discard(made);
        return undefined;
      }),
    startEmpty: () => run({ kind: 'switching' }, async () => switchTo(await rescue.rebuild({ kind: 'nothing' }))),
    setStoreAside: () =>
      run({ kind: 'switching' }, async () => {
        await desktop().note.setStoreAside();
        return undefined;
      }),
  };
}
