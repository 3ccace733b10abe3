import { useState } from 'react';
import { messageOf } from '../components/session/message-of.ts';
import type { StoreClient } from '../store/store-client.ts';
import { Gate } from './gate.tsx';

type Props = { readonly client: StoreClient; readonly batches: number; readonly onDone: () => void };

/** Offers the batches only the second copy still has. Nothing is taken silently. */
export function RecoveryGate({ client, batches, onDone }: Props) {
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);
  const recover = async () => {
    setBusy(true);
    try {
      const recovered = await client.store.recoverFromJournal();
      setSaid(`已从副本取回 ${recovered} 次改动。`);
    } catch (thrown) {
      setSaid(messageOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  if (busy) return <Gate title="正在从副本取回">请不要关闭程序。</Gate>;
  if (said !== undefined) {
    return (
      <Gate title="取回数据" actions={[{ label: '进入程序', run: onDone, isMain: true }]}>
        {said}
      </Gate>
    );
  }
  return (
    <Gate
      title="有改动只在副本里"
      actions={[
        { label: `取回 ${batches} 次改动`, run: () => void recover(), isMain: true },
        { label: '暂不取回，先打开', run: onDone },
      ]}
    >
      {`数据库里少了 ${batches} 次已保存的改动，磁盘上的副本里都在，没有丢失。\n建议现在取回。暂不取回也不会删除副本，下次启动还会问。`}
    </Gate>
  );
}
