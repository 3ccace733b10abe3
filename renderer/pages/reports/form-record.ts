import { type FormBinding, readBinding } from '../../../shared/forms/form-binding.ts';
import { layoutChanges, layoutMark, layoutOfOneTable, readLayout } from '../../../shared/forms/form-layout.ts';
import type { FormSheet } from '../../../shared/forms/form-look.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { PERIOD_KINDS, type PeriodKind } from '../../../shared/kit/period.ts';
import type { Attachment, LedgerRecord, Rev } from '../../../shared/kit/values.ts';

/** A registered form as its pages need it. */
export type FormRecord = {
  readonly id: string;
  readonly rev: Rev;
  readonly title: string;
  /** Who it is handed to, '' where nobody said. */
  readonly sentTo: string;
  readonly usual: PeriodKind;
  readonly file?: Attachment;
  readonly binding?: FormBinding;
};

const isAttachment = (value: unknown): value is Attachment =>
  typeof value === 'object' && value !== null && 'hash' in value;

/** The word of the ledger for a period: 月, 季度, 半年, 年. */
export const rhythmOf = (kind: PeriodKind): string => PERIOD_KINDS.find((one) => one.kind === kind)?.title ?? '月';

/** @throws LedgerError form/binding-unreadable */
export function formRecord({ id, rev, values }: LedgerRecord): FormRecord {
  const file = Array.isArray(values.file) ? values.file.find(isAttachment) : undefined;
  const binding = textIn(values, 'binding');
  return {
    id,
    rev,
    title: textIn(values, 'title'),
    sentTo: textIn(values, 'sentTo'),
    usual: PERIOD_KINDS.find(({ title }) => title === textIn(values, 'rhythm'))?.kind ?? 'month',
    ...(file === undefined ? {} : { file }),
    ...(binding === '' ? {} : { binding: readBinding(binding) }),
  };
}

/** What is different in the sheets of a form from those a binding was made for; nothing where it can be filled. */
export function bindingChanges(binding: FormBinding, sheets: readonly FormSheet[]): readonly string[] {
  const names = sheets.map(({ name }) => `“${name}”`).join('、');
  const isOne = binding.sheets.length === 1;
  return binding.sheets.flatMap(({ sheet, mark, markedBy }): readonly string[] => {
    const now = sheets.find(({ name }) => name === sheet);
    if (now === undefined) return [`没有工作表“${sheet}”了（现有 ${names}）`];
    const layout = markedBy === 'oneTable' ? layoutOfOneTable(now) : readLayout(now);
    return layoutChanges(mark, layoutMark(layout)).map((change) => (isOne ? change : `“${sheet}”${change}`));
  });
}
