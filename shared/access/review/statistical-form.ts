import { textIn } from '../../kit/field-values.ts';
import type { Day, Values } from '../../kit/values.ts';

/** Words that ask a community to fill in tables, whatever kind of task the department calls it. */
const TABLE_WORDS = /统计调查|统计表|报表|填表|填报|台账/;

const MARKS: readonly (readonly [fieldId: string, label: string])[] = [
  ['statFormNo', '表号'],
  ['statOrg', '制定机关'],
  ['statApproval', '批准（备案）文号'],
  ['statExpiry', '有效期限'],
];

/** Whether the application itself says that communities are to fill in forms. */
export const declaresForm = (values: Values): boolean =>
  ['统计调查', '台账'].includes(textIn(values, 'admitType')) || values.needReport === true;

/** The words of the task that ask for forms, undefined where there are none. */
export const wordsOfForm = (values: Values): string | undefined =>
  TABLE_WORDS.exec(`${textIn(values, 'itemName')}\n${textIn(values, 'dutyComm')}`)?.[0];

/** Marks a statistical form must bear and does not (统计法(2024) 第十七条). */
export const missingMarks = (values: Values): readonly { readonly field: string; readonly label: string }[] =>
  MARKS.filter(([field]) => textIn(values, field) === '').map(([field, label]) => ({ field, label }));

/** Whether the form asked for may be refused on a day: a mark is missing, or its validity is over. */
export function mayRefuseForm(values: Values, on: Day): boolean {
  if (!declaresForm(values) && wordsOfForm(values) === undefined) return false;
  const expiry = textIn(values, 'statExpiry');
  return missingMarks(values).length > 0 || expiry < on;
}
