import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Dialog, Shell } from 'electron';
import { FILE_KINDS, notReadable, tooLarge } from '../../shared/chosen-files.ts';
import type { ChosenFile, DesktopApi, Paper } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { safeFileName } from '../../shared/kit/file-names.ts';
import { saveFailure } from '../window/save-failure.ts';
import { systemCode, writeDurably } from './durable-file.ts';

const readChosen = async (file: string, limit: number): Promise<ChosenFile> => {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    return size > limit ? tooLarge(name, size, limit) : { name, bytes: new Uint8Array(await readFile(file)).buffer };
  } catch {
    return notReadable(name);
  }
};

/** What a system call on a file to be saved answers, or its failure in a clerk's words. */
const trying = async <Answer>(file: string, call: Promise<Answer>): Promise<Answer> => {
  try {
    return await call;
  } catch (error) {
    throw saveFailure(file, systemCode(error));
  }
};

const isOriginal = (file: string, why: string): LedgerError =>
  new LedgerError(
    'file/is-original',
    `“${path.basename(file)}”${why}，没有覆盖，也没有保存新文件。请换一个文件名再保存。`,
  );

const pdfOf = async (printToPdf: (paper: Paper) => Promise<Uint8Array>, paper: Paper): Promise<Uint8Array> => {
  try {
    return await printToPdf(paper);
  } catch {
    throw new LedgerError('file/no-pdf', '没有生成 PDF，没有保存任何文件。台账数据不受影响，请再试一次，或直接打印。');
  }
};

/**
 * Files of the clerk's own choosing, through the system's dialogs. Paths stay here; the page gets names and bytes.
 * `isKept` tells of a file whether its bytes are among what the office keeps: a form that was registered, evidence.
 */
export const createFiles = (
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  shell: Pick<Shell, 'showItemInFolder'>,
  printToPdf: (paper: Paper) => Promise<Uint8Array>,
  isKept: (file: string) => Promise<boolean>,
): DesktopApi['files'] => {
  const saved = new Set<string>();
  const opened = new Set<string>();
  /** Windows knows no case in paths. */
  const sameFile = (file: string) => path.resolve(file).toLowerCase();
  const saveAsked: DesktopApi['files']['save'] = async (suggestedName, bytes) => {
    const defaultPath = safeFileName(suggestedName);
    const extension = path.extname(defaultPath).slice(1);
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath,
      filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    if (canceled || filePath === '') return undefined;
    // The superior's blank form, or the sheet a unit handed in, is needed again as it came.
    if (opened.has(sameFile(filePath))) throw isOriginal(filePath, '是这次打开过的原表');
    if (await trying(filePath, isKept(filePath))) throw isOriginal(filePath, '与登记过的表样或已存的附件完全相同');
    await trying(filePath, writeDurably(filePath, bytes, []));
    saved.add(filePath);
    return filePath;
  };
  return {
    open: async (kind) => {
      const { name, extensions, limit, several } = FILE_KINDS[kind];
      const { canceled, filePaths } = await dialog.showOpenDialog({
        filters: [{ name, extensions: [...extensions] }],
        properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      if (canceled) return [];
      for (const file of filePaths) opened.add(sameFile(file));
      return Promise.all(filePaths.map((file) => readChosen(file, limit)));
    },
    save: saveAsked,
    /** Made before the dialog opens: what is saved is what the clerk saw. */
    savePdf: async (suggestedName, paper) => saveAsked(suggestedName, await pdfOf(printToPdf, paper)),
    /** Shows only what this run has saved: the page cannot point at other places of the disk. */
    showInFolder: async (savedPath) => {
      if (!saved.has(savedPath))
        throw new LedgerError('file/unknown', '只能打开本次保存的文件所在的文件夹。请在资源管理器中查找。');
      shell.showItemInFolder(savedPath);
    },
  };
};
