import { Alert, Text } from '@mantine/core';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { ImportView } from '../../store/import/import-api.ts';
import { AnsweredCheckbox } from '../basics/answered-tick.tsx';
import { hasEditor } from './constant-editors.tsx';
import { groupWords } from './import-words.ts';

type Props = {
  readonly ledger: Ledger;
  readonly view: ImportView;
  readonly onFillDown: (column: number, accepted: boolean) => Promise<void>;
  readonly onGroups: (field: string, accepted: boolean) => Promise<void>;
};

/** What the program proposes and does only after a yes, and what is still missing. */
export function Proposals({ ledger, view, onFillDown, onGroups }: Props) {
  const { groups } = view;
  const canBeTyped = view.missingKeys.some((field) => ledger.fields[field] && hasEditor(ledger.fields[field]));
  return (
    <>
      {view.fillDown.map((proposal) => (
        <Alert key={proposal.column} variant="default" p="xs">
          <AnsweredCheckbox
            checked={proposal.accepted}
            onTick={(accepted) => onFillDown(proposal.column, accepted)}
            label={`「${proposal.header}」有 ${proposal.blanks} 格空白，按上一行填成${proposal.names.map((name) => `“${name}”`).join('、')}`}
            description="没有勾选时，空白就是空白。"
          />
        </Alert>
      ))}
      {groups && (
        <Alert variant="default" p="xs">
          <AnsweredCheckbox
            checked={groups.accepted}
            onTick={(accepted) => onGroups(groups.field, accepted)}
            label={groupWords(groups, ledger)}
            description="没有勾选时，这些行只是略过，下面的行不填。第一个这样的行以上不填。"
          />
        </Alert>
      )}
      {view.missingKeys.length > 0 && (
        <Text c="red.9" size="sm">
          必填而没有来源：{view.missingKeys.map((field) => ledger.fields[field]?.label ?? field).join('、')}
          。请指定对应的列{canBeTyped && '，或在上面统一填写'}；否则每一行都不能导入。
        </Text>
      )}
    </>
  );
}
