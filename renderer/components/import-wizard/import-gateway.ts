import type { ChosenFile, OpenedFile } from '../../../shared/desktop-api.ts';
import type { ConvertLookup } from '../../../shared/kit/convert/conversion.ts';
import type { RemoteImportSession } from '../../store/import/import-api.ts';
import type { BatchSummary, Outcome } from '../../store/store-api.ts';
import type { Shelf } from './kept-forms.ts';
import type { RowTask } from './rows-done.tsx';

export type NamedRecord = { readonly id: string; readonly name: string };

/** A file that was read, with the hash of its content and the newest import of the same content, if there was any. */
export type OpenedImport = {
  readonly session: RemoteImportSession;
  readonly hash: string;
  readonly before: BatchSummary | undefined;
};

/** What the wizard asks of shell and store. */
export type ImportGateway = {
  /** The clerk's files; none when the dialog was cancelled. */
  readonly chooseFiles: () => Promise<readonly ChosenFile[]>;
  /** Hears how much of a task is done; answers with the function that ends it. */
  readonly onProgress: (listener: (task: RowTask, done: number, of: number) => void) => () => void;
  /** Where the file was put, or undefined when the dialog was cancelled. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<string | undefined>;
  /** What is remembered on this PC about forms met before. */
  readonly shelf: Shelf;
  /** Reads the file in a worker that can be killed and opens a session beside the records. */
  readonly open: (file: OpenedFile, ledgerId: string, signal: AbortSignal) => Promise<OpenedImport>;
  readonly undo: (batch: string) => Promise<Outcome>;
  /** Records of a ledger by name, for the pickers. */
  readonly names: (ledgerId: string) => readonly NamedRecord[];
  readonly options: ConvertLookup['options'];
};
