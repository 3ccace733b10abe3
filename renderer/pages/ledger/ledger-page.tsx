import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { StateNote } from '../../components/basics/state-notes.tsx';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import { viewsOf } from './ledger-views.ts';

/** What the program itself enters: where that is done. */
const ENTERED_ELSEWHERE: { readonly [ledger: string]: string } = {
  closedYear: '年度在 设置 → 交接与年度 里结转，结转过的列在这里。',
  handover: '在办的件在 设置 → 交接与年度 里移交，移交过的列在这里。',
  operator: '操作员在 设置 → 操作员 里登记、设口令，登记过的列在这里。',
};

const purposeOf = ({ id, title }: Ledger): string =>
  ENTERED_ELSEWHERE[id] ??
  `这里登记${title.replace(/台账$/, '')}。已有表格的，可直接从 Excel 导入；也可点右上角“新增”逐条登记。`;

type Props = { readonly ledgerId: string; readonly open?: string | undefined };

/** Any ledger by its declaration alone. */
export function LedgerPage({ ledgerId, open }: Props) {
  const [, navigate] = useLocation();
  const ledger = ledgerById(ledgerId);
  if (!ledger) {
    return (
      <StateNote
        title="没有这个台账"
        text="这一版程序里没有它，数据没有受影响。"
        action={{ label: '回到工作台', run: () => navigate('/') }}
      />
    );
  }
  return <DeclaredLedger key={ledger.id} ledger={ledger} open={open} />;
}

function DeclaredLedger({ ledger, open }: { readonly ledger: Ledger; readonly open: string | undefined }) {
  const [, navigate] = useLocation();
  const { leave } = useUnsaved();
  const [here, setHere] = useState('all');
  const views = viewsOf(ledger);
  const path = `/ledger/${ledger.id}`;
  const choose = (id: string) =>
    leave(() => {
      setHere(id);
      navigate(path);
    });
  return (
    <LedgerWorkspace
      ledger={ledger}
      path={path}
      open={open}
      view={views.find(({ id }) => id === here)?.filters ?? []}
      onAllRows={() => setHere('all')}
      views={views.length > 0 && <ViewTabs views={views} here={here} onChoose={choose} />}
      purpose={purposeOf(ledger)}
    />
  );
}
