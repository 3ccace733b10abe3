import { useState } from 'react';
import { StateNote } from '../../../components/basics/state-notes.tsx';
import { useStoreStatus } from '../../../components/session/use-store-status.ts';
import { isExample } from '../../../desktop/example-mode.ts';
import { ConflictList } from './conflict-list.tsx';
import { ExportPackage } from './export-package.tsx';
import { ExportTables } from './export-tables.tsx';
import { MergeList } from './merge-list.tsx';
import { MergePackage } from './merge-package.tsx';

/** 数据交换: packages to and from other PCs and offices, by USB stick or mail; what they leave undecided; the way back. */
export function ExchangeTab() {
  const chain = useStoreStatus()?.chain;
  const [round, setRound] = useState(0);
  if (isExample) {
    return <StateNote title="示例数据不做交换" text="退出示例后，这里可以与别的电脑、别的单位交换数据。" />;
  }
  const changed = () => setRound((before) => before + 1);
  const key = `${chain} ${round}`;
  return (
    <>
      <ExportPackage round={key} onSaved={changed} />
      <MergePackage onMerged={changed} />
      <ConflictList round={key} onResolved={changed} />
      <MergeList round={key} onUndone={changed} />
      <ExportTables />
    </>
  );
}
