import { Menu, SegmentedControl, Select } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { sum } from '../../../shared/kit/numbers.ts';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import styles from './catalogue.module.css';
import {
  CATALOGUE_GROUPS,
  catalogueView,
  type VersionChoice,
  versionChoice,
  versionFilters,
  versionTitle,
} from './catalogue-views.ts';
import { CompareView } from './compare-view.tsx';
import { CopyVersionDialog } from './copy-version-dialog.tsx';
import { EnableButton } from './enable-button.tsx';
import { useCatalogueCounts } from './use-catalogue-counts.ts';
import { useVersions } from './use-versions.ts';

const COMPARE = 'compare';

/** What the lists of a group are for, said where one of them is empty. */
const PURPOSE = {
  six: '社区依法做什么、协助什么、不该做什么、能开什么证明，都列在这里；审核时先与它比对。\n可从 Excel 导入本区公布的清单，也可点右上角“新增”逐条登记。',
  street:
    '本街道的履职事项清单：基本履职、配合履职和上级部门收回的事项。上级交来的事项列在这里的，不当作社区的事项。\n可把编办公布的清单从 Excel 整张导入，三张表分三次选；版本没有数据时，先看右上角选的是不是现行版本。',
};

type Props = { readonly view: string; readonly open?: string | undefined };

/** 准入清单: the lists every application is compared with, by version, and what changed between two of them. */
export function CataloguePage({ view, open }: Props) {
  const [, navigate] = useLocation();
  const { leave } = useUnsaved();
  const { data: versions = [] } = useVersions();
  const [choice, setChoice] = useSessionStorage<VersionChoice>({ key: 'catalogue-version', defaultValue: 'now' });
  const [copying, setCopying] = useState(false);
  const counts = useCatalogueCounts(versionFilters(choice));
  const chosen = catalogueView(view);
  const group = CATALOGUE_GROUPS.find(({ id }) => id === chosen.group);
  const isCatalogue = chosen.ledger.id === 'catalogueItem';
  const comparing = view === COMPARE;
  const goTo = (id: string) => leave(() => navigate(`/catalogue/${encodeURIComponent(id)}`));
  const titled = (group?.views ?? []).map(({ id, title, counted }) => {
    const count = sum(counted.map((value) => counts?.get(value) ?? 0));
    return { id, title: counts ? `${title} ${count}` : title };
  });
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <SegmentedControl
          value={comparing ? COMPARE : chosen.group}
          data={[
            ...CATALOGUE_GROUPS.map(({ id, title }) => ({ value: id, label: title })),
            { value: COMPARE, label: '版本对照' },
          ]}
          onChange={(id) => goTo(CATALOGUE_GROUPS.find((one) => one.id === id)?.views[0]?.id ?? COMPARE)}
        />
        {!comparing && isCatalogue && (
          <Select
            aria-label="版本"
            w={300}
            ml="auto"
            value={choice}
            data={[
              { value: 'now', label: '现行（今天有效的条目）' },
              ...versions.map((version) => ({ value: versionChoice(version.label), label: versionTitle(version) })),
              { value: 'all', label: '全部版本' },
            ]}
            onChange={(value) => setChoice(choiceOf(value))}
          />
        )}
      </div>
      {comparing ? (
        versions.length > 0 && <CompareView versions={versions} />
      ) : (
        <LedgerWorkspace
          key={chosen.id}
          ledger={chosen.ledger}
          path={`/catalogue/${encodeURIComponent(chosen.id)}`}
          open={open}
          view={isCatalogue ? [...chosen.filters, ...versionFilters(choice)] : chosen.filters}
          views={<ViewTabs views={titled} here={chosen.id} onChoose={goTo} />}
          initial={chosen.initial}
          purpose={PURPOSE[chosen.group]}
          {...(isCatalogue
            ? {
                more: () => (
                  <>
                    <Menu.Item onClick={() => setCopying(true)}>换版：复制为新版本</Menu.Item>
                    <Menu.Item onClick={() => goTo(COMPARE)}>对照两个版本</Menu.Item>
                  </>
                ),
                recordTools: (id: string) => <EnableButton id={id} />,
              }
            : {})}
        />
      )}
      {copying && (
        <CopyVersionDialog
          versions={versions}
          onClose={() => setCopying(false)}
          onCopied={(copied) => {
            setChoice(copied);
            setCopying(false);
          }}
        />
      )}
    </div>
  );
}

function choiceOf(value: string | null): VersionChoice {
  if (value === 'all') return 'all';
  return value?.startsWith('v:') ? versionChoice(value.slice(2)) : 'now';
}
