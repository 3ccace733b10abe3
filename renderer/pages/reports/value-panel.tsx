import { Checkbox, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import {
  boundTable,
  columnValue,
  type FormPlace,
  textValue,
  withColumnValue,
  withTextValue,
} from '../../../shared/forms/edit-binding.ts';
import { COMPARISONS, comparisonTitle } from '../../../shared/forms/figure-comparison.ts';
import { SPANS } from '../../../shared/forms/figure-span.ts';
import type { BoundFigure, ColumnValue, SheetBinding, TextValue } from '../../../shared/forms/form-binding.ts';
import { formIndicator } from '../../../shared/forms/form-measures.ts';
import { cellAddress, columnLetters } from '../../../shared/workbook/cell-address.ts';
import {
  type ChoiceGroup,
  choiceOf,
  chosenColumnValue,
  chosenConditions,
  chosenTextValue,
  columnChoices,
  conditionChoice,
  conditionChoices,
  textChoices,
  togetherChoices,
} from './form-value-options.ts';
import { useNameBook } from './use-name-book.ts';

type Props = {
  readonly binding: SheetBinding;
  readonly place: FormPlace;
  readonly onChange: (binding: SheetBinding) => void;
};

/** What the clicked place is filled with, and how to have it otherwise. */
export function ValuePanel({ binding, place, onChange }: Props) {
  if (place.kind === 'formula') {
    return <Text size="sm">{cellAddress(place.row, place.column)} 是上级写好的公式，由表格软件自己算，不用填。</Text>;
  }
  if (place.kind === 'column') return <ColumnPanel binding={binding} place={place} onChange={onChange} />;
  const gaps = place.kind === 'cell' ? [undefined] : Array.from({ length: place.count }, (_, gap) => gap);
  return (
    <Stack gap="sm">
      {gaps.map((gap) => (
        <TextChoice
          key={gap ?? 'cell'}
          label={`${cellAddress(place.row, place.column)}${gaps.length > 1 ? ` 第 ${(gap ?? 0) + 1} 处空` : ''}填什么`}
          value={textValue(binding, place.row, place.column, gap)}
          sum={place.kind === 'cell' ? place.sum : undefined}
          onChange={(value) => onChange(withTextValue(binding, place.row, place.column, gap, value))}
        />
      ))}
    </Stack>
  );
}

type ColumnProps = Props & { readonly place: Extract<FormPlace, { kind: 'column' }> };

function ColumnPanel({ binding, place, onChange }: ColumnProps) {
  const table = boundTable(binding, place.table);
  const value = columnValue(table, place.column);
  const set = (next: ColumnValue | undefined) => onChange(withColumnValue(binding, place.table, place.column, next));
  const letters = columnLetters(place.column);
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--quiet)">
        {place.headings.join(' / ')}
      </Text>
      <Select
        label={`${letters} 列填什么`}
        searchable
        maxDropdownHeight={LIST_HEIGHT}
        data={grouped(columnChoices(table?.lines ?? { kind: 'communities' }))}
        value={choiceOf(value)}
        onChange={(choice) => choice !== null && set(chosenColumnValue(choice, value))}
      />
      {(value?.kind === 'figure' || value?.kind === 'rank') && (
        <Counted figure={value.figure} onChange={(figure) => set({ ...value, figure })} />
      )}
      {value?.kind === 'rank' && (
        <Checkbox
          label="数小的排前面"
          checked={value.lowestFirst === true}
          onChange={({ currentTarget }) => set({ ...value, lowestFirst: currentTarget.checked })}
        />
      )}
    </Stack>
  );
}

type TextChoiceProps = {
  readonly label: string;
  readonly value: TextValue | undefined;
  readonly sum: TextValue | undefined;
  readonly onChange: (value: TextValue | undefined) => void;
};

function TextChoice({ label, value, sum, onChange }: TextChoiceProps) {
  return (
    <>
      <Select
        label={label}
        searchable
        maxDropdownHeight={LIST_HEIGHT}
        data={grouped(textChoices(sum))}
        value={choiceOf(value)}
        onChange={(choice) => choice !== null && onChange(chosenTextValue(choice, value, sum))}
      />
      {value?.kind === 'fixed' && (
        <TextInput
          label="固定文字"
          value={value.text}
          onChange={({ currentTarget }) => onChange({ kind: 'fixed', text: currentTarget.value })}
        />
      )}
      {value?.kind === 'figure' && (
        <Counted figure={value.figure} onChange={(figure) => onChange({ ...value, figure })} />
      )}
    </>
  );
}

const THIS_PERIOD = 'this';
const NOT_COMPARED = 'not';

/** Every indicator of every ledger stands in these lists: as much of one as fits beside the picture. */
const LIST_HEIGHT = 400;

type CountedProps = { readonly figure: BoundFigure; readonly onChange: (figure: BoundFigure) => void };

/** Which records an indicator counts here, and by which rule. */
function Counted({ figure, onChange }: CountedProps) {
  const indicator = formIndicator(figure.indicator);
  const book = useNameBook();
  if (indicator === undefined) return null;
  const { where: now = [], ...rest } = figure;
  const { compared } = figure;
  const together = togetherChoices(indicator.ledger, now, book);
  return (
    <>
      <Select
        label="计哪一段"
        value={figure.span ?? THIS_PERIOD}
        data={[
          { value: THIS_PERIOD, label: '本期' },
          ...SPANS.map(({ span, title }) => ({ value: span, label: title })),
        ]}
        onChange={(chosen) => {
          const { span: _, ...other } = figure;
          const span = SPANS.find((one) => one.span === chosen)?.span;
          onChange(span === undefined ? other : { ...other, span });
        }}
      />
      <Select
        label="与以前比"
        value={compared === undefined ? NOT_COMPARED : comparisonTitle(compared)}
        data={[
          { value: NOT_COMPARED, label: '不比，填数字本身' },
          ...COMPARISONS.map(({ title }) => ({ value: title, label: title })),
        ]}
        onChange={(chosen) => {
          const { compared: _, ...other } = figure;
          const next = COMPARISONS.find(({ title }) => title === chosen)?.compared;
          onChange(next === undefined ? other : { ...other, compared: next });
        }}
      />
      <Select
        label="只计"
        searchable
        maxDropdownHeight={LIST_HEIGHT}
        data={grouped(conditionChoices(indicator.ledger, now, book))}
        value={conditionChoice(now)}
        onChange={(choice) => {
          if (choice === null) return;
          const where = chosenConditions(choice);
          onChange(where.length === 0 ? rest : { ...rest, where });
        }}
      />
      {together && (
        <MultiSelect
          label="一并计入（几类合成一栏）"
          searchable
          data={[...together.items]}
          value={[...together.chosen]}
          onChange={(is) => is.length > 0 && onChange({ ...rest, where: [{ field: together.field, is }] })}
        />
      )}
      <Text size="sm" c="var(--quiet)">
        口径：{indicator.basis}
        {indicator.inferred ? '（可调整的默认值）' : ''}
      </Text>
    </>
  );
}

const grouped = (groups: readonly ChoiceGroup[]) => groups.map(({ group, items }) => ({ group, items: [...items] }));
