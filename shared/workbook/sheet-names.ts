/** Excel's limit, in UTF-16 units. */
const LONGEST_NAME = 31;

function clean(name: string, place: number): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what a tab may not show
    .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  // Excel keeps the name History for itself.
  if (plain === '' || plain.toLowerCase() === 'history') return `Sheet${place + 1}`;
  return cut(plain, LONGEST_NAME);
}

function cut(name: string, length: number): string {
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept.trimEnd();
}

/** Names a spreadsheet accepts: 31 characters, none of []:*?/\, no two alike (case does not count). */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name, place) => {
    const plain = clean(name, place);
    let unique = plain;
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) {
      const ending = `(${copy})`;
      unique = cut(plain, LONGEST_NAME - ending.length) + ending;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** A sheet's name inside a formula or defined name. */
export const quotedSheetName = (name: string): string => `'${name.replaceAll("'", "''")}'`;
