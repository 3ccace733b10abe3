import type { Ledger } from '../../../shared/kit/ledger.ts';
import { type ColumnTarget, fieldsOf, isImportable } from '../../../shared/workbook/import/mapping.ts';

export type TargetOption = { readonly value: string; readonly label: string };

const IGNORE = 'ignore';

/** A target as the value of a picker, and back. */
export function targetKey(target: ColumnTarget): string {
  return target.kind === 'ignore' ? IGNORE : `${target.kind}:${fieldsOf(target).join(',')}`;
}

/** The target behind a picker's value; what it does not know is not imported. */
export function targetFrom(key: string): ColumnTarget {
  const [kind, list = ''] = key.split(':');
  const [first = '', second = ''] = list.split(',');
  switch (kind) {
    case 'identity':
      return { kind, field: first };
    case 'period':
      return { kind, from: first, to: second };
    case 'both':
      return { kind, fields: [first, second] };
    case 'byValue':
      return { kind, fields: list.split(',') };
    case 'field':
    case 'note':
      return { kind, field: first };
    default:
      return { kind: 'ignore' };
  }
}

/** What a picker calls a target. */
export function targetLabel(ledger: Ledger, target: ColumnTarget): string {
  const labels = fieldsOf(target).map((field) => ledger.fields[field]?.label ?? field);
  switch (target.kind) {
    case 'ignore':
      return '不导入';
    case 'note':
      return '存入备注（写成“列名：内容”）';
    case 'field':
      return ledger.fields[target.field]?.key ? `${labels.join()} *` : labels.join();
    case 'identity':
      return `${labels.join()}（用来找已有记录）`;
    case 'period':
      return `${labels.join(ledger.fields[target.to]?.notBefore === target.from ? ' 至 ' : '、')}（一格两项）`;
    case 'both':
      return `${labels.join('、')}（一格两项）`;
    case 'byValue':
      return `${labels.join(' 或 ')}（按内容归入）`;
  }
}

/** Everything a column may become: each field, pairs of days for one cell, the own number, or nothing. */
export function targetOptions(ledger: Ledger, current: ColumnTarget): readonly TargetOption[] {
  const importable = Object.entries(ledger.fields).filter(([, spec]) => isImportable(spec));
  const notes = importable.filter(([, spec]) => spec.label === '备注');
  const targets: ColumnTarget[] = [
    { kind: 'ignore' },
    ...notes.map(([field]): ColumnTarget => ({ kind: 'note', field })),
    ...importable.map(([field]): ColumnTarget => ({ kind: 'field', field })),
    ...importable.flatMap(([to, spec]): ColumnTarget[] =>
      spec.kind === 'date' && spec.notBefore !== undefined ? [{ kind: 'period', from: spec.notBefore, to }] : [],
    ),
    ...(ledger.numbering ? [{ kind: 'identity', field: ledger.numbering.field } as const] : []),
  ];
  const isOffered = targets.some((target) => targetKey(target) === targetKey(current));
  return (isOffered ? targets : [...targets, current]).map((target) => ({
    value: targetKey(target),
    label: targetLabel(ledger, target),
  }));
}

/** The first field of a target that a second one may be put beside; undefined where nothing can. */
export function firstFieldOf(target: ColumnTarget): string | undefined {
  const may = target.kind === 'field' || target.kind === 'both' || target.kind === 'period';
  return may ? fieldsOf(target)[0] : undefined;
}

/** The target with a second field that takes something of the same cell; two days part it as a period. '' takes it away. */
export function withSecondField(ledger: Ledger, target: ColumnTarget, second: string): ColumnTarget {
  const first = firstFieldOf(target);
  if (first === undefined) return target;
  if (second === '') return { kind: 'field', field: first };
  const areDays = [first, second].every((field) => ledger.fields[field]?.kind === 'date');
  if (!areDays) return { kind: 'both', fields: [first, second] };
  const [from, to] = ledger.fields[first]?.notBefore === second ? [second, first] : [first, second];
  return { kind: 'period', from, to };
}

/** What a second field may be: every other one, or none. */
export function secondOptions(ledger: Ledger, first: string): readonly TargetOption[] {
  const others = Object.entries(ledger.fields).flatMap(([field, spec]) =>
    field !== first && isImportable(spec) ? [{ value: field, label: spec.label }] : [],
  );
  return [{ value: '', label: '只填一栏' }, ...others];
}
