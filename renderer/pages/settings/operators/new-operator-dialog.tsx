import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { operator as operators, ROLES } from '../../../../shared/ledgers/operator.ts';
import { FormDialog } from '../../../components/basics/form-dialog.tsx';
import { useNotices } from '../../../components/session/notice.tsx';
import { refusalOf } from '../../../components/session/refusal-of.ts';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useFormTask } from '../../../components/session/use-task.ts';

const NAMELESS = '请填写姓名';

/** Enters an operator; the rest of the row is filled in the ledger. */
export function NewOperatorDialog({ onClose }: { readonly onClose: () => void }) {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const [name, setName] = useState('');
  const [role, setRole] = useState<string>('经办人');
  const [cleared, setCleared] = useState(false);
  const { busy, problem, setProblem, run } = useFormTask();

  const save = async () => {
    const values = { name: name.trim(), role, cleared };
    const reason = { kind: 'create', text: `新增操作员“${values.name}”` } as const;
    const outcome = await store.write([{ kind: 'create', ledger: operators.id, values }], reason);
    if (!outcome.ok) return setProblem(refusalOf(outcome));
    say({ text: `${values.name}已登记为${role}。`, batch: outcome.receipt.batch });
    onClose();
  };

  const isNameless = problem === NAMELESS;
  return (
    <FormDialog
      title="新增操作员"
      problems={problem === undefined || isNameless ? [] : [problem]}
      act="登记"
      busy={busy}
      onSubmit={() => (name.trim() === '' ? setProblem(NAMELESS) : run(save))}
      onClose={onClose}
    >
      <TextInput
        label="姓名"
        error={isNameless && problem}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="角色"
        description="经办人录入和办理；审核人另可办审核环节；管理员另可管名册、清除个人信息"
        data={[...ROLES]}
        value={role}
        onChange={(next) => next !== null && setRole(next)}
      />
      <Checkbox
        label="可看受限内容（检举控告）"
        checked={cleared}
        onChange={(event) => setCleared(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
