import { warning } from '../complaint.ts';
import type { FieldSpec } from '../fields.ts';
import { type Conversion, type ConvertLookup, keep, quote } from './conversion.ts';
import { comparable } from './marks.ts';

/** Whether a field stands for something a longer text may name: the community in an address. */
export const canBeMentioned = ({ kind }: FieldSpec): boolean => kind === 'reference' || kind === 'choice';

/**
 * What a text that serves another field too says of this one: the record or option it names. Nothing is guessed: where
 * none or several are named the field stays empty and the row says so.
 */
export function mentionedIn(text: string, field: FieldSpec, lookup: ConvertLookup): Conversion {
  const [first, ...others] = mentionsIn(text, field, lookup);
  if (first === undefined || others.some(({ value }) => value !== first.value)) {
    const message = `${quote(text)}里没有认出${field.label}，留空`;
    return { complaints: [warning('import/not-mentioned', message)] };
  }
  return keep(first.value, first.name === text.trim() ? undefined : `从${quote(text)}里认出“${first.name}”`);
}

type Mention = { readonly name: string; readonly value: string };

/** What a text names of a field, the longest names first: 东湖 within 东湖湾 is not named, beside it it is. */
export function mentionsIn(
  text: string,
  field: FieldSpec,
  lookup: Pick<ConvertLookup, 'options' | 'namesOf'>,
): readonly Mention[] {
  const names = field.target ? (lookup.namesOf?.(field.target) ?? []) : optionNames(field, lookup);
  const whole = comparable(text);
  const named = names.filter(({ name }) => whole.includes(comparable(name)));
  const words = new Set(named.map(({ name }) => comparable(name)).filter((name) => name !== ''));
  let rest = whole;
  return [...words]
    .toSorted((one, other) => other.length - one.length)
    .flatMap((word) => {
      if (!rest.includes(word)) return [];
      rest = rest.replaceAll(word, ' ');
      return named.filter(({ name }) => comparable(name) === word);
    });
}

function optionNames(field: FieldSpec, { options }: Pick<ConvertLookup, 'options'>): readonly Mention[] {
  return options(field).flatMap(({ value, title, aliases = [] }) =>
    [value, ...(title === undefined ? [] : [title]), ...aliases].map((name) => ({ name, value })),
  );
}
