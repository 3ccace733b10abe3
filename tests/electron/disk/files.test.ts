import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAttachments, isAttached } from '../../../electron/disk/attachments.ts';
import { createFiles } from '../../../electron/disk/files.ts';
import { saveFailure } from '../../../electron/window/save-failure.ts';
import type { Paper } from '../../../shared/desktop-api.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder('files');

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Dialogs a clerk answers with these paths; none means cancelled. */
const answering = (...filePaths: readonly string[]) => {
  const printed: Paper[] = [];
  const shown: string[] = [];
  const files = createFiles(
    {
      showOpenDialog: async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] }),
      showSaveDialog: async () => ({ canceled: filePaths.length === 0, filePath: filePaths[0] ?? '' }),
    },
    { showItemInFolder: (file) => void shown.push(file) },
    async (paper) => {
      printed.push(paper);
      return utf8('%PDF-');
    },
    (file) => isAttached(path.join(folder(), '.attachments'), file),
  );
  return { files, shown, printed };
};

describe('opening', () => {
  test('gives names and bytes, no paths', async () => {
    const file = path.join(folder(), '申报.xlsx');
    writeFileSync(file, '内容');
    const [opened] = await answering(file).files.open('workbook');
    expect(opened).toEqual({ name: '申报.xlsx', bytes: new Uint8Array(utf8('内容')).buffer });
  });

  test('gives nothing when cancelled', async () => {
    expect(await answering().files.open('workbook')).toEqual([]);
  });

  test('judges each file by itself: one over 50 MB or gone is refused unread, those beside it are taken', async () => {
    const [large, gone, fine] = ['大.xlsx', '无.xlsx', '申报.xlsx'].map((name) => path.join(folder(), name));
    if (!large || !gone || !fine) throw new Error('no names');
    writeFileSync(large, '');
    truncateSync(large, 50 * 1024 * 1024 + 1);
    writeFileSync(fine, '内容');
    expect(await answering(large, gone, fine).files.open('workbook')).toEqual([
      {
        name: '大.xlsx',
        refusal: { code: 'file/too-large', message: expect.stringMatching(/“大.xlsx”有 51 MB，超过 50 MB/) },
      },
      { name: '无.xlsx', refusal: { code: 'file/not-readable', message: expect.stringContaining('“无.xlsx”') } },
      { name: '申报.xlsx', bytes: new Uint8Array(utf8('内容')).buffer },
    ]);
  });
});

describe('saving', () => {
  test('replaces the file whole and leaves no temporary one', async () => {
    const file = path.join(folder(), '台账.xlsx');
    writeFileSync(file, 'old and longer');
    expect(await answering(file).files.save('台账.xlsx', utf8('new'))).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder())).toEqual(['台账.xlsx']);
  });

  test('a file opened in this run is never overwritten', async () => {
    const form = path.join(folder(), '上级表样.xlsx');
    writeFileSync(form, 'blank');
    const { files } = answering(form);
    await files.open('workbook');
    await expect(files.save('上级表样.xlsx', utf8('filled'))).rejects.toMatchObject({ code: 'file/is-original' });
    expect(readFileSync(form, 'utf8')).toBe('blank');
  });

  test('a form kept as an attachment is never overwritten, in a later run or however it came; one that differs is', async () => {
    const form = path.join(folder(), '上级表样.xlsx');
    writeFileSync(form, 'blank');
    await createAttachments(path.join(folder(), '.attachments')).put(utf8('blank'));
    const { files } = answering(form);
    await expect(files.save('上级表样.xlsx', utf8('filled'))).rejects.toMatchObject({
      code: 'file/is-original',
      message: expect.stringContaining('登记过的表样'),
    });
    expect(readFileSync(form, 'utf8')).toBe('blank');
    writeFileSync(form, 'filled last month');
    expect(await files.save('上级表样.xlsx', utf8('filled'))).toBe(form);
  });

  test('answers nothing when cancelled', async () => {
    expect(await answering().files.save('台账.xlsx', utf8('new'))).toBeUndefined();
  });

  test('a failure keeps what was there and leaves no temporary file', async () => {
    // A folder of that name: the rename fails like one onto a file that cannot be replaced.
    const taken = path.join(folder(), 'taken');
    const inner = path.join(taken, 'x');
    await answering(inner).files.save('x', utf8('kept'));
    await expect(answering(taken).files.save('taken', utf8('new'))).rejects.toMatchObject({ code: 'file/not-written' });
    expect(readFileSync(inner, 'utf8')).toBe('kept');
    expect(readdirSync(folder())).toEqual(['taken']);
  });

  test('into a folder that is a folder no longer says so', async () => {
    const file = path.join(folder(), 'usb');
    writeFileSync(file, 'a file where the folder was');
    await expect(
      answering(path.join(file, '月报', '台账.xlsx')).files.save('台账.xlsx', utf8('new')),
    ).rejects.toMatchObject({
      code: 'file/folder-gone',
      message: expect.stringContaining('月报'),
    });
    expect(readdirSync(folder())).toEqual(['usb']);
  });

  test.each([
    ['EBUSY', 'file/in-use', '正被 WPS 或 Excel 打开'],
    ['EPERM', 'file/in-use', '请关闭它再试'],
    ['ENOSPC', 'file/disk-full', '磁盘已满'],
    ['ENOENT', 'file/folder-gone', '移动盘已拔出'],
    ['EROFS', 'file/read-only', '只读'],
    ['EIO', 'file/not-written', '换一个位置'],
  ])('%s: the file is named, what is safe, and the way out', (system, code, words) => {
    const failure = saveFailure(path.join(folder(), '月报.xlsx'), system);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain('“月报.xlsx”没有保存');
    expect(failure.message).toContain('台账数据不受影响');
    expect(failure.message).toContain(words);
  });

  test('prints the page as a PDF and saves it like any file', async () => {
    const file = path.join(folder(), '统计表.pdf');
    const { files, printed } = answering(file);
    expect(await files.savePdf('统计表.pdf', { landscape: true })).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe('%PDF-');
    expect(printed).toEqual([{ landscape: true }]);
    expect(readdirSync(folder())).toEqual(['统计表.pdf']);
  });

  test('says so where no PDF comes, and saves nothing', async () => {
    const files = createFiles(
      {
        showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
        showSaveDialog: async () => ({ canceled: false, filePath: path.join(folder(), '统计表.pdf') }),
      },
      { showItemInFolder: () => undefined },
      async () => Promise.reject(new Error('Printing failed')),
      async () => false,
    );
    await expect(files.savePdf('统计表.pdf', { landscape: false })).rejects.toMatchObject({ code: 'file/no-pdf' });
    expect(readdirSync(folder())).toEqual([]);
  });

  test('only what was saved can be shown in its folder', async () => {
    const file = path.join(folder(), '台账.xlsx');
    const { files, shown } = answering(file);
    await expect(files.showInFolder(file)).rejects.toMatchObject({ code: 'file/unknown' });
    await files.save('台账.xlsx', utf8('new'));
    await files.showInFolder(file);
    expect(shown).toEqual([file]);
  });
});

describe('attachments', () => {
  // SHA-256 of "abc", from FIPS 180-2, appendix B.1.
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  test('lie under their hash, once', async () => {
    const attachments = createAttachments(folder());
    expect(await attachments.put(utf8('abc'))).toBe(abc);
    expect(await attachments.put(utf8('abc'))).toBe(abc);
    expect(readdirSync(path.join(folder(), 'ba'))).toEqual([abc]);
    expect(await attachments.get(abc)).toEqual(utf8('abc'));
  });

  test('one never stored is absent', async () => {
    expect(await createAttachments(folder()).get('0'.repeat(64))).toBeUndefined();
  });

  test('one changed on the disk is refused, and mended by the same bytes', async () => {
    const attachments = createAttachments(folder());
    await attachments.put(utf8('abc'));
    writeFileSync(path.join(folder(), 'ba', abc), 'abd');
    await expect(attachments.get(abc)).rejects.toMatchObject({ code: 'attachment/damaged' });
    await attachments.put(utf8('abc'));
    expect(await attachments.get(abc)).toEqual(utf8('abc'));
  });
});
