import { partKey } from '../fast/find-parts.ts';
import { scanWorkbook } from '../fast/scan-workbook.ts';
import { readZipDirectory, type ZipEntry } from '../package/zip-directory.ts';
import { type PackedContent, packContent, patchZip } from '../package/zip-patch.ts';
import type { Workbook } from '../workbook.ts';
import { readCsv } from './read-csv.ts';
import { withinCellLimit } from './repeated-cells.ts';
import { damaged, type FileFormat } from './sniff.ts';
import { decodeText } from './text-encoding.ts';

/** What is left to the xlsx package, made safe for it. */
export type ForPackage = { readonly data: Uint8Array | string; readonly type: 'array' | 'string' };

/** A workbook read by the program's own readers, or what the package is to read: half a megabyte of code few files need. */
export type Known = { readonly workbook: Workbook } | { readonly forPackage: ForPackage };

export const isZip = (format: FileFormat): boolean => format === 'xlsx' || format === 'ods';

/** @throws LedgerError import/damaged */
export function directoryOf(bytes: Uint8Array): readonly ZipEntry[] {
  const entries = readZipDirectory(bytes);
  if (entries === undefined) throw damaged();
  return entries;
}

/** Reads what the program knows itself; `parts` are the contents of a zip by name, undefined where it is not whole. */
export function readKnown(
  format: FileFormat,
  bytes: Uint8Array,
  name: string,
  parts: ReadonlyMap<string, Uint8Array> | undefined,
): Known {
  if (format === 'text') return { workbook: readCsv(decodeText(bytes), name) };
  // Markup is read raw: a page saved as .xls by some web system must not have its ID numbers turned into numbers.
  if (format === 'markup') return markup(decodeText(bytes));
  if (isZip(format) && parts === undefined) throw damaged();
  if (format === 'xlsx' && parts !== undefined) {
    const byKey = new Map([...parts].map(([part, content]) => [partKey(part), content]));
    // Two parts of one name but for letter case: which is meant only the package's own rules say.
    const scanned = byKey.size === parts.size ? scanWorkbook(byKey) : undefined;
    if (scanned?.known) return scanned;
  }
  const changes = new Map<string, PackedContent>();
  for (const [part, content] of parts ?? []) {
    // Whatever the directory looks like: the package takes this part's word where there is a manifest.
    if (partKey(part) !== 'content.xml') continue;
    const text = new TextDecoder('utf-8').decode(content);
    const closed = withinCellLimit(text);
    if (closed !== text) changes.set(part, packContent(new TextEncoder().encode(closed)));
  }
  const data = changes.size === 0 ? bytes : patchZip(bytes, directoryOf(bytes), changes);
  return { forPackage: { data, type: 'array' } };
}

function markup(text: string): Known {
  // Flat OpenDocument files and XML 2003 sheets are markup too.
  return { forPackage: { data: asPage(withinCellLimit(text).trimStart()), type: 'string' } };
}

/** The package knows a page by its first thousand characters, and reads nothing but whole tables. */
function asPage(text: string): string {
  if (/^<tr[\s>]/i.test(text)) return `<table>${text}</table>`;
  return /^<(style|body|div)[\s>]/i.test(text) ? `<html>${text}` : text;
}
