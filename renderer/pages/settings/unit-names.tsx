import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { textIn } from '../../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { organisation } from '../../../shared/ledgers/organisation.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { refusalOf, useTask } from '../../components/session/use-task.ts';
import styles from './settings.module.css';

/** Full and short name of one unit; saved together, undone from the notice line. */
export function UnitNames({ unit }: { readonly unit: LedgerRecord }) {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const [name, setName] = useState(textIn(unit.values, 'name'));
  const [shortName, setShortName] = useState(textIn(unit.values, 'shortName'));
  const [problem, setProblem] = useState<string>();
  const level = textIn(unit.values, 'level');
  const isChanged = name !== textIn(unit.values, 'name') || shortName !== textIn(unit.values, 'shortName');

  const save = async () => {
    setProblem(undefined);
    const patch = { name: name.trim(), shortName: shortName.trim() };
    const outcome = await store.write([{ kind: 'edit', ledger: organisation.id, id: unit.id, rev: unit.rev, patch }], {
      kind: 'edit',
      text: `改${level}名称`,
    });
    if (outcome.ok) say({ text: `${level}名称已保存。`, batch: outcome.receipt.batch });
    else setProblem(refusalOf(outcome));
  };

  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        run(save);
      }}
    >
      <TextInput
        label={`${level}全称`}
        value={name}
        error={problem}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={`${level}简称`}
        value={shortName}
        onChange={(event) => setShortName(event.currentTarget.value)}
      />
      {isChanged && (
        <Button type="submit" loading={busy} style={{ justifySelf: 'start' }}>
          保存
        </Button>
      )}
    </form>
  );
}
