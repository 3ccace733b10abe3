import { useLocation } from 'wouter';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { StateNote } from '../../components/basics/state-notes.tsx';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { ledgerLink } from '../../components/session/record-link.ts';
import { filtersOfLink, rowsLink } from '../../components/session/rows-link.ts';
import { useUnsaved } from '../../components/session/unsaved.tsx';

type Props = { readonly ledgerId: string; readonly rows: string; readonly open?: string | undefined };

const VIEWS = [
  { id: 'all', title: '全部' },
  { id: 'rows', title: '所点数字的记录' },
];

/** The rows of a ledger behind a number that was clicked, one tab away from all of them. */
export function RowsPage({ ledgerId, rows, open }: Props) {
  const [, navigate] = useLocation();
  const { leave } = useUnsaved();
  const ledger = ledgerById(ledgerId);
  if (!ledger) return <StateNote title="没有这个台账" text="这一版程序里没有它，数据没有受影响。" />;
  const filters = filtersOfLink(rows);
  return (
    <LedgerWorkspace
      isPassing
      key={rows}
      ledger={ledger}
      path={rowsLink(filters, ledger.id)}
      open={open}
      view={filters}
      views={
        <ViewTabs
          views={VIEWS}
          here="rows"
          onChoose={(id) => id === 'all' && leave(() => navigate(ledgerLink(ledger.id)))}
        />
      }
      purpose="这个数字后面的记录已经不在了。请回到工作台再看。"
    />
  );
}
