import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import workspace from '../../components/ledger-workspace/ledger-workspace.module.css';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useToday } from '../../components/session/use-today.ts';
import styles from './organisation.module.css';
import { UnitTable } from './unit-table.tsx';

/** How deep the tree is opened at first sight: 区、街道、社区. */
const DEPTHS = [
  { value: '1', label: '到街道' },
  { value: '2', label: '到社区' },
  { value: '3', label: '到小区' },
  { value: '9', label: '全部' },
];

/** 四级联动: the tree from the district to the building, with dated figures and what each level has. */
export function OrganisationPage() {
  const [, navigate] = useLocation();
  const { unitLines } = useStoreClient();
  const version = useDataVersion();
  const today = useToday();
  const [depth, setDepth] = useState('2');
  const { data, problem } = useAnswer(`units ${version} ${today}`, () => unitLines());
  return (
    <div className={workspace.workspace}>
      <div className={workspace.bar}>
        <SegmentedControl aria-label="展开到哪一级" value={depth} data={DEPTHS} onChange={setDepth} />
        <span className={styles.explained}>
          户数、人口是各单位自己登记的数，报数请写明统计日期；其余含下级，点数字看记录。
        </span>
        <Button variant="default" ml="auto" onClick={() => navigate('/ledger/organisation')}>
          维护单位
        </Button>
      </div>
      {problem && <StateNote title="没有读出来" text={problem} />}
      {!problem && data === undefined && <LoadingLines />}
      {data?.length === 0 && (
        <StateNote
          title="还没有单位"
          text="先登记区、街道、社区，再登记小区、网格和楼栋；也可以从 Excel 导入。"
          action={{ label: '登记单位', run: () => navigate('/ledger/organisation') }}
        />
      )}
      {data && data.length > 0 && <UnitTable key={depth} lines={data} openDepth={Number(depth)} />}
    </div>
  );
}
