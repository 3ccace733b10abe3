import { FILE_KINDS, notReadable, tooLarge } from '../../shared/chosen-files.ts';
import type { ChosenFile, DesktopApi, FileKind, OpenedFile } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';

const readChosen = async (file: File, limit: number): Promise<ChosenFile> => {
  const { name, size } = file;
  if (size > limit) return tooLarge(name, size, limit);
  try {
    return { name, bytes: await file.arrayBuffer() };
  } catch {
    return notReadable(name);
  }
};

/**
 * Files as they are chosen or dropped, read within the limits of their kind. One that is too large, or cannot be read (a
 * folder, or gone meanwhile), says so in its place and leaves the others.
 */
export const readFiles = (files: readonly File[], kind: FileKind): Promise<readonly ChosenFile[]> =>
  Promise.all(files.map((file) => readChosen(file, FILE_KINDS[kind].limit)));

/** @throws LedgerError why a file that was chosen could not be taken. */
export function openedFile(chosen: ChosenFile): OpenedFile {
  if ('refusal' in chosen) throw new LedgerError(chosen.refusal.code, chosen.refusal.message);
  return chosen;
}

/** Files through the browser's own chooser and its download folder. */
export const browserFiles: DesktopApi['files'] = {
  open: (kind) =>
    new Promise((resolve, reject) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = FILE_KINDS[kind].extensions.map((extension) => `.${extension}`).join(',');
      input.multiple = FILE_KINDS[kind].several;
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
