import { appendFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FaultNote, type LogLine, lineOf } from '../../shared/diagnostics/program-log.ts';
import { serially } from './serially.ts';

const CURRENT = 'program.log';
const BEFORE = 'program.1.log';
/** From so many bytes on a new file is begun; one older is kept. */
const LARGEST = 256 * 1024;

export type ProgramLog = {
  readonly note: (from: LogLine['from'], fault: FaultNote) => Promise<void>;
  /** Both files, the older first. */
  readonly read: () => Promise<string>;
};

/**
 * The program's log in a folder of its own: codes and places, never people's data, and never more than two files. What
 * cannot be written is not: the log must not be what stops the program.
 */
export const createProgramLog = (folder: string, version: string, now: () => string, largest = LARGEST): ProgramLog => {
  const inTurn = serially();
  const at = (name: string): string => path.join(folder, name);
  const makeRoom = async (): Promise<void> => {
    const size = await stat(at(CURRENT)).then(
      (found) => found.size,
      () => 0,
    );
    if (size >= largest) await rename(at(CURRENT), at(BEFORE));
  };
  return {
    note: (from, fault) =>
      inTurn(async () => {
        try {
          await mkdir(folder, { recursive: true });
          await makeRoom();
          await appendFile(at(CURRENT), lineOf({ at: now(), from, version, ...fault }));
        } catch {
          // A full disk, a folder that is held: told by whatever wanted to save.
        }
      }),
    read: () =>
      inTurn(async () =>
        (await Promise.all([BEFORE, CURRENT].map((name) => readFile(at(name), 'utf8').catch(() => '')))).join(''),
      ),
  };
};
