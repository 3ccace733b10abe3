import { useLocation } from 'wouter';
import type { Filter } from '../../../shared/kit/query.ts';
import { LIST_TYPES } from '../../../shared/ledgers/catalogue-item.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';

type View = {
  readonly id: string;
  readonly title: string;
  readonly ledger: 'catalogueItem' | 'certificateItem';
  readonly filters: readonly Filter[];
};

const VIEWS: readonly View[] = [
  { id: 'all', title: '全部条目', ledger: 'catalogueItem', filters: [] },
  ...LIST_TYPES.map(
    (type): View => ({
      id: type,
      title: type,
      ledger: 'catalogueItem',
      filters: [{ field: 'listType', is: [type] }],
    }),
  ),
  { id: 'certificates', title: '证明事项', ledger: 'certificateItem', filters: [] },
];

const PURPOSE =
  '社区依法做什么、协助什么、不该做什么，都列在这里；审核时先与它比对。\n可从 Excel 导入本区公布的清单，也可点右上角“新增”逐条登记。';

type Props = { readonly view: string; readonly open?: string | undefined };

/** 准入清单: the lists every application is compared with, and the certificates beside them. */
export function CataloguePage({ view, open }: Props) {
  const [, navigate] = useLocation();
  const { leave } = useUnsaved();
  const chosen = VIEWS.find(({ id }) => id === view) ?? VIEWS[0];
  const ledger = ledgerById(chosen?.ledger ?? 'catalogueItem');
  if (!ledger || !chosen) return null;
  const isType = LIST_TYPES.some((type) => type === chosen.id);
  return (
    <LedgerWorkspace
      key={ledger.id}
      ledger={ledger}
      path={`/catalogue/${encodeURIComponent(chosen.id)}`}
      open={open}
      view={chosen.filters}
      views={
        <ViewTabs
          views={VIEWS}
          here={chosen.id}
          onChoose={(id) => leave(() => navigate(`/catalogue/${encodeURIComponent(id)}`))}
        />
      }
      initial={isType ? { listType: chosen.id } : {}}
      purpose={PURPOSE}
    />
  );
}
