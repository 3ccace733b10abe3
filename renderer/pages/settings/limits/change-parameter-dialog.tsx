import { Select, Text, TextInput } from '@mantine/core';
import { PROFILE_KEY, REVIEW_PROFILES } from '../../../../shared/access/review/profile.ts';
import { COUNTING_GROUP } from '../../../../shared/kit/counting-rules.ts';
import { textIn } from '../../../../shared/kit/field-values.ts';
import { RULES_GROUP } from '../../../../shared/kit/rules-group.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { SECURITY_GROUP } from '../../../../shared/operators/security-rules.ts';
import { type ParameterSeries, rowOn } from '../../../../shared/rules/dated-parameter.ts';
import { FormDialog } from '../../../components/basics/form-dialog.tsx';
import words from '../../../components/basics/words.module.css';
import { useReferenceBook } from '../../../components/session/reference-book.tsx';
import { type ParameterChangeState, useParameterChange } from './use-parameter-change.ts';
import { valueWords } from './value-words.ts';

type Props = {
  /** Every parameter of the group: a profile brings its rules along. */
  readonly all: readonly ParameterSeries[];
  readonly series: ParameterSeries;
  readonly onClose: () => void;
};

const YES_NO = ['是', '否'];

/** Groups whose values are chosen: typed by hand, a word nobody knows would count as 否. */
const CHOSEN: readonly string[] = [RULES_GROUP, COUNTING_GROUP, SECURITY_GROUP];

/** What a value may be; undefined where it is typed freely. */
function choicesOf(series: ParameterSeries, value: string): readonly string[] | undefined {
  if (!CHOSEN.includes(series.group)) return undefined;
  if (series.key === PROFILE_KEY) return REVIEW_PROFILES.map(({ name }) => name);
  return YES_NO.includes(value) ? YES_NO : undefined;
}

/** Asks for the new value, from which day and on which basis, and says what stays as it was. */
export function ChangeParameterDialog({ all, series, onClose }: Props) {
  const { today } = useReferenceBook();
  const state = useParameterChange(all, series, onClose);
  const before = rowOn(series, today)?.values ?? {};
  const title = textIn(before, 'title') || series.key;
  return (
    <FormDialog
      title={`修改“${title}”`}
      size="md"
      problems={state.problem === undefined ? [] : [state.problem]}
      act="保存改动"
      busy={state.busy}
      onSubmit={state.save}
      onClose={onClose}
    >
      <ValueField state={state} series={series} before={before} />
      <TextInput
        label="生效日期"
        description="从这天起收件的申请按新的值办；此前收件的不变。"
        value={state.form.from}
        error={state.said('from')}
        onChange={(event) => state.set({ from: event.currentTarget.value })}
      />
      <TextInput
        label="依据"
        placeholder="文件名称、文号"
        value={state.form.basis}
        error={state.said('basis')}
        onChange={(event) => state.set({ basis: event.currentTarget.value })}
      />
      {state.following.length > 0 && (
        <Text className={words.quiet}>
          一并改：{state.following.map(({ series: { key }, change }) => `${key}改为“${change.value}”`).join('，')}。
        </Text>
      )}
    </FormDialog>
  );
}

type ValueProps = {
  readonly state: ParameterChangeState;
  readonly series: ParameterSeries;
  readonly before: Values;
};

function ValueField({ state, series, before }: ValueProps) {
  const { value } = state.form;
  const unit = textIn(before, 'unit');
  const choices = choicesOf(series, textIn(before, 'value'));
  if (choices) {
    const isProfile = series.key === PROFILE_KEY;
    return (
      <Select
        label="新的值"
        description={
          isProfile ? REVIEW_PROFILES.find(({ name }) => name === value)?.explained : `现为“${textIn(before, 'value')}”`
        }
        data={[...choices]}
        value={value}
        error={state.said('value')}
        onChange={(next) => next !== null && state.set({ value: next })}
      />
    );
  }
  return (
    <TextInput
      label={unit === '' ? '新的值' : `新的值（${unit}）`}
      description={`现为 ${valueWords(before)}`}
      value={value}
      error={state.said('value')}
      onChange={(event) => state.set({ value: event.currentTarget.value })}
    />
  );
}
