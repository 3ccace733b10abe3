import type { FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { foldHeader, type HeaderCell, type HeaderWords, headerWords } from './header-words.ts';
import { likeFields } from './likeness.ts';

/** Whose a column is, as the titles over it say: that of the field itself, of somebody else, or nothing about it. */
export type TitleSays = 'own' | 'nothing' | 'other';

/** Titles over a column, the closest first: 诉求人信息 over 姓名. */
export const titlesOf = ({ text }: HeaderCell): readonly string[] => text.split('/').slice(0, -1).reverse();

/** 诉求人信息 → 诉求人, 纠纷当事人 → 当事人. */
const stemOf = (title: string): string =>
  foldHeader(title)
    .replace(/[([【].*$/, '')
    .replace(/^(纠纷|矛盾|案件|双方|主要)(?=..)/, '')
    .replace(/(基本|信息|情况|资料)+$/, '');

/** The column in one word, said with its closest title: 诉求人信息 over 姓名 is 诉求人姓名. */
export function joinedWords(header: HeaderCell): HeaderWords | undefined {
  const [title] = titlesOf(header);
  return title === undefined ? undefined : headerWords(`${stemOf(title)}${header.text.split('/').at(-1) ?? ''}`);
}

const SOMEBODY = /((?<![个本])人|成员|网格员|调解员|长|方|配偶|家属|亲属|子女|父母|领导|干部)$/;

/** Only what a person is called, and the numbers they are reached and known by, is taken for somebody else's. */
const isPersons = ({ kind, personal }: FieldSpec): boolean => personal === true || kind === 'phone';

/** Tells of any field of a ledger what the titles over a column say of it. */
export function titleReader(ledger: Ledger): (header: HeaderCell, fieldId: string) => TitleSays {
  const like = likeFields(ledger);
  const specs = Object.values(ledger.fields);
  const startsFieldOf = (stem: string, isMeant: (spec: FieldSpec) => boolean): boolean =>
    specs.some((spec) => isMeant(spec) && [spec.label, ...(spec.aliases ?? [])].some((word) => word.startsWith(stem)));
  return (header, fieldId) => {
    const spec = ledger.fields[fieldId];
    const stems = titlesOf(header)
      .map(stemOf)
      .filter((stem) => stem.length > 1);
    if (spec === undefined || stems.length === 0) return 'nothing';
    const isOwn = (stem: string): boolean =>
      (like.get(fieldId)?.own.includes(stem) ?? false) || startsFieldOf(stem, (one) => one.section === spec.section);
    if (stems.some(isOwn)) return 'own';
    const isOther = (stem: string): boolean => SOMEBODY.test(stem) || startsFieldOf(stem, () => true);
    return isPersons(spec) && stems.some(isOther) ? 'other' : 'nothing';
  };
}
