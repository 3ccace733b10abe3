import { inflateNatively } from '../../renderer/workers/native-inflate.ts';
import { readZipDirectory, type ZipEntry } from '../../shared/workbook/package/zip-directory.ts';
import { readByPackage } from '../../shared/workbook/read/read-by-package.ts';
import { readWorkbookWith } from '../../shared/workbook/read/read-workbook-with.ts';
import type { Figure } from './figures.ts';

/** What everything else is a multiple of: every part through the browser's inflater, nothing kept, nothing checked. */
async function bareInflate(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (const entry of readZipDirectory(bytes) ?? []) await inflateOne(bytes, entry);
}

async function inflateOne(bytes: Uint8Array<ArrayBuffer>, entry: ZipEntry): Promise<void> {
  const view = new DataView(bytes.buffer, entry.offset);
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = new Blob([bytes.subarray(start, start + entry.packed)]);
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  while (!(await reader.read()).done);
}

self.onmessage = async (event: MessageEvent<{ reader: string }>) => {
  try {
    const bytes = new Uint8Array(await (await fetch('/read-bench.xlsx')).arrayBuffer());
    const figures: Figure[] = [];
    const timed = async (what: string, work: () => Promise<string> | string): Promise<void> => {
      const began = performance.now();
      const note = await work();
      figures.push({ what, milliseconds: performance.now() - began, note });
    };
    await timed('bare inflate', () => bareInflate(bytes).then(() => ''));
    if (event.data.reader === 'fast') {
      await timed('fast path', async () => {
        const workbook = await readWorkbookWith(inflateNatively, bytes, 'bench.xlsx');
        return `${workbook.sheets[0]?.rowCount} rows x ${workbook.sheets[0]?.columns.length}`;
      });
    } else {
      await timed('xlsx package', () => {
        const workbook = readByPackage(bytes, 'array');
        return `${workbook.sheets[0]?.rowCount} rows x ${workbook.sheets[0]?.columns.length}`;
      });
    }
    self.postMessage({ figures });
  } catch (thrown) {
    self.postMessage({ failure: String(thrown) });
  }
};
