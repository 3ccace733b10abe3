import { withinLimits } from '../cell-limits.ts';
import { type Inflate, inflateZipWith } from '../package/zip-directory.ts';
import type { Workbook } from '../workbook.ts';
import { directoryOf, isZip, readKnown } from './read-known.ts';
import { sniff } from './sniff.ts';

/**
 * As `readWorkbook`, with an inflater passed in: a worker has the browser's own, which leaves the page free and is faster.
 * The package's code is only read for a file that needs it.
 */
export async function readWorkbookWith(inflate: Inflate, bytes: Uint8Array, name: string): Promise<Workbook> {
  const format = sniff(bytes);
  const parts = isZip(format) ? await inflateZipWith(inflate, bytes, directoryOf(bytes)) : undefined;
  const known = readKnown(format, bytes, name, parts);
  if ('workbook' in known) return withinLimits(known.workbook);
  const { readByPackage } = await import('./read-by-package.ts');
  return withinLimits(readByPackage(known.forPackage.data, known.forPackage.type));
}
