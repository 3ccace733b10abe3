import { LedgerError } from '../../kit/complaint.ts';
import { type Parts, partKey, type Relationship, relationshipsOf } from '../fast/find-parts.ts';
import { readNumberStyles } from '../fast/number-styles.ts';
import { UnknownShape } from '../fast/unknown-shape.ts';
import { XmlScanner } from '../fast/xml-scanner.ts';
import { inflateZip, readZipDirectory, type ZipEntry } from '../package/zip-directory.ts';
import {
  type Deflate,
  type EntryChange,
  type PackedContent,
  packContent,
  packedContent,
  patchZip,
} from '../package/zip-patch.ts';
import { sniff } from '../read/sniff.ts';
import { damagedForm, encryptedForm, oldFormat } from './form-errors.ts';
import {
  attributeOf,
  childNamed,
  elementsIn,
  isSet,
  listedIn,
  localName,
  parseXml,
  withChildren,
  writeXml,
  type XmlDocument,
  type XmlElement,
} from './xml-tree.ts';

export type FormSheetPart = {
  readonly name: string;
  /** `veryHidden` sheets are shown by no menu. */
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly key: string;
};

const CONTENT_TYPES = '[content_types].xml';

/**
 * An .xlsx opened for patching: parts are read as trees when asked for, and only parts that really changed are written.
 * The tree of a part nobody changes is never written, so its bytes stay what they were.
 */
export class FormPackage {
  readonly workbookKey: string;
  readonly sheets: readonly FormSheetPart[];
  readonly #bytes: Uint8Array;
  readonly #entries: readonly ZipEntry[];
  readonly #parts: Parts;
  readonly #read = new Map<string, XmlDocument>();
  readonly #changed = new Map<string, XmlDocument>();
  readonly #removed = new Set<string>();

  /** @throws LedgerError form/not-xlsx, form/encrypted, form/damaged */
  constructor(bytes: Uint8Array) {
    if (formatOf(bytes) !== 'xlsx') throw oldFormat();
    const entries = readZipDirectory(bytes) ?? [];
    const contents = inflateZip(bytes, entries);
    if (contents === undefined) throw damagedForm();
    this.#bytes = bytes;
    this.#entries = entries;
    this.#parts = new Map([...contents].map(([name, content]) => [partKey(name), content]));
    const main = this.related('').find(({ type }) => type === 'officeDocument');
    if (main === undefined) throw damagedForm();
    if (main.target.endsWith('.bin')) throw oldFormat();
    this.workbookKey = main.target;
    this.sheets = this.#listSheets();
  }

  /** What a part points to; nothing where it points to nothing. */
  related(key: string): readonly Relationship[] {
    const folder = key.slice(0, key.lastIndexOf('/') + 1);
    if (!this.#parts.has(`${folder}_rels/${key.slice(folder.length)}.rels`)) return [];
    try {
      return relationshipsOf(this.#parts, key);
    } catch (cause) {
      throw cause instanceof UnknownShape ? damagedForm() : cause;
    }
  }

  /** The key of what a part points to by one type, where it does. */
  relatedKey(key: string, type: string): string | undefined {
    return this.related(key).find((one) => one.type === type && this.#parts.has(one.target))?.target;
  }

  get keys(): readonly string[] {
    return [...this.#parts.keys()];
  }

  /** The root of a part as it stands now. */
  root(key: string): XmlElement {
    return this.#open(key).root;
  }

  /** Puts another root in the place of a part's own; the same root leaves the part alone. */
  setRoot(key: string, root: XmlElement): void {
    const tree = this.#open(key);
    if (root !== tree.root) this.#changed.set(key, { ...tree, root });
  }

  /** A part's text changed as text, for what is no clean XML. */
  text(key: string): string {
    const part = this.#parts.get(key);
    if (part === undefined) throw damagedForm();
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part);
    } catch {
      throw damagedForm();
    }
  }

  readonly #texts = new Map<string, string>();

  setText(key: string, text: string): void {
    if (text !== this.text(key)) this.#texts.set(key, text);
  }

  /** Takes a part out of the package, with what points to it from `from` and the line that declares its type. */
  remove(key: string, from: string): void {
    this.#removed.add(key);
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const relations = `${folder}_rels/${from.slice(folder.length)}.rels`;
    const ids = this.related(from).flatMap(({ id, target }) => (target === key ? [id] : []));
    const keep = (root: XmlElement, test: (child: XmlElement) => boolean) =>
      withChildren(
        root,
        (root.children ?? []).filter((child) => typeof child === 'string' || test(child)),
      );
    const relationRoot = this.root(relations);
    this.setRoot(
      relations,
      keep(relationRoot, (one) => !ids.includes(attributeOf(one, 'Id') ?? '')),
    );
    const types = this.root(CONTENT_TYPES);
    this.setRoot(
      CONTENT_TYPES,
      keep(types, (one) => partKey(attributeOf(one, 'PartName') ?? '') !== key),
    );
  }

  /** Whether the number format of a cell style shows dates. */
  dateStyles(): (style: number) => boolean {
    const key = this.relatedKey(this.workbookKey, 'styles');
    const part = key === undefined ? undefined : this.#parts.get(key);
    if (part === undefined) return () => false;
    try {
      const styles = readNumberStyles(new XmlScanner(part));
      return (style) => styles[style] === 'date';
    } catch (cause) {
      if (cause instanceof UnknownShape) return () => false;
      throw cause;
    }
  }

  get date1904(): boolean {
    const properties = childNamed(this.root(this.workbookKey), 'workbookPr');
    return properties !== undefined && isSet(properties, 'date1904');
  }

  /** The shared strings' `<si>` by index. */
  sharedStrings(): (index: number) => XmlElement | undefined {
    const key = this.relatedKey(this.workbookKey, 'sharedStrings');
    const strings = key === undefined ? [] : elementsIn(this.root(key)).filter((child) => localName(child) === 'si');
    return (index) => strings[index];
  }

  /** The file as it is to be saved. */
  bytes(): Uint8Array<ArrayBuffer> {
    const packed = this.#newContents().map(([name, content]) => [name, packContent(content)] as const);
    return this.#patched(packed);
  }

  /** The same, compressed by a deflater passed in. */
  async bytesWith(deflate: Deflate): Promise<Uint8Array<ArrayBuffer>> {
    const packed = this.#newContents().map(
      async ([name, content]) => [name, packedContent(content, await deflate(content))] as const,
    );
    return this.#patched(await Promise.all(packed));
  }

  #newContents(): readonly (readonly [name: string, content: Uint8Array<ArrayBuffer>])[] {
    const encoder = new TextEncoder();
    return this.#entries.flatMap(({ name }) => {
      const tree = this.#changed.get(partKey(name));
      const text = tree === undefined ? this.#texts.get(partKey(name)) : writeXml(tree);
      return text === undefined || this.#removed.has(partKey(name)) ? [] : [[name, encoder.encode(text)] as const];
    });
  }

  #patched(packed: readonly (readonly [name: string, content: PackedContent])[]): Uint8Array<ArrayBuffer> {
    const removed = this.#entries.filter(({ name }) => this.#removed.has(partKey(name)));
    const changes = new Map<string, EntryChange>([...packed, ...removed.map(({ name }) => [name, 'removed'] as const)]);
    return patchZip(this.#bytes, this.#entries, changes);
  }

  #open(key: string): XmlDocument {
    const known = this.#changed.get(key) ?? this.#read.get(key);
    if (known !== undefined) return known;
    const tree = parseXml(this.text(key));
    this.#read.set(key, tree);
    return tree;
  }

  #listSheets(): readonly FormSheetPart[] {
    const related = this.related(this.workbookKey);
    return listedIn(this.root(this.workbookKey), 'sheets', 'sheet').flatMap((sheet): FormSheetPart[] => {
      const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(sheet.attributes)?.[1];
      const relation = related.find((one) => one.id === id);
      if (relation?.type !== 'worksheet') return [];
      const state = attributeOf(sheet, 'state');
      return [
        {
          name: attributeOf(sheet, 'name') ?? '',
          state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          key: relation.target,
        },
      ];
    });
  }
}

function formatOf(bytes: Uint8Array) {
  try {
    return sniff(bytes);
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    if (cause.code === 'import/encrypted') throw encryptedForm();
    if (cause.code === 'import/damaged') throw damagedForm();
    throw oldFormat();
  }
}
