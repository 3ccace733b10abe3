import type { UnitLine } from '../../../shared/indicators/unit-holdings.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { Values } from '../../../shared/kit/values.ts';

const BODIES = [
  ['hasPartyCommittee', '委'],
  ['hasResidentsCommittee', '居'],
  ['hasServiceStation', '站'],
  ['hasOffice', '办'],
] as const;

/** 一委一居一站一办 of a community: what it has, and what it lacks. Nothing where nobody has said. */
export function bodiesOf({ level, values }: UnitLine): string {
  if (level !== '社区' || BODIES.every(([field]) => values[field] === undefined)) return '';
  const those = (test: (value: unknown) => boolean) =>
    BODIES.filter(([field]) => test(values[field])).map(([, word]) => word);
  const lacking = those((value) => value === false);
  const untold = those((value) => value === undefined);
  const parts = [
    lacking.length === 0 ? '' : `缺 ${lacking.join('、')}`,
    untold.length === 0 ? '' : `未填 ${untold.join('、')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '齐全' : parts.join('，');
}

/** Day and source of 户数 and 常住人口. */
export const countedBy = ({ values }: UnitLine): string => dayAndSource(values, 'statOn', 'source');

/** Day and source of 流动人口, which the police count on days of their own. */
export const floatingCountedBy = ({ values }: UnitLine): string => dayAndSource(values, 'floatingOn', 'floatingSource');

const dayAndSource = (values: Values, day: string, source: string): string =>
  [textIn(values, day), textIn(values, source)].filter((part) => part !== '').join(' ');

/** What a clerk should know of a unit: that it is withdrawn, that its code came from another, that figures have no date. */
export function notesOf(line: UnitLine, lines: readonly UnitLine[]): readonly string[] {
  const { values, code, id, isWithdrawn } = line;
  const notes: string[] = [];
  if (isWithdrawn) notes.push(textIn(values, 'offFrom') === '' ? '未启用' : `${textIn(values, 'offFrom')} 起停用`);
  const before = code === '' ? undefined : lines.find((other) => other.code === code && other.id !== id);
  if (before && !isWithdrawn) notes.push(`代码曾用于${before.name}`);
  const merged = lines.find((other) => other.id === values.replacedBy);
  if (merged) notes.push(`并入${merged.name}`);
  const counted = ['households', 'residents'].some((field) => values[field] !== undefined);
  if (counted && textIn(values, 'statOn') === '') notes.push('户数人口没有写统计日期');
  if (values.floating !== undefined && textIn(values, 'floatingOn') === '') notes.push('流动人口没有写统计日期');
  return [...notes, ...line.warnings];
}
