import { LedgerError } from '../../kit/complaint.ts';
import { UnknownShape } from './unknown-shape.ts';
import { decodeXmlText } from './xml-escapes.ts';

export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const UNDERSCORE = 0x5f;
const SMALL_X = 0x78;

/** A name as one number, so that millions of tags are told apart without making a string of any. */
export function nameCode(name: string): number {
  let code = 0;
  for (let at = 0; at < name.length; at += 1) code = (Math.imul(code, 31) + name.charCodeAt(at)) | 0;
  return code;
}

/** Names that, under a second prefix, mean that the workbook mixes prefixes: leaving them out would lose cells. */
const NEVER_FOREIGN = new Set(['sheetData', 'c', 'si', 'is', 'mergeCell'].map(nameCode));

/**
 * Walks over the bytes of one XML part, tag by tag. Only elements with the root's own prefix are shown, by the code of
 * their local name; foreign ones (extensions, alternate content) are stepped over with all they hold. Comments and
 * processing instructions are stepped over too.
 * Throws LedgerError import/unsafe-content on a document type (where entity bombs live), UnknownShape on anything that
 * is not plain UTF-8 XML.
 */
export class XmlScanner {
  /** Of the tag just reached. */
  name = 0;
  /** Of the attribute just reached: its local name, whether it has a prefix, and where its value stands. */
  attribute = 0;
  prefixed = false;
  /** Of the value or text just read. */
  start = 0;
  end = 0;
  /** Set where a text has to be decoded (entities, escapes, line ends, CDATA); otherwise its bytes are the text. */
  escaped = false;

  readonly bytes: Uint8Array;
  #at = 0;
  #inTag = false;
  #selfClosing = false;
  #foreign = false;
  /** Length of the root's prefix with its colon; -1 before the root is met. */
  #prefixLength = -1;
  #prefix = 0;
  #pieces: string | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    refuseOtherEncodings(bytes);
  }

  /** Goes to the next tag. A self-closing element is an OPEN without a CLOSE: ask `isEmpty`. */
  next(): number {
    for (;;) {
      if (this.#inTag) this.skipAttributes();
      const kind = this.#step();
      if (kind === OPEN && this.#foreign) this.skipElement();
      else if (kind !== CLOSE || !this.#foreign) return kind;
    }
  }

  /** Goes to the next attribute of the tag just opened; false, and past the tag, where there is none left. */
  nextAttribute(): boolean {
    const bytes = this.bytes;
    let at = this.#at;
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] === GREATER || (bytes[at] === SLASH && bytes[at + 1] === GREATER)) {
      this.#selfClosing = bytes[at] === SLASH;
      this.#inTag = false;
      this.#at = at + (this.#selfClosing ? 2 : 1);
      return false;
    }
    let code = 0;
    this.prefixed = false;
    let byte = bytes[at];
    while (byte !== EQUALS && !isSpace(byte)) {
      if (byte === undefined || byte === GREATER || byte === LESS) throw new UnknownShape('attribute without value');
      if (byte === COLON) {
        code = 0;
        this.prefixed = true;
      } else code = (Math.imul(code, 31) + byte) | 0;
      at += 1;
      byte = bytes[at];
    }
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] !== EQUALS) throw new UnknownShape('attribute without value');
    at += 1;
    while (isSpace(bytes[at])) at += 1;
    const quote = bytes[at];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw new UnknownShape('attribute without quotes');
    at += 1;
    this.attribute = code;
    this.start = at;
    while (at < bytes.length && bytes[at] !== quote) at += 1;
    if (at >= bytes.length) throw new UnknownShape('attribute without end');
    this.end = at;
    this.#at = at + 1;
    return true;
  }

  skipAttributes(): void {
    while (this.nextAttribute());
  }

  /** Do the part's elements have a prefix? */
  get hasPrefix(): boolean {
    return this.#prefixLength > 0;
  }

  /** Behind what was just read: for whoever knows what stands there, and says with `resume` how far it has read. */
  get position(): number {
    return this.#at;
  }

  /** Goes on outside any tag, at `position`. */
  resume(position: number): void {
    this.#at = position;
    this.#inTag = false;
  }

  /** After its attributes: has the element just opened no content? */
  get isEmpty(): boolean {
    if (this.#inTag) this.skipAttributes();
    return this.#selfClosing;
  }

  /** Steps over the element just opened with all it holds. */
  skipElement(): void {
    if (this.isEmpty) return;
    for (let depth = 1; depth > 0; ) {
      const kind = this.#step();
      if (kind === END) throw new UnknownShape('element without end');
      if (kind === CLOSE) depth -= 1;
      else if (!this.isEmpty) depth += 1;
    }
  }

  /** Reads the text of the element just opened, and its closing tag: `start`, `end` and `escaped`, or `readText()`. */
  readLeaf(): void {
    this.#pieces = undefined;
    this.escaped = false;
    if (this.isEmpty) {
      this.start = this.#at;
      this.end = this.#at;
      return;
    }
    const bytes = this.bytes;
    const start = this.#at;
    this.#toNextTag();
    const end = this.#at;
    if (bytes[end + 1] !== SLASH) {
      this.#readPieces(start, end);
      return;
    }
    this.#step();
    this.start = start;
    this.end = end;
  }

  /** The value of the attribute just reached, decoded. */
  readValue(): string {
    return decodeXmlText(this.bytes, this.start, this.end);
  }

  /** The text just read, decoded. */
  readText(): string {
    return this.#pieces ?? decodeXmlText(this.bytes, this.start, this.end);
  }

  /** Moves to the next `<`, noticing what keeps a text from being its own bytes. */
  #toNextTag(): void {
    const bytes = this.bytes;
    let at = this.#at;
    let byte = bytes[at];
    while (byte !== LESS) {
      // Chinese text is bytes above all marks: one comparison for most of them.
      if (byte === undefined) throw new UnknownShape('text without end');
      if (byte <= UNDERSCORE) {
        if (byte === AMPERSAND || byte === RETURN) this.escaped = true;
        else if (byte === UNDERSCORE && bytes[at + 1] === SMALL_X) this.escaped = true;
      }
      at += 1;
      byte = bytes[at];
    }
    this.#at = at;
  }

  /** A text broken by CDATA or comments. A child element is no text. */
  #readPieces(start: number, firstEnd: number): void {
    const bytes = this.bytes;
    let text = decodeXmlText(bytes, start, firstEnd);
    while (bytes[this.#at + 1] !== SLASH) {
      const at = this.#at;
      if (this.#startsAt('<![CDATA[', at)) {
        const end = this.#find(']]>', at + 9);
        text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at + 9, end));
        this.#at = end + 3;
      } else if (bytes[at + 1] === EXCLAMATION || bytes[at + 1] === QUESTION) this.#skipDeclaration(at);
      else throw new UnknownShape('element inside a text');
      const from = this.#at;
      this.#toNextTag();
      text += decodeXmlText(bytes, from, this.#at);
    }
    this.#step();
    this.#pieces = text;
    this.escaped = true;
  }

  /** One tag further, own or foreign. */
  #step(): number {
    const bytes = this.bytes;
    for (;;) {
      let at = this.#at;
      while (at < bytes.length && bytes[at] !== LESS) at += 1;
      if (at >= bytes.length) return END;
      const mark = bytes[at + 1];
      if (mark === EXCLAMATION || mark === QUESTION) {
        this.#skipDeclaration(at);
        continue;
      }
      const closes = mark === SLASH;
      this.#readName(at + (closes ? 2 : 1));
      if (!closes) {
        this.#inTag = true;
        return OPEN;
      }
      at = this.#at;
      while (at < bytes.length && bytes[at] !== GREATER) at += 1;
      this.#at = at + 1;
      return CLOSE;
    }
  }

  #readName(start: number): void {
    const bytes = this.bytes;
    let at = start;
    let code = 0;
    let prefix = 0;
    let prefixLength = 0;
    let byte = bytes[at];
    while (byte !== undefined && byte > SPACE && byte !== GREATER && byte !== SLASH) {
      if (byte === COLON) {
        prefix = code;
        prefixLength = at - start + 1;
        code = 0;
      } else code = (Math.imul(code, 31) + byte) | 0;
      at += 1;
      byte = bytes[at];
    }
    if (this.#prefixLength < 0) {
      this.#prefixLength = prefixLength;
      this.#prefix = prefix;
    }
    this.#foreign = prefixLength !== this.#prefixLength || prefix !== this.#prefix;
    if (this.#foreign && NEVER_FOREIGN.has(code)) throw new UnknownShape('two prefixes for cells');
    this.name = code;
    this.#at = at;
  }

  #skipDeclaration(at: number): void {
    if (this.bytes[at + 1] === QUESTION) this.#at = this.#find('?>', at + 2) + 2;
    else if (this.#startsAt('<!--', at)) this.#at = this.#find('-->', at + 4) + 3;
    else if (this.#startsAt('<![CDATA[', at)) this.#at = this.#find(']]>', at + 9) + 3;
    else if (this.#startsAt('<!DOCTYPE', at)) throw unsafeContent();
    else throw new UnknownShape('declaration');
  }

  #startsAt(mark: string, at: number): boolean {
    for (let index = 0; index < mark.length; index += 1) {
      if (this.bytes[at + index] !== mark.charCodeAt(index)) return false;
    }
    return true;
  }

  #find(mark: string, from: number): number {
    const first = mark.charCodeAt(0);
    for (let at = this.bytes.indexOf(first, from); at >= 0; at = this.bytes.indexOf(first, at + 1)) {
      if (this.#startsAt(mark, at)) return at;
    }
    throw new UnknownShape('declaration without end');
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB;
}

/** A byte order mark of UTF-16, or a declared encoding other than UTF-8. */
function refuseOtherEncodings(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(head)?.[1] ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/i.test(declared) || head.includes('\0') || /^(\xff\xfe|\xfe\xff)/.test(head)) {
    throw new UnknownShape('encoding');
  }
}

/** No office suite writes a document type into a workbook; whoever did wanted entities expanded or files fetched. */
function unsafeContent(): LedgerError {
  return new LedgerError(
    'import/unsafe-content',
    '文件里有正常表格不会有的内容（DTD 声明），为安全起见不予打开。没有存入任何数据。请在 WPS 中打开，把需要的内容复制到新表另存为 .xlsx 后再导入。',
  );
}
