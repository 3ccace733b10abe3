import type { FormPackage } from './form-package.ts';
import { namesIn } from './formula-references.ts';
import { attributeOf, childNamed, elementsIn, listedIn, localName, textOf, type XmlElement } from './xml-tree.ts';

/**
 * Sheets whose formulas look at any of the given sheets, by name, through a defined name, or by way of another such
 * sheet: results kept with their formulas may be wrong once those change. The given sheets themselves are left out.
 */
export function dependentSheets(form: FormPackage, sheets: readonly string[]): ReadonlySet<string> {
  const changed = new Set(sheets.map((name) => name.toLowerCase()));
  const users: { readonly name: string; readonly uses: readonly string[]; readonly isSheet: boolean }[] = [
    ...definedNames(form.root(form.workbookKey)).map((one) => ({ ...one, isSheet: false })),
    ...form.sheets.map(({ name, key }) => ({ name, uses: usedBy(form.root(key)), isSheet: true })),
  ];
  const found = new Set<string>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const { name, uses, isSheet } of users) {
      if (changed.has(name.toLowerCase()) || !uses.some((used) => changed.has(used.toLowerCase()))) continue;
      changed.add(name.toLowerCase());
      if (isSheet) found.add(name);
      grew = true;
    }
  }
  return found;
}

const definedNames = (workbook: XmlElement) =>
  listedIn(workbook, 'definedNames', 'definedName').map((name) => ({
    name: attributeOf(name, 'name') ?? '',
    uses: namesIn(textOf(name)),
  }));

function usedBy(sheet: XmlElement): readonly string[] {
  const used = new Set<string>();
  const data = childNamed(sheet, 'sheetData');
  for (const row of data === undefined ? [] : elementsIn(data)) {
    for (const cell of elementsIn(row)) {
      for (const formula of elementsIn(cell)) {
        if (localName(formula) === 'f') for (const name of namesIn(textOf(formula))) used.add(name);
      }
    }
  }
  return [...used];
}
