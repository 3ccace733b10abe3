import { sum } from '../../kit/numbers.ts';
import { absoluteRange } from '../cell-address.ts';
import {
  commentsPath,
  drawingPath,
  type ListedSheet,
  packageParts,
  sheetPath,
  sheetRelationsPath,
} from '../package/package-parts.ts';
import { ZipWriter } from '../package/zip-writer.ts';
import type { SheetModel, WorkbookModel } from '../sheet-model.ts';
import { quotedSheetName, sheetNames } from '../sheet-names.ts';
import { commentRelations, commentsOf, commentsXml, drawingXml } from './comments-part.ts';
import { SharedStrings } from './shared-strings-part.ts';
import { type ListSource, printNames, sheetXml } from './sheet-part.ts';
import { StyleTable } from './styles-part.ts';

/** How many pieces (rows, texts) are written of how many rows there are to write. */
export type WriteProgress = { readonly done: number; readonly of: number };

/** Pieces between two chances to pause: some milliseconds of work. */
const SLICE = 250;
/** Longest list Excel takes inside a validation itself, in characters. */
const LONGEST_QUOTED_LIST = 255;
const OPTIONS_SHEET = '选项';

/**
 * The .xlsx file of a model. Same model, same bytes.
 * @throws Error where the model contradicts itself (overlapping merges, a number that is none).
 */
export function writeWorkbook(model: WorkbookModel): Uint8Array<ArrayBuffer> {
  const writing = writeWorkbookInSlices(model);
  let step = writing.next();
  while (step.done !== true) step = writing.next();
  return step.value;
}

/** The same in slices: pauses after some rows and says how far it got, so that a worker can answer in between. */
export function* writeWorkbookInSlices(model: WorkbookModel): Generator<WriteProgress, Uint8Array<ArrayBuffer>> {
  const names = sheetNames([...model.sheets.map((sheet) => sheet.name), OPTIONS_SHEET]);
  const options = new OptionsSheet(names.at(-1) ?? OPTIONS_SHEET);
  const of = sum(model.sheets.map(({ rows, more }) => rows.length + (more?.count ?? 0)));
  const zip = new ZipWriter();
  const tables = { styles: new StyleTable(), strings: new SharedStrings(), listSource: options.source };
  let pieces = 0;
  function* paced(work: Iterable<undefined>): Generator<WriteProgress> {
    for (const _ of work) {
      pieces += 1;
      if (pieces % SLICE === 0) yield { done: Math.min(pieces, of), of };
    }
  }

  const listed: ListedSheet[] = [];
  for (const [place, sheet] of model.sheets.entries()) {
    const comments = commentsOf(sheet);
    const commented = comments.length > 0;
    yield* paced(zip.entry(sheetPath(place), sheetXml(sheet, commented ? { ...tables, drawing: 'rId1' } : tables)));
    if (commented) {
      yield* paced(zip.entry(sheetRelationsPath(place), [commentRelations(place)]));
      yield* paced(zip.entry(commentsPath(place), commentsXml(comments, model.author ?? '')));
      yield* paced(zip.entry(drawingPath(place), drawingXml(comments)));
    }
    listed.push({
      name: names[place] ?? sheet.name,
      hidden: sheet.hidden === true,
      commented,
      names: printNames(sheet),
    });
  }
  const optionsSheet = options.sheet();
  if (optionsSheet) {
    yield* paced(zip.entry(sheetPath(listed.length), sheetXml(optionsSheet, tables)));
    listed.push({ name: optionsSheet.name, hidden: true, commented: false, names: [] });
  }
  yield* paced(zip.entry('xl/sharedStrings.xml', tables.strings.toXml()));
  yield* paced(zip.entry('xl/styles.xml', [tables.styles.toXml()]));
  for (const [path, xml] of packageParts(listed, model)) yield* paced(zip.entry(path, [xml]));
  return zip.finish();
}

/** Lists too long for a validation stand in the columns of a hidden sheet, each list once. */
class OptionsSheet {
  readonly #columns = new Map<string, readonly string[]>();

  constructor(readonly name: string) {}

  readonly source: ListSource = (options) => {
    const quoted = options.join(',');
    const quotable = quoted.length <= LONGEST_QUOTED_LIST && options.every((option) => !/[,"]/.test(option));
    if (quotable) return `"${quoted}"`;
    const key = options.join('\n');
    if (!this.#columns.has(key)) this.#columns.set(key, options);
    const column = [...this.#columns.keys()].indexOf(key);
    const range = absoluteRange({ top: 0, left: column, bottom: options.length - 1, right: column });
    return `${quotedSheetName(this.name)}!${range}`;
  };

  sheet(): SheetModel | undefined {
    const columns = [...this.#columns.values()];
    if (columns.length === 0) return undefined;
    const longest = Math.max(...columns.map((options) => options.length));
    const style = { font: { name: '宋体', size: 11 }, format: '@' };
    return {
      name: this.name,
      widths: columns.map(() => 20),
      rows: Array.from({ length: longest }, (_, row) => ({
        cells: columns.map((options) => (options[row] === undefined ? undefined : { value: options[row], style })),
      })),
      merges: [],
      page: { landscape: false, fitToWidth: false },
    };
  }
}
