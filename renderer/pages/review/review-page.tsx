import { Button, Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { useExporting } from '../../components/ledger-workspace/use-exporting.ts';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { filtersOfLink, rowsLink } from '../../components/session/rows-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import { useOperator } from '../../components/session/use-operator.ts';
import { useToday } from '../../components/session/use-today.ts';
import { REVIEW_VIEWS } from './review-views.ts';

const PURPOSE =
  '部门要交给社区办的事，先在这里登记：与准入清单比对，走完街道和区级审核，留下依据。\n收到部门的申报表，可直接从 Excel 导入；只有公文的，点右上角“新增”逐件登记。';

type Props = {
  readonly view: string;
  /** Filters of a figure's rows, as `rowsLink` wrote them. */
  readonly rows?: string | undefined;
  readonly open?: string | undefined;
};

/** 准入审核: every application, from the letter to the archive. */
export function ReviewPage({ view, rows, open }: Props) {
  const [, navigate] = useLocation();
  const { exports } = useStoreClient();
  const { leave } = useUnsaved();
  const exporting = useExporting();
  const [operator] = useOperator();
  const today = useToday();
  const ledger = ledgerById('application');
  if (!ledger) return null;
  const chosen = REVIEW_VIEWS.find(({ id }) => id === view) ?? REVIEW_VIEWS[0];
  const filters = rows === undefined ? (chosen?.filters ?? []) : filtersOfLink(rows);
  const laidOut = rows === undefined ? { ...ledger, ...chosen?.layout } : ledger;
  const path = rows === undefined ? `/review/view/${chosen?.id ?? 'all'}` : rowsLink(filters);
  return (
    <LedgerWorkspace
      ledger={laidOut}
      path={path}
      open={open}
      view={filters}
      isPassing={rows !== undefined}
      onAllRows={() => leave(() => navigate('/review/view/all'))}
      views={
        <ViewTabs
          views={rows === undefined ? REVIEW_VIEWS : [...REVIEW_VIEWS, { id: 'rows', title: '所点数字的件' }]}
          here={rows === undefined ? (chosen?.id ?? 'all') : 'rows'}
          onChoose={(id) => id !== 'rows' && leave(() => navigate(`/review/view/${id}`))}
        />
      }
      initial={{ inDate: today, ...(operator === '' ? {} : { clerk: operator }) }}
      purpose={PURPOSE}
      more={(query) => (
        <>
          <Menu.Item onClick={() => exporting.run(() => exports.reviewLedger(query, `${today.slice(0, 4)}年`))}>
            导出准入审核台账（上报格式）
          </Menu.Item>
          <Menu.Item onClick={() => exporting.run(() => exports.openingTemplate())}>导出存量导入空白表</Menu.Item>
          <Menu.Item onClick={() => leave(() => navigate('/load'))}>查看社区负荷</Menu.Item>
        </>
      )}
      recordTools={(id) => (
        <Button
          variant="default"
          loading={exporting.busy}
          onClick={() => exporting.run(() => exports.approvalForm(id))}
        >
          导出审批表
        </Button>
      )}
    />
  );
}
