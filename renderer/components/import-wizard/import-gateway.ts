import type { OpenedFile } from '../../../shared/desktop-api.ts';
import type { ImportSession } from '../../store/import-api.ts';
import type { Outcome } from '../../store/store-api.ts';

/** A session on the other side of a port: the same functions, answering later. */
export type RemoteImportSession = {
  readonly [Name in keyof ImportSession]: (
    ...given: Parameters<ImportSession[Name]>
  ) => Promise<Awaited<ReturnType<ImportSession[Name]>>>;
};

export type NamedRecord = { readonly id: string; readonly name: string };

/** What the wizard asks of shell and store. */
export type ImportGateway = {
  /** The clerk's file, or undefined when the dialog was cancelled. */
  readonly chooseFile: () => Promise<OpenedFile | undefined>;
  /** Reads the file in a worker that can be killed and opens a session beside the records. */
  readonly open: (file: OpenedFile, ledgerId: string, signal: AbortSignal) => Promise<RemoteImportSession>;
  readonly undo: (batch: string) => Promise<Outcome>;
  /** Records of a ledger by name, for the pickers. */
  readonly names: (ledgerId: string) => Promise<readonly NamedRecord[]>;
};
