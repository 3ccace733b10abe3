import { escapeXml } from '../package/xml-text.ts';
import { damagedForm } from './form-errors.ts';

/**
 * An element with its attributes as they were written, so that what nobody changes is written back letter by letter.
 * `children` is absent where the element was written as `<a/>`.
 */
export type XmlElement = {
  readonly tag: string;
  readonly attributes: string;
  readonly children?: readonly XmlNode[];
};

/** An element, or text, comment and instruction as they were written, entities and all. */
export type XmlNode = XmlElement | string;

/** A whole part: what stands before its root element, the root, and what stands behind. */
export type XmlDocument = { readonly before: string; readonly root: XmlElement; readonly after: string };

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([^\s/<>"'!?]+)((?:[^"'<>]|"[^"<]*"|'[^'<]*')*)>|[^<]+/y;

/**
 * Reads a part into a tree that `writeXml` turns back into the same text.
 * @throws LedgerError form/damaged where the part is no well-formed XML, or carries a DTD (which no office suite writes)
 */
export function parseXml(text: string): XmlDocument {
  const open: { readonly tag: string; readonly attributes: string; readonly children: XmlNode[] }[] = [];
  const top: XmlNode[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text);
    if (token === null) throw damagedForm();
    const [written, slash, tag, attributes = ''] = token;
    const siblings = open.at(-1)?.children ?? top;
    if (tag === undefined) siblings.push(written);
    else if (slash === '/') {
      const closed = open.pop();
      if (closed?.tag !== tag) throw damagedForm();
      (open.at(-1)?.children ?? top).push(closed);
    } else if (attributes.endsWith('/')) siblings.push({ tag, attributes: attributes.slice(0, -1) });
    else open.push({ tag, attributes, children: [] });
  }
  const at = top.findIndex((node) => typeof node !== 'string');
  const root = top[at];
  if (open.length > 0 || root === undefined || typeof root === 'string') throw damagedForm();
  const around = (nodes: readonly XmlNode[]) => nodes.map((node) => (typeof node === 'string' ? node : '')).join('');
  return { before: around(top.slice(0, at)), root, after: around(top.slice(at + 1)) };
}

export const writeXml = ({ before, root, after }: XmlDocument): string => before + written(root) + after;

/** Nodes one after the other, as text. */
export function writeNodes(nodes: readonly XmlNode[]): string {
  let text = '';
  for (const node of nodes) text += written(node);
  return text;
}

function written(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  if (children === undefined) return `<${tag}${attributes}/>`;
  return `<${tag}${attributes}>${writeNodes(children)}</${tag}>`;
}

/** The name without its prefix: x:row is a row. */
export const localName = ({ tag }: XmlElement): string => tag.slice(tag.indexOf(':') + 1);

/** The prefix with its colon, for elements to be put beside this one. */
export const prefixOf = ({ tag }: XmlElement): string => tag.slice(0, tag.indexOf(':') + 1);

export const elementsIn = ({ children }: XmlElement): readonly XmlElement[] =>
  (children ?? []).filter((node) => typeof node !== 'string');

export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(element).filter((child) => localName(child) === name);

export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  elementsIn(element).find((child) => localName(child) === name);

/** The elements of a list part: `<col>` in `<cols>`; none where there is no such list. */
export function listedIn(element: XmlElement, list: string, name: string): readonly XmlElement[] {
  const found = childNamed(element, list);
  return found === undefined ? [] : childrenNamed(found, name);
}

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as XML writes it, read: entities and numbered characters. */
export const decodeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** All text inside an element, read. */
export function textOf({ children = [] }: XmlElement): string {
  return children
    .map((node) => {
      if (typeof node !== 'string') return textOf(node);
      if (node.startsWith('<![CDATA[')) return node.slice(9, -3);
      return node.startsWith('<') ? '' : decodeXml(node);
    })
    .join('');
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`);
  patterns.set(name, pattern);
  return pattern;
}

/** Value of an attribute, read; the name as written, prefix and all. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  const found = patternOf(name).exec(attributes)?.[2];
  if (found === undefined) return undefined;
  const value = found.slice(1, -1);
  return value.includes('&') ? decodeXml(value) : value;
}

/** Value of an attribute of a boolean type: 1 and true are set. */
export const isSet = (element: XmlElement, name: string): boolean =>
  ['1', 'true'].includes(attributeOf(element, name) ?? '');

/** The element with an attribute set, in its old place where it had one, or without it. */
export function withAttribute(element: XmlElement, name: string, value: string | undefined): XmlElement {
  const { attributes } = element;
  const found = patternOf(name).exec(attributes);
  const written = value === undefined ? '' : `"${escapeXml(value)}"`;
  if (found === null) {
    return value === undefined ? element : { ...element, attributes: `${attributes.trimEnd()} ${name}=${written}` };
  }
  const [whole, before = ''] = found;
  const rest = attributes.slice(found.index + whole.length);
  const kept = value === undefined ? '' : before + written;
  return { ...element, attributes: attributes.slice(0, found.index) + kept + rest };
}

export const withChildren = (element: XmlElement, children: readonly XmlNode[]): XmlElement => ({
  ...element,
  children,
});

/** The element holding nothing but this text. Quotes need no escape there, and formulas are full of them. */
export const withText = (element: XmlElement, text: string): XmlElement =>
  withChildren(element, [escapeXml(text).replaceAll('&quot;', '"')]);

/** Elements changed one by one, texts left as they are; an element that is its own answer is left too. */
export function mapElements(element: XmlElement, change: (child: XmlElement) => XmlElement): XmlElement {
  const { children } = element;
  if (children === undefined) return element;
  let changed = false;
  const next = children.map((node) => {
    if (typeof node === 'string') return node;
    const other = change(node);
    changed ||= other !== node;
    return other;
  });
  return changed ? withChildren(element, next) : element;
}
