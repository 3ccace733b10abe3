import type { ChosenFile, DesktopApi, FileKind, OpenedFile } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';

const MEGABYTE = 1024 * 1024;

/** The same kinds and limits as the shell's dialog has. */
const KINDS: { readonly [kind in FileKind]: { readonly accept: string; readonly limit: number } } = {
  workbook: { accept: '.xlsx,.xlsm,.xls,.et,.ods,.csv,.txt', limit: 50 * MEGABYTE },
  snapshot: { accept: '.slsnap,.slsealed', limit: 512 * MEGABYTE },
  package: { accept: '.slpack,.slsealed', limit: 512 * MEGABYTE },
};

const refused = (name: string, code: string, message: string): ChosenFile => ({ name, refusal: { code, message } });

const readChosen = async (file: File, limit: number): Promise<ChosenFile> => {
  const { name, size } = file;
  if (size > limit) {
    const message = `“${name}”有 ${Math.ceil(size / MEGABYTE)} MB，超过 ${limit / MEGABYTE} MB 的上限，没有读取。请拆分后再导入。`;
    return refused(name, 'file/too-large', message);
  }
  try {
    return { name, bytes: await file.arrayBuffer() };
  } catch {
    const message = `“${name}”无法读取，没有导入任何内容。请确认文件还在、可以打开，再试一次。`;
    return refused(name, 'file/not-readable', message);
  }
};

/**
 * Files as they are chosen or dropped, read within the limits of their kind. One that is too large, or cannot be read (a
 * folder, or gone meanwhile), says so in its place and leaves the others.
 */
export const readFiles = (files: readonly File[], kind: FileKind): Promise<readonly ChosenFile[]> =>
  Promise.all(files.map((file) => readChosen(file, KINDS[kind].limit)));

/** @throws LedgerError why a file that was chosen could not be taken. */
export function openedFile(chosen: ChosenFile): OpenedFile {
  if ('refusal' in chosen) throw new LedgerError(chosen.refusal.code, chosen.refusal.message);
  return chosen;
}

/** Files through the browser's own chooser and its download folder. */
export const browserFiles: DesktopApi['files'] = {
  open: (kind) =>
    new Promise((resolve, reject) => {
      const { accept } = KINDS[kind];
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = accept;
      input.multiple = kind === 'workbook';
      input.addEventListener('cancel', () => resolve([]));
      input.addEventListener('change', () => {
        readFiles([...(input.files ?? [])], kind).then(resolve, reject);
      });
      input.click();
    }),

  /** Downloads; where the file lands and under which name is the browser's affair, so the name is all there is to tell. */
  save: async (suggestedName, bytes) => {
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
    const link = document.createElement('a');
    link.href = address;
    link.download = suggestedName;
    link.click();
    // Revoked at once the download would lose its source.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return suggestedName;
  },

  /** The browser's print dialog has 另存为 PDF among its printers; where it goes is not told. */
  savePdf: async () => {
    window.print();
    return undefined;
  },

  showInFolder: async () => {
    throw new LedgerError('file/unknown', '浏览器不能打开文件夹。文件在浏览器的下载文件夹中。');
  },
};
