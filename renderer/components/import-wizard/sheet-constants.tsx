import { Group, Text } from '@mantine/core';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Value } from '../../../shared/kit/values.ts';
import type { ImportView } from '../../store/import/import-api.ts';
import { ConstantEditor } from './constant-editors.tsx';
import type { ImportGateway } from './import-gateway.ts';
import { contradictedWords } from './import-words.ts';

type Props = {
  readonly ledger: Ledger;
  readonly view: ImportView;
  readonly gateway: ImportGateway;
  readonly onConstant: (sheet: string, field: string, value: Value | undefined) => void;
};

/** What sheets that go along contradict themselves in, each with the value for the whole of that sheet beside it. */
export function SheetConstants({ ledger, view, gateway, onConstant }: Props) {
  return view.contradicted.map(({ sheet, field, why, value }) => {
    const spec = ledger.fields[field];
    if (spec === undefined) return null;
    return (
      <Group key={`${sheet}/${field}`} gap="sm" data-testid="contradicted">
        <Text size="sm">{contradictedWords({ sheet, why }, spec.label)}</Text>
        <ConstantEditor
          field={field}
          spec={spec}
          of={sheet}
          value={value}
          gateway={gateway}
          onChange={(chosen) => onConstant(sheet, field, chosen)}
        />
      </Group>
    );
  });
}
