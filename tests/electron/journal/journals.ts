import path from 'node:path';
import { afterEach } from 'vitest';
import { createJournal, type Journal } from '../../../electron/journal/journal.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** Journals in a folder of each test's own, closed before it goes. */
export function journals() {
  const folder = temporaryFolder('journal');
  let opened: Journal[] = [];
  afterEach(async () => {
    for (const journal of opened) await journal.close();
    opened = [];
  });
  return {
    folder,
    current: () => path.join(folder(), 'current.log'),
    openJournal: (where: string, limit?: number): Journal => {
      const journal = createJournal(where, limit);
      opened.push(journal);
      return journal;
    },
  };
}
