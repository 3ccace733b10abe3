import { withinLimits } from '../cell-limits.ts';
import { inflateZip } from '../package/zip-directory.ts';
import type { Workbook } from '../workbook.ts';
import { readByPackage } from './read-by-package.ts';
import { directoryOf, isZip, readKnown } from './read-known.ts';
import { sniff } from './sniff.ts';

/**
 * Reads a workbook from its bytes; the format is told by content, `name` only names the sheet of a text file.
 * Dates stay serials and texts stay texts: the ledger's field decides later what a cell means.
 * @throws LedgerError import/empty-file, import/too-big, import/encrypted, import/damaged, import/not-a-workbook,
 * import/inflates-too-far, import/too-many-cells, import/text-too-long, import/unsafe-content
 */
export function readWorkbook(bytes: Uint8Array, name: string): Workbook {
  const format = sniff(bytes);
  const parts = isZip(format) ? inflateZip(bytes, directoryOf(bytes)) : undefined;
  const known = readKnown(format, bytes, name, parts);
  return withinLimits(
    'workbook' in known ? known.workbook : readByPackage(known.forPackage.data, known.forPackage.type),
  );
}
