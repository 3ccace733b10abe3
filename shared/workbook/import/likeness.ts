import type { FieldKind, FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';

/** A field as far as a header that is not quite its word may still mean it. */
export type LikeField = {
  readonly spec: FieldSpec;
  /** What may stand before its words and say no more than whose they are: 诉求人 for those of that section. Longest first. */
  readonly own: readonly string[];
};

const SAME = ['实际', '具体', '本次'];

/** Before a word these make another thing of it: 要求办结日期 is no 办结日期, 非所属社区 no 所属社区; 响应 and 需求 do not. */
const TURNING =
  '非|未|不|无|被|拟|(?<!响)应|须|需(?!求)|原|前|后|上次|下次|要求|承诺|计划|预计|预期|预定|建议|延期|限期|截止|最迟|最晚';
const TURNED = new RegExp(`(${TURNING})的?$`);
const TURNED_AT_ALL = new RegExp(TURNING);

const DAYS: ReadonlySet<FieldKind> = new Set(['date', 'month', 'moment']);

const A_NAME = '名称|姓名|名字|名单|信息';
const A_DAY = '日期|时间|时刻|日';
const A_NUMBER = '号|号码|编号';

/** A noun's last word says what it is: 诉求人电话 is a 电话. What may follow a field's word and leave it of its kind. */
const TAILS: { readonly [kind in FieldKind]?: string } = {
  text: A_NAME,
  longText: '内容|描述|说明|摘要|概述|概况|情况|详情|反馈|结果|原因|理由|意见|措施|过程|明细|[及和与、]',
  choice: '名称|情况|结果|评价|测评',
  choices: '名称|情况|结果',
  yesNo: '情况',
  reference: A_NAME,
  references: A_NAME,
  date: A_DAY,
  moment: A_DAY,
  month: '日期|时间|年月|月份',
  phone: `${A_NUMBER}|电话`,
  residentId: A_NUMBER,
  creditCode: A_NUMBER,
  code: A_NUMBER,
  money: '金额',
  integer: '数|数量',
};

/** Kinds that stay what they are under a closer name; a day, an amount or a number becomes that of something else. */
const FREE: ReadonlySet<FieldKind> = new Set([
  'text',
  'longText',
  'choice',
  'choices',
  'yesNo',
  'reference',
  'references',
]);

/** The fields of a ledger, typed or computed, with what may stand before their words. */
export function likeFields(ledger: Ledger): ReadonlyMap<string, LikeField> {
  const specs = [...Object.entries(ledger.fields), ...Object.entries(ledger.derived?.fields ?? {})];
  const shared = [...SAME, ledger.noun, ...ledger.title.split(/[与、]/)];
  return new Map(
    specs.map(([fieldId, spec]) => {
      const section = specs.map(([, one]) => one).filter((one) => one.section === spec.section);
      const own = [...shared, ...(spec.section ? [spec.section] : []), ...subjectOf(section)];
      return [fieldId, { spec, own: own.toSorted((one, other) => other.length - one.length) }];
    }),
  );
}

/** The person a section is about, in all their words (诉求人, 来电人, 反映人): the section's first field. */
function subjectOf([first]: readonly FieldSpec[]): readonly string[] {
  return first?.kind === 'text' && first.personal ? [first.label, ...(first.aliases ?? [])] : [];
}

/** Whether a header, though not the field's word, may mean the field: never a certainty, the clerk is asked to check. */
export function isLike(header: string, word: string, field: LikeField): boolean {
  return wordingsOf(header, field.own).some((one) => one === word || resembles(one, word, field.spec));
}

function resembles(header: string, word: string, spec: FieldSpec): boolean {
  const [longer, shorter] = header.length > word.length ? [header, word] : [word, header];
  const at = longer.lastIndexOf(shorter);
  if (at < 0 || shorter.length < 3) return false;
  return mayStandBefore(longer.slice(0, at), spec) && mayFollow(longer.slice(at + shorter.length), spec);
}

/** Whether words before a field's own leave it what it is: 村社区 is a 社区, 负责人电话 is not the resident's. */
export function mayStandBefore(before: string, { kind, key, personal }: FieldSpec): boolean {
  if (before === '') return true;
  if ((DAYS.has(kind) ? TURNED_AT_ALL : TURNED).test(before)) return false;
  // A key has to come from somewhere: it is proposed for checking where other fields are left to the clerk.
  return (key ?? false) || (FREE.has(kind) && !personal);
}

function mayFollow(after: string, { kind }: FieldSpec): boolean {
  return after === '' || new RegExp(`^(${TAILS[kind] ?? '$'})+$`).test(after);
}

/** 实际化解日期 says the same as 化解日期, and 日期 under 化解: what its own words may be left out of. */
function wordingsOf(header: string, own: readonly string[]): readonly string[] {
  const word = own.find((one) => header.startsWith(one));
  return word === undefined ? [header] : [header, ...wordingsOf(header.slice(word.length), own)];
}
