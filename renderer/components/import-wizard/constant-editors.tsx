import { Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { fieldsOf, isImportable } from '../../../shared/workbook/import/mapping.ts';
import type { ImportView } from '../../store/import/import-api.ts';
import { ClearableSelect } from '../basics/clearable-select.tsx';
import type { ImportGateway } from './import-gateway.ts';

type Props = {
  readonly ledger: Ledger;
  readonly view: ImportView;
  readonly gateway: ImportGateway;
  readonly onConstant: (field: string, value: Value | undefined) => void;
};

/** One value for the whole file, for fields the sheet has no column for. */
export function ConstantEditors({ ledger, view, gateway, onConstant }: Props) {
  const mapped = new Set(view.columns.flatMap((column) => fieldsOf(column.target)));
  const [added, setAdded] = useState<readonly string[]>([]);
  const open = Object.entries(ledger.fields).filter(
    ([field, spec]) => isImportable(spec) && !mapped.has(field) && hasEditor(spec),
  );
  const reasons = new Map(view.proposed.map(({ field, why }) => [field, why]));
  const shown = open.filter(
    ([field, spec]) => spec.key || view.constants[field] !== undefined || reasons.has(field) || added.includes(field),
  );
  const others = open.filter(([field]) => !shown.some(([one]) => one === field));
  return (
    <>
      {shown.map(([field, spec]) => (
        <ConstantEditor
          key={field}
          field={field}
          spec={spec}
          value={view.constants[field]}
          why={reasons.get(field)}
          missing={view.missingKeys.includes(field)}
          gateway={gateway}
          onChange={(value) => onConstant(field, value)}
        />
      ))}
      {others.length > 0 && (
        <Select
          label="整份文件统一填写"
          description="表里没有的列"
          placeholder="选择字段"
          w={220}
          value={null}
          data={others.map(([field, spec]) => ({ value: field, label: spec.label }))}
          onChange={(field) => field !== null && setAdded((before) => [...before, field])}
        />
      )}
    </>
  );
}

/** Whether one value for the whole file can be typed for a field. */
export function hasEditor(spec: FieldSpec): boolean {
  return ['date', 'text', 'choice', 'reference'].includes(spec.kind);
}

type EditorProps = {
  readonly field: string;
  readonly spec: FieldSpec;
  /** The sheet it is for, where it is not for the whole file; then its words stand beside it. */
  readonly of?: string;
  readonly value: Value | undefined;
  readonly why?: string | undefined;
  readonly missing?: boolean;
  readonly gateway: ImportGateway;
  readonly onChange: (value: Value | undefined) => void;
};

/** One value for all rows of the file, or of one sheet. */
export function ConstantEditor({ field, spec, of, value, why, missing = false, gateway, onChange }: EditorProps) {
  const text = typeof value === 'string' ? value : null;
  const words =
    of === undefined
      ? { label: `${spec.label}（整份文件）`, description: why ?? '表里没有这一列', withAsterisk: spec.key ?? false }
      : { 'aria-label': `${of}的${spec.label}`, placeholder: '请选定' };
  const common = {
    ...words,
    error: missing,
    w: 220,
    'data-testid': of === undefined ? `constant-${field}` : `constant-${of}-${field}`,
  };
  if (spec.kind === 'date') {
    return (
      <DateInput
        {...common}
        valueFormat="YYYY-MM-DD"
        locale="zh-cn"
        firstDayOfWeek={1}
        clearable
        value={text}
        onChange={(day) => onChange(day ?? undefined)}
      />
    );
  }
  if (spec.kind === 'text') {
    return (
      <TextInput
        {...common}
        defaultValue={text ?? ''}
        onBlur={(event) => onChange(event.currentTarget.value.trim() || undefined)}
      />
    );
  }
  const data =
    spec.target === undefined
      ? gateway.options(spec).map((option) => ({ value: option.value, label: option.value }))
      : gateway.names(spec.target.ledger).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ClearableSelect
      {...common}
      searchable
      data={data}
      value={text}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
