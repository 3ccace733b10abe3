import type { OpenedFile } from '../../../shared/desktop-api.ts';
import type { ConvertLookup } from '../../../shared/kit/convert/conversion.ts';
import type { RemoteImportSession } from '../../store/import-api.ts';
import type { Outcome } from '../../store/store-api.ts';

export type NamedRecord = { readonly id: string; readonly name: string };

/** What the wizard asks of shell and store. */
export type ImportGateway = {
  /** The clerk's file, or undefined when the dialog was cancelled. */
  readonly chooseFile: () => Promise<OpenedFile | undefined>;
  /** Reads the file in a worker that can be killed and opens a session beside the records. */
  readonly open: (file: OpenedFile, ledgerId: string, signal: AbortSignal) => Promise<RemoteImportSession>;
  readonly undo: (batch: string) => Promise<Outcome>;
  /** Records of a ledger by name, for the pickers. */
  readonly names: (ledgerId: string) => readonly NamedRecord[];
  readonly options: ConvertLookup['options'];
};
