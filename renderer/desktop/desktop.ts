import type { DesktopApi } from '../../shared/desktop-api.ts';
import { fromBridgeError } from '../../shared/desktop-errors.ts';
import { createBrowserDesktop } from './browser-desktop.ts';
import { createExampleDesktop } from './example-desktop.ts';
import { isExample } from './example-mode.ts';

/** Whether the page runs in a plain browser: one copy of the data, no journal. The screen says so. */
export const isBrowser = window.desktop === undefined;

/** Whether saves reach a second copy outside the database. Without it 已保存 reads 已保存 · 仅一份副本. */
export const hasJournal = !isBrowser && !isExample;

/** A method of the shell whose failures are LedgerErrors again: the bridge lets only a message through. */
const rebuilt =
  <Payload extends readonly unknown[], Result>(method: (...payload: Payload) => Promise<Result>) =>
  async (...payload: Payload): Promise<Result> => {
    try {
      return await method(...payload);
    } catch (thrown) {
      throw fromBridgeError(thrown);
    }
  };

const fromShell = (shell: DesktopApi): DesktopApi => {
  const { about, freeSpace, note, journal, snapshots, secondCopy, attachments, files, sealed, diagnostics, operators } =
    shell;
  return {
    about: rebuilt(about),
    freeSpace: rebuilt(freeSpace),
    note: { read: rebuilt(note.read), write: rebuilt(note.write), setStoreAside: rebuilt(note.setStoreAside) },
    journal: {
      tail: rebuilt(journal.tail),
      append: rebuilt(journal.append),
      read: rebuilt(journal.read),
      purge: rebuilt(journal.purge),
    },
    snapshots: {
      list: rebuilt(snapshots.list),
      begin: rebuilt(snapshots.begin),
      write: rebuilt(snapshots.write),
      finish: rebuilt(snapshots.finish),
      read: rebuilt(snapshots.read),
    },
    secondCopy: {
      status: rebuilt(secondCopy.status),
      choose: rebuilt(secondCopy.choose),
      update: rebuilt(secondCopy.update),
    },
    attachments: {
      put: rebuilt(attachments.put),
      get: rebuilt(attachments.get),
      remove: rebuilt(attachments.remove),
    },
    files: {
      open: rebuilt(files.open),
      save: rebuilt(files.save),
      savePdf: rebuilt(files.savePdf),
      showInFolder: rebuilt(files.showInFolder),
    },
    sealed: {
      seal: rebuilt(sealed.seal),
      unseal: rebuilt(sealed.unseal),
      saveSnapshot: rebuilt(sealed.saveSnapshot),
    },
    diagnostics: {
      note: rebuilt(diagnostics.note),
      read: rebuilt(diagnostics.read),
      showDataFolder: rebuilt(diagnostics.showDataFolder),
    },
    operators: {
      withPassword: rebuilt(operators.withPassword),
      verify: rebuilt(operators.verify),
      setPassword: rebuilt(operators.setPassword),
      removePassword: rebuilt(operators.removePassword),
      makeRecoveryCode: rebuilt(operators.makeRecoveryCode),
    },
  };
};

let chosen: DesktopApi | undefined;

/** The shell, or what a browser has in its place; for the example office what is left of it. Every failure is a LedgerError. */
export const desktop = (): DesktopApi => {
  if (chosen) return chosen;
  const real = window.desktop === undefined ? createBrowserDesktop() : fromShell(window.desktop);
  chosen = isExample ? createExampleDesktop(real) : real;
  return chosen;
};
