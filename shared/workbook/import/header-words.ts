import type { AmountUnit, FieldKind, FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { isLike, likeFields, mayStandBefore } from './likeness.ts';
import { headerUnit, withoutUnit } from './stated-unit.ts';

/** A header cell taken apart: the words that name the column, and the unit it states. */
export type HeaderWords = {
  /** Normalised, brackets kept: 系统(APP). */
  readonly full: string;
  /** Normalised, brackets and a unit at the end dropped: 经费（万元）, 经费/万元 → 经费. */
  readonly bare: string;
  readonly unit?: AmountUnit;
  /** The sheet marks the column as required (＊, 必填). */
  readonly required: boolean;
};

/** A cell of the header; stacked ones are joined as 诉求人信息/姓名, and `words` are those of the lowest. */
export type HeaderCell = { readonly column: number; readonly text: string; readonly words: HeaderWords };

/** A column of row numbers: recognised, never stored. */
const ROW_NUMBER_WORDS: ReadonlySet<string> = new Set(['序号', '编号', '行号', 'no', 'no.']);

/** Folds full-width forms, drops every space, zero-width mark and closing colon: 联 系 电 话： → 联系电话. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/[:,;、。]+$/, '')
    .toLowerCase();
}

/** 诉求人 Name: said once more in English; 楼栋 A and 微信/QQ are not. */
const IN_ENGLISH = /(?<=[\u4E00-\u9FFF）)])[\s/]+[A-Za-z][A-Za-z.'& -]{2,}$/;

/** Takes a header cell apart. */
export function headerWords(said: string): HeaderWords {
  const text = said.trim().replace(IN_ENGLISH, '');
  const required = /^\*|\*$|必填/.test(foldHeader(text));
  const full = withoutMarks(text);
  const bare = withoutMarks(withoutUnit(text)).replace(/[([【][^)\]】]*[)\]】]/g, '');
  const unit = headerUnit(text);
  return { full, bare: bare === '' ? full : bare, required, ...(unit === undefined ? {} : { unit }) };
}

/** Folded, without the marks of a required column. */
const withoutMarks = (text: string): string =>
  foldHeader(text)
    .replace(/^\*+|\*+$/g, '')
    .replace(/[([]?必填项?[)\]]?/g, '');

/** 序号 and its like: a column that only numbers the rows of the sheet. */
export function isRowNumberHeader(words: HeaderWords): boolean {
  return ROW_NUMBER_WORDS.has(words.bare);
}

/** The fields of a ledger that a word of a header may mean. Several where they share an alias: one cell, two fields. */
export type HeaderVocabulary = {
  readonly exact: (words: HeaderWords) => readonly string[];
  /** Fields whose words are like the header: a proposal, never a certainty. */
  readonly near: (words: HeaderWords) => readonly string[];
};

/** What a column is called in any ledger that has one such field and no more. */
const CALLED_BY_KIND: readonly (readonly [FieldKind, readonly string[]])[] = [
  ['phone', ['联系电话', '电话', '电话号码', '手机', '手机号', '手机号码', '联系方式']],
  ['residentId', ['身份证', '身份证号', '身份证号码', '公民身份号码', '居民身份证号码']],
];

/** Label and aliases of every field, typed or computed, so that a column the program fills itself is recognised too. */
export function vocabularyOf(ledger: Ledger): HeaderVocabulary {
  const byWord = new Map<string, string[]>();
  const learn = (word: string, fieldId: string): void => {
    const known = byWord.get(word);
    if (known === undefined) byWord.set(word, [fieldId]);
    else if (!known.includes(fieldId)) known.push(fieldId);
  };
  const all: readonly (readonly [string, FieldSpec])[] = [
    ...Object.entries(ledger.fields),
    ...Object.entries(ledger.derived?.fields ?? {}),
  ];
  for (const [fieldId, spec] of all) {
    for (const word of [spec.label, ...(spec.aliases ?? [])]) {
      const words = headerWords(word);
      learn(words.full, fieldId);
      learn(words.bare, fieldId);
    }
  }
  for (const [kind, words] of CALLED_BY_KIND) {
    const [only, another] = Object.entries(ledger.fields).filter(([, spec]) => spec.kind === kind);
    if (only === undefined || another !== undefined) continue;
    for (const word of words) if (!byWord.has(word)) learn(word, only[0]);
  }
  const fields = likeFields(ledger);
  /** 诉求人/来电人, 小区或社区: words for one and the same. */
  const ofOneSense = ({ full }: HeaderWords): readonly string[] | undefined => {
    const senses = full.split(/[/、或]/).map((word) => byWord.get(word)?.join());
    const [first, ...others] = senses;
    return others.length > 0 && others.every((sense) => sense === first) ? first?.split(',') : undefined;
  };
  const exact = (words: HeaderWords): readonly string[] =>
    byWord.get(words.full) ?? byWord.get(words.bare) ?? ofOneSense(words) ?? [];
  const near = ({ bare, full }: HeaderWords): readonly string[] => {
    // 村（社区）; 负责人（电话） is the telephone of somebody else.
    const inside = byWord.get(/[([【]([^)\]】]+)[)\]】]$/.exec(full)?.[1] ?? '') ?? [];
    const meant = inside.filter((fieldId) => {
      const field = fields.get(fieldId);
      return field !== undefined && mayStandBefore(bare, field.spec);
    });
    if (meant.length > 0) return meant;
    const candidates = [...byWord].flatMap(([word, fieldIds]) => {
      const like = fieldIds.filter((fieldId) => {
        const field = fields.get(fieldId);
        return field !== undefined && isLike(bare, word, field);
      });
      return like.length === 0 ? [] : [{ length: word.length, fieldIds: like }];
    });
    const longest = candidates.reduce((length, one) => Math.max(length, one.length), 0);
    const best = candidates.filter(({ length }) => length === longest);
    return best.length === 1 ? (best[0]?.fieldIds ?? []) : [];
  };
  return { exact, near };
}
