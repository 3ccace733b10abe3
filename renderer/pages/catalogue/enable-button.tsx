import { Button } from '@mantine/core';
import { textIn } from '../../../shared/kit/field-values.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useTask } from '../../components/session/use-task.ts';

const LEDGER = 'catalogueItem';

/** 停用 or 启用 of an item: switched off it stays listed but takes no part in the comparison. */
export function EnableButton({ id }: { readonly id: string }) {
  const { store } = useStoreClient();
  const { say, refuse } = useNotices();
  const version = useDataVersion();
  const { busy, run } = useTask();
  const { data } = useAnswer(`enabled ${id} ${version}`, () => store.view(LEDGER, id));
  if (!data || data.row.id !== id) return null;
  const { rev, values } = data.row;
  const enable = values.enabled === false;
  const act = enable ? '启用' : '停用';
  const change = async () => {
    const patch = { enabled: enable };
    const text = `${act} ${textIn(values, 'name')}`;
    const outcome = await store.write([{ kind: 'edit', ledger: LEDGER, id, rev, patch }], { kind: 'edit', text });
    if (!outcome.ok) return refuse(outcome);
    const effect = enable ? '从现在起参与比对' : '不再参与比对，条目和历史保留';
    say({ text: `已${act}“${textIn(values, 'name')}”，${effect}。`, batch: outcome.receipt.batch });
  };
  return (
    <Button variant="default" loading={busy} onClick={() => run(change)}>
      {act}
    </Button>
  );
}
