import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { AboutTab } from './about/about-tab.tsx';
import { BackupTab } from './backup/backup-tab.tsx';
import { ExchangeTab } from './exchange/exchange-tab.tsx';
import { LimitsTab } from './limits/limits-tab.tsx';
import { LogTab } from './log/log-tab.tsx';
import { OfficeTab } from './office/office-tab.tsx';
import { OperatorsTab } from './operators/operators-tab.tsx';
import { PrivacyTab } from './privacy/privacy-tab.tsx';
import styles from './settings.module.css';
import { TrashTab } from './trash/trash-tab.tsx';
import { YearEndTab } from './year-end/year-end-tab.tsx';

type Tab = { readonly id: string; readonly title: string; readonly content: ComponentType };

const OFFICE: Tab = { id: 'office', title: '单位', content: OfficeTab };

const TABS: readonly Tab[] = [
  OFFICE,
  { id: 'operators', title: '操作员', content: OperatorsTab },
  { id: 'limits', title: '时限', content: LimitsTab },
  { id: 'year-end', title: '交接与年度', content: YearEndTab },
  { id: 'backup', title: '备份', content: BackupTab },
  { id: 'exchange', title: '数据交换', content: ExchangeTab },
  { id: 'log', title: '操作记录', content: LogTab },
  { id: 'privacy', title: '个人信息', content: PrivacyTab },
  { id: 'trash', title: '回收站', content: TrashTab },
  { id: 'about', title: '关于', content: AboutTab },
];

/** 设置: the office and its rules, the second copy, the log, the trash. The address names the tab. */
export function SettingsPage() {
  const [location, navigate] = useLocation();
  const shown = TABS.find(({ id }) => location === `/settings/${id}`) ?? OFFICE;
  return (
    <Tabs value={shown.id} onChange={(id) => navigate(`/settings/${id}`)} className={styles.tabs}>
      <Tabs.List className={styles.list}>
        {TABS.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id} className={styles.tab}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map(({ id, content: Content }) => (
        <Tabs.Panel key={id} value={id} className={styles.panel}>
          <Content />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
