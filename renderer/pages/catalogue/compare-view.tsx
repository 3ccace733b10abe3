import { Button, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import type { CatalogueVersion } from '../../../shared/access/catalogue/catalogue-versions.ts';
import { isSame } from '../../../shared/kit/is-same.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { useExporting } from '../../components/ledger-workspace/use-exporting.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useToday } from '../../components/session/use-today.ts';
import type { CatalogueSide, ComparisonView } from '../../store/services/catalogue-service.ts';
import styles from './catalogue.module.css';
import { ComparedRows } from './compared-rows.tsx';
import { SidePicker } from './side-picker.tsx';

const TABS = [
  { id: 'added', title: '新增', none: '后者没有增加条目。' },
  { id: 'dropped', title: '取消', none: '前者的条目，后者都保留了。' },
  { id: 'changed', title: '调整', none: '两边都有的条目，内容相同。' },
] as const;

const OTHER_SIDE = '请在上面另选一个版本或日期。';
const ONLY_ONE =
  '现在只有一个版本，没有可比的。\n换版时用“更多”里的“换版：复制为新版本”，或导入下一年的清单，之后在这里看新增、取消和调整。';

/** 版本对照: two versions or two days, what was added, dropped, changed, and whom that touches. */
export function CompareView({ versions }: { readonly versions: readonly CatalogueVersion[] }) {
  const today = useToday();
  const [newest, older] = versions;
  const [before, setBefore] = useState<CatalogueSide>({ version: (older ?? newest)?.label ?? '' });
  const [after, setAfter] = useState<CatalogueSide>(newest ? { version: newest.label } : { day: today });
  const { catalogue } = useStoreClient();
  const exporting = useExporting();
  const isOneList = isSame(before, after);
  const key = `compare ${JSON.stringify([before, after])} ${useDataVersion()}`;
  const { data, problem } = useAnswer(key, () => catalogue.compareCatalogue(before, after));
  return (
    <div className={styles.compare}>
      <div className={styles.sides}>
        <SidePicker label="前者" versions={versions} side={before} today={today} onChange={setBefore} />
        <SidePicker label="后者" versions={versions} side={after} today={today} onChange={setAfter} />
        <Button
          ml="auto"
          variant="default"
          loading={exporting.busy}
          onClick={() => exporting.run(() => catalogue.exportComparison(before, after))}
        >
          导出对照表
        </Button>
      </div>
      {isOneList && <StateNote title="两边是同一份清单" text={versions.length > 1 ? OTHER_SIDE : ONLY_ONE} />}
      {!isOneList && problem && <StateNote title="没有比出来" text={problem} />}
      {!isOneList && !problem && data === undefined && <LoadingLines />}
      {!isOneList && !problem && data && <Differences comparison={data} />}
    </div>
  );
}

function Differences({ comparison }: { readonly comparison: ComparisonView }) {
  const busiest = TABS.find(({ id }) => comparison[id].length > 0)?.id ?? 'added';
  const [chosen, setChosen] = useState<string | null>(null);
  const tab = TABS.find(({ id }) => id === (chosen ?? busiest)) ?? TABS[0];
  return (
    <>
      <Tabs value={tab.id} onChange={setChosen}>
        <Tabs.List>
          {TABS.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id}>
              {title} {comparison[id].length}
            </Tabs.Tab>
          ))}
          <Text c="var(--quiet)" ml="auto" style={{ alignSelf: 'center' }}>
            另有 {comparison.unchanged} 条不变。版本号、起止日期和来源文件不算变化。
          </Text>
        </Tabs.List>
      </Tabs>
      <div className={styles.scroll}>
        <ComparedRows rows={comparison[tab.id]} none={tab.none} />
      </div>
    </>
  );
}
