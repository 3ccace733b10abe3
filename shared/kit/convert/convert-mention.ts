import { warning } from '../complaint.ts';
import type { FieldSpec } from '../fields.ts';
import { type Conversion, type ConvertLookup, keep, quote } from './conversion.ts';
import { comparable } from './marks.ts';

/** Whether a field stands for something a longer text may name: the community in an address. */
export const canBeMentioned = ({ kind }: FieldSpec): boolean => kind === 'reference' || kind === 'choice';

/**
 * What a text that serves another field too says of this one: the record or option it names, by its longest name. Nothing
 * is guessed: where none or several are named the field stays empty and the row says so.
 */
export function mentionedIn(text: string, field: FieldSpec, lookup: ConvertLookup): Conversion {
  const names = field.target ? (lookup.namesOf?.(field.target) ?? []) : optionNames(field, lookup);
  const words = comparable(text);
  const found = names.filter(({ name }) => words.includes(comparable(name)));
  const longest = Math.max(...found.map(({ name }) => comparable(name).length));
  const values = new Set(found.filter(({ name }) => comparable(name).length === longest).map(({ value }) => value));
  const [value] = values;
  if (value === undefined || values.size > 1) {
    const message = `${quote(text)}里没有认出${field.label}，留空`;
    return { complaints: [warning('import/not-mentioned', message)] };
  }
  const name = found.find((one) => one.value === value && comparable(one.name).length === longest)?.name ?? '';
  return keep(value, name === text.trim() ? undefined : `从${quote(text)}里认出“${name}”`);
}

function optionNames(field: FieldSpec, { options }: ConvertLookup): readonly { name: string; value: string }[] {
  return options(field).flatMap(({ value, title, aliases = [] }) =>
    [value, ...(title === undefined ? [] : [title]), ...aliases].map((name) => ({ name, value })),
  );
}
