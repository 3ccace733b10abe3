import { Alert, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useEffect, useState } from 'react';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { fieldsOf, isImportable } from '../../../shared/workbook/mapping.ts';
import type { ImportView } from '../../store/import-api.ts';
import type { ImportGateway, NamedRecord } from './import-gateway.ts';

type Props = {
  readonly ledger: Ledger;
  readonly view: ImportView;
  readonly gateway: ImportGateway;
  readonly onFillDown: (column: number, accepted: boolean) => void;
  readonly onConstant: (field: string, value: Value | undefined) => void;
};

/** Proposals that wait for a yes, and one value for the whole file where the sheet has no column. */
export function ProposalsPanel({ ledger, view, gateway, onFillDown, onConstant }: Props) {
  const mapped = new Set(view.columns.flatMap((column) => fieldsOf(column.target)));
  const [added, setAdded] = useState<readonly string[]>([]);
  const open = Object.entries(ledger.fields).filter(
    ([field, spec]) => isImportable(spec) && !mapped.has(field) && hasEditor(spec),
  );
  const shown = open.filter(
    ([field, spec]) => spec.key || view.constants[field] !== undefined || added.includes(field),
  );
  const others = open.filter(([field]) => !shown.some(([one]) => one === field));
  const reasons = new Map(view.proposed.map(({ field, why }) => [field, why]));
  return (
    <Stack gap="sm">
      {view.fillDown.map((proposal) => (
        <Alert key={proposal.column} color={proposal.accepted ? 'blue' : 'yellow'} variant="light" p="sm">
          <Checkbox
            checked={proposal.accepted}
            onChange={(event) => onFillDown(proposal.column, event.currentTarget.checked)}
            label={`「${proposal.header}」有 ${proposal.blanks} 格空白，按上一行填成${proposal.names.map((name) => `“${name}”`).join('、')}`}
            description="没有勾选时，空白就是空白。"
          />
        </Alert>
      ))}
      <Group gap="md" align="flex-start">
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
      </Group>
      {view.missingKeys.length > 0 && (
        <Text c="red.7" size="sm">
          必填而没有来源：{view.missingKeys.map((field) => ledger.fields[field]?.label ?? field).join('、')}
          。请指定对应的列，或在上面统一填写；否则每一行都不能导入。
        </Text>
      )}
    </Stack>
  );
}

function hasEditor(spec: FieldSpec): boolean {
  return spec.kind === 'date' || spec.kind === 'text' || spec.kind === 'reference' || (spec.options?.length ?? 0) > 0;
}

type EditorProps = {
  readonly field: string;
  readonly spec: FieldSpec;
  readonly value: Value | undefined;
  readonly why: string | undefined;
  readonly missing: boolean;
  readonly gateway: ImportGateway;
  readonly onChange: (value: Value | undefined) => void;
};

function ConstantEditor({ field, spec, value, why, missing, gateway, onChange }: EditorProps) {
  const names = useNames(gateway, spec.kind === 'reference' ? spec.target?.ledger : undefined);
  const text = typeof value === 'string' ? value : null;
  const common = {
    label: `${spec.label}（整份文件）`,
    description: why ?? '表里没有这一列',
    error: missing,
    withAsterisk: spec.key ?? false,
    w: 220,
    'data-testid': `constant-${field}`,
  };
  if (spec.kind === 'date') {
    return (
      <DateInput
        {...common}
        valueFormat="YYYY-MM-DD"
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
    spec.kind === 'reference'
      ? names.map(({ id, name }) => ({ value: id, label: name }))
      : (spec.options ?? []).map((option) => ({ value: option.value, label: option.value }));
  return (
    <Select
      {...common}
      searchable
      clearable
      data={data}
      value={text}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

function useNames(gateway: ImportGateway, ledgerId: string | undefined): readonly NamedRecord[] {
  const [names, setNames] = useState<readonly NamedRecord[]>([]);
  useEffect(() => {
    let current = true;
    if (ledgerId !== undefined) {
      void gateway.names(ledgerId).then((found) => {
        if (current) setNames(found);
      });
    }
    return () => {
      current = false;
    };
  }, [gateway, ledgerId]);
  return names;
}
