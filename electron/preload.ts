import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopApi } from '../shared/desktop-api.ts';
import { toBridgeMessage } from '../shared/desktop-errors.ts';
import type { Channel, Reply } from './channels.ts';

/** Asks the shell and turns a refusal back into an error, its code inside the message the bridge lets through. */
const ask = async <Value>(channel: Channel, ...payload: readonly unknown[]): Promise<Value> => {
  const reply: Reply = await ipcRenderer.invoke(channel, ...payload);
  if (!reply.ok) throw new Error(toBridgeMessage(reply.code, reply.message));
  // The shell's handlers are typed by the same DesktopApi, so what comes back is what is promised.
  return reply.value as Value;
};

const desktop = {
  about: () => ask('about'),
  freeSpace: () => ask('freeSpace'),
  note: {
    read: () => ask('note.read'),
    write: (note) => ask('note.write', note),
    setStoreAside: () => ask('note.setStoreAside'),
  },
  journal: {
    tail: () => ask('journal.tail'),
    append: (chunk, last) => ask('journal.append', chunk, last),
    read: (cursor) => ask('journal.read', cursor),
    purge: (purge) => ask('journal.purge', purge),
  },
  snapshots: {
    list: () => ask('snapshots.list'),
    begin: (manifest) => ask('snapshots.begin', manifest),
    write: (chunk) => ask('snapshots.write', chunk),
    finish: () => ask('snapshots.finish'),
    read: (id) => ask('snapshots.read', id),
  },
  secondCopy: {
    status: () => ask('secondCopy.status'),
    choose: () => ask('secondCopy.choose'),
    update: () => ask('secondCopy.update'),
  },
  attachments: {
    put: (bytes) => ask('attachments.put', bytes),
    get: (hash) => ask('attachments.get', hash),
    remove: (hash) => ask('attachments.remove', hash),
  },
  files: {
    open: (kind) => ask('files.open', kind),
    save: (suggestedName, bytes) => ask('files.save', suggestedName, bytes),
    savePdf: (suggestedName, paper) => ask('files.savePdf', suggestedName, paper),
    showInFolder: (savedPath) => ask('files.showInFolder', savedPath),
  },
  sealed: {
    seal: (name, bytes, passphrase) => ask('sealed.seal', name, bytes, passphrase),
    unseal: (file, passphrase) => ask('sealed.unseal', file, passphrase),
    saveSnapshot: (id, passphrase) => ask('sealed.saveSnapshot', id, passphrase),
  },
  diagnostics: {
    note: (fault) => ask('diagnostics.note', fault),
    read: () => ask('diagnostics.read'),
    showDataFolder: () => ask('diagnostics.showDataFolder'),
  },
  operators: {
    withPassword: () => ask('operators.withPassword'),
    verify: (operator, password) => ask('operators.verify', operator, password),
    setPassword: (operator, password, proof) => ask('operators.setPassword', operator, password, proof),
    removePassword: (operator, proof) => ask('operators.removePassword', operator, proof),
    makeRecoveryCode: (proof) => ask('operators.makeRecoveryCode', proof),
  },
} satisfies DesktopApi;

contextBridge.exposeInMainWorld('desktop', desktop);
