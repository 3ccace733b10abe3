import { useState } from 'react';
import { type RuleChange, ruleChanges } from '../../../../shared/access/review/profile-rules.ts';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { textIn } from '../../../../shared/kit/field-values.ts';
import { parameter } from '../../../../shared/ledgers/parameter.ts';
import {
  type ParameterSeries,
  parameterChangeComplaints,
  parameterChangeDrafts,
  rowOn,
} from '../../../../shared/rules/dated-parameter.ts';
import { useNotices } from '../../../components/session/notice.tsx';
import { useReferenceBook } from '../../../components/session/reference-book.tsx';
import { refusalOf } from '../../../components/session/refusal-of.ts';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useFormTask } from '../../../components/session/use-task.ts';

export type ParameterForm = { readonly value: string; readonly from: string; readonly basis: string };

export type ParameterChangeState = {
  readonly form: ParameterForm;
  readonly set: (patch: Partial<ParameterForm>) => void;
  readonly said: (field: keyof ParameterForm) => string | undefined;
  /** Rules that follow from the one changed: they change with it. */
  readonly following: readonly RuleChange[];
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly save: () => void;
};

/** The form that changes a parameter from a day on. */
export function useParameterChange(
  all: readonly ParameterSeries[],
  series: ParameterSeries,
  onDone: () => void,
): ParameterChangeState {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { today, lookup } = useReferenceBook();
  const before = rowOn(series, today)?.values ?? {};
  const [form, setForm] = useState<ParameterForm>({ value: textIn(before, 'value'), from: today, basis: '' });
  const [tried, setTried] = useState(false);
  const { busy, problem, setProblem, run } = useFormTask();

  // The day is read by the same rules as everywhere else: 2026.7.1 and 20260701 will do.
  const day = parameter.fields.from && convertText(form.from, parameter.fields.from, lookup).value;
  const change = { ...form, from: typeof day === 'string' ? day : '' };
  const changes = ruleChanges(all, series, change);
  const complaints = changes.flatMap((one) => parameterChangeComplaints(one.series, one.change));

  const write = async () => {
    const drafts = changes.flatMap((one) => parameterChangeDrafts(one.series, one.change));
    const name = textIn(before, 'title') || series.key;
    const value = `${change.value.trim()} ${textIn(before, 'unit')}`.trim();
    const text = `改“${name}”：${change.from} 起为 ${value}`;
    const outcome = await store.write(drafts, { kind: 'edit', text });
    if (!outcome.ok) return setProblem(refusalOf(outcome));
    say({ text: `${text}，已保存。`, batch: outcome.receipt.batch });
    onDone();
  };

  return {
    form,
    set: (patch) => setForm((typed) => ({ ...typed, ...patch })),
    said: (field) => (tried ? complaints.find((complaint) => complaint.field === field)?.message : undefined),
    following: changes.slice(1),
    problem,
    busy,
    save: () => {
      setTried(true);
      setProblem(undefined);
      if (complaints.length === 0) run(write);
    },
  };
}
