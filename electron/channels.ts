/** Every IPC channel there is: one a method of DesktopApi. What is not named here cannot be called. */
export const CHANNELS = [
  'about',
  'freeSpace',
  'note.read',
  'note.write',
  'note.setStoreAside',
  'journal.tail',
  'journal.append',
  'journal.read',
  'journal.purge',
  'snapshots.list',
  'snapshots.begin',
  'snapshots.write',
  'snapshots.finish',
  'snapshots.read',
  'secondCopy.status',
  'secondCopy.choose',
  'secondCopy.update',
  'attachments.put',
  'attachments.get',
  'attachments.remove',
  'files.open',
  'files.save',
  'files.savePdf',
  'files.showInFolder',
  'sealed.seal',
  'sealed.unseal',
  'sealed.saveSnapshot',
  'diagnostics.note',
  'diagnostics.read',
  'diagnostics.showDataFolder',
  'operators.withPassword',
  'operators.verify',
  'operators.setPassword',
  'operators.removePassword',
  'operators.makeRecoveryCode',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** What crosses back. Electron keeps only an error's message, so a refusal travels as data. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string };
