import { transfer } from 'comlink';
import type { ExportedFile } from './export-session.ts';

/** Hands a file's bytes to the page without copying them. */
export const handedOver = (file: ExportedFile): ExportedFile => transfer(file, [file.bytes.buffer]);
