import { UnknownShape } from './unknown-shape.ts';
import { END, nameCode, OPEN, XmlScanner } from './xml-scanner.ts';

/** Inflated parts of a package by `partKey` of their names. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Part names are compared without regard to letter case (ECMA-376 part 2, 9.1.1.3); some writers use backslashes. */
export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

export type Relationship = { readonly id: string; readonly type: string; readonly target: string };

const RELATIONSHIP = nameCode('Relationship');
const ID = nameCode('Id');
const TYPE = nameCode('Type');
const TARGET = nameCode('Target');
const TARGET_MODE = nameCode('TargetMode');

/**
 * What a part points to inside the package; '' asks for the package itself. `type` is the last word of the type's
 * address, which is the same in strict and in transitional workbooks; `target` is a `partKey`.
 */
export function relationshipsOf(parts: Parts, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const content = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (content === undefined) throw new UnknownShape('no relationships');
  const found: Relationship[] = [];
  const scanner = new XmlScanner(content);
  for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
    if (kind !== OPEN || scanner.name !== RELATIONSHIP) continue;
    let [id, type, target, mode] = ['', '', '', ''];
    while (scanner.nextAttribute()) {
      const value = scanner.readValue();
      if (scanner.attribute === ID) id = value;
      else if (scanner.attribute === TYPE) type = value.slice(value.lastIndexOf('/') + 1);
      else if (scanner.attribute === TARGET) target = value;
      else if (scanner.attribute === TARGET_MODE) mode = value;
    }
    if (mode !== 'External') found.push({ id, type, target: resolve(folder, target) });
  }
  return found;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return partKey(steps.join('/'));
}
