import { expect, test } from 'vitest';
import { openedFile, readFiles } from '../../../renderer/desktop/browser-files.ts';

/** A file of so many bytes, which nobody has to make. */
class Large extends File {
  override readonly size = 50 * 1024 * 1024 + 1;
}

/** A folder that was dropped, or a file gone meanwhile. */
class Gone extends File {
  override readonly arrayBuffer = () => Promise.reject(new Error('NotFoundError'));
}

test('of files dropped together each is judged by itself, and a refused one is named when its turn comes', async () => {
  const files = await readFiles(
    [new Large([], '大.xlsx'), new Gone([], '文件夹'), new File(['abc'], '申报.csv')],
    'workbook',
  );
  const [large, gone, fine] = files;
  if (!large || !gone || !fine) throw new Error('a file is missing');
  expect(() => openedFile(large)).toThrow('“大.xlsx”有 51 MB，超过 50 MB 的上限，没有读取。请拆分后再导入。');
  expect(() => openedFile(gone)).toThrow('“文件夹”无法读取');
  expect(new TextDecoder().decode(openedFile(fine).bytes)).toBe('abc');
});
