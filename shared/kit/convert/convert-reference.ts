import type { FieldSpec, ReferenceTarget } from '../fields.ts';
import { type Conversion, type ConvertLookup, keep, quote, refuse } from './conversion.ts';
import { comparable, splitWords } from './marks.ts';
import { nearestHint } from './nearest-words.ts';

type Resolve = ConvertLookup['resolve'];

function oneOf(word: string, target: ReferenceTarget, label: string, resolve: Resolve): string | Conversion {
  const found = resolve(target, word);
  if (!('ids' in found)) {
    return refuse(
      'reference/unknown',
      `${quote(word)}不在${label}里${nearestHint(found.nearest)}。请先登记或改用已有名称`,
    );
  }
  const [id, another] = found.ids;
  if (id === undefined) return refuse('reference/unknown', `${quote(word)}不在${label}里，请先登记`);
  if (another !== undefined) return refuse('reference/ambiguous', `${quote(word)}对应不止一个，请写全称`);
  return id;
}

const isAllWord = (raw: string, target: ReferenceTarget): boolean =>
  target.allWords?.some((word) => comparable(word) === comparable(raw)) ?? false;

/** One record, by name, short name or alias. A word that fits two is an error. */
export function referenceFromText(
  raw: string,
  field: FieldSpec,
  target: ReferenceTarget,
  resolve: Resolve,
): Conversion {
  const id = oneOf(raw.trim(), target, field.label, resolve);
  return typeof id === 'string' ? keep(id) : id;
}

/** Several records parted by 、，,;；/; 全部 and its like mean every match, and the sentence says how many. */
export function referencesFromText(
  raw: string,
  field: FieldSpec,
  target: ReferenceTarget,
  resolve: Resolve,
): Conversion {
  if (isAllWord(raw, target)) {
    const all = resolve(target, raw.trim());
    if (!('ids' in all) || all.ids.length === 0) {
      return refuse('reference/none', `${quote(raw)}没有可对应的${field.label}，请先登记`);
    }
    return keep(all.ids, `${quote(raw)}记为全部 ${all.ids.length} 个`);
  }
  // A name may itself hold a separator: the whole is tried first.
  const whole = resolve(target, raw.trim());
  if ('ids' in whole && whole.ids.length === 1) return keep(whole.ids);
  const ids: string[] = [];
  for (const word of splitWords(raw)) {
    const id = oneOf(word, target, field.label, resolve);
    if (typeof id !== 'string') return id;
    if (!ids.includes(id)) ids.push(id);
  }
  return ids.length === 0 ? refuse('reference/unknown', `${quote(raw)}不是${field.label}`) : keep(ids);
}
