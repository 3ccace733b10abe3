import { useLocation } from 'wouter';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { StateNote } from '../../components/basics/state-notes.tsx';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';

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
  return (
    <LedgerWorkspace
      key={ledger.id}
      ledger={ledger}
      path={`/ledger/${ledger.id}`}
      open={open}
      purpose={`这里登记${ledger.title.replace(/台账$/, '')}。已有表格的，可直接从 Excel 导入；也可点右上角“新增”逐条登记。`}
    />
  );
}
