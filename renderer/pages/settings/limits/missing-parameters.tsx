import { Button } from '@mantine/core';
import { DEFAULT_PARAMETERS } from '../../../../shared/ledgers/default-parameters.ts';
import { parameter } from '../../../../shared/ledgers/parameter.ts';
import words from '../../../components/basics/words.module.css';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useTask } from '../../../components/session/use-task.ts';

/** A group that came with a newer version: an office set up before has no rows of it, and works by the defaults. */
export function MissingParameters({ group }: { readonly group: string }) {
  const { store } = useStoreClient();
  const { refuse } = useNotices();
  const { busy, run } = useTask();
  const enter = async () => {
    const rows = DEFAULT_PARAMETERS.filter((row) => row.group === group);
    const drafts = rows.map((values) => ({ kind: 'create', ledger: parameter.id, values }) as const);
    const outcome = await store.write(drafts, { kind: 'create', text: `建立“${group}”参数` });
    if (!outcome.ok) refuse(outcome);
  };
  return (
    <div className={words.quiet}>
      现在按程序的默认值办。要改，先{' '}
      <Button variant="default" h={26} px={8} loading={busy} onClick={() => run(enter)}>
        列出默认值
      </Button>
    </div>
  );
}
