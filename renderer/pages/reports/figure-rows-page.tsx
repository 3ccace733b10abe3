import { ledgerById } from '../../../shared/ledgers/index.ts';
import { StateNote } from '../../components/basics/state-notes.tsx';
import { idsOfLink } from '../../components/figures/figure-link.ts';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { filtersOf } from '../../components/session/rows-link.ts';

type Props = { readonly ledgerId: string; readonly rows: string; readonly open?: string | undefined };

/** The records behind a figure of a ledger that has no screen of its own. */
export function FigureRowsPage({ ledgerId, rows, open }: Props) {
  const ledger = ledgerById(ledgerId);
  const ids = idsOfLink(rows);
  if (!ledger) return <StateNote title="没有这个台账" text="这一版程序里没有它，数据没有受影响。" />;
  return (
    <LedgerWorkspace
      isPassing
      key={rows}
      ledger={ledger}
      path={`/reports/rows/${ledger.id}/${encodeURIComponent(JSON.stringify(ids))}`}
      open={open}
      view={filtersOf(ids)}
      views={<ViewTabs views={[{ id: 'rows', title: '报表数字所指的记录' }]} here="rows" onChoose={() => undefined} />}
      purpose="这个数字后面的记录已经不在了。请回到上报重新生成报表。"
    />
  );
}
