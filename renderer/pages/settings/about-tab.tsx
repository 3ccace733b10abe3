import { Button } from '@mantine/core';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { totalOf } from '../../components/backup/moment-words.ts';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useStoreStatus } from '../../components/session/use-store-status.ts';
import { desktop, hasJournal, isBrowser } from '../../desktop/desktop.ts';
import { enterExample, isExample } from '../../desktop/example-mode.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';

/** 关于: what runs, where the data lies, how much there is. */
export function AboutTab() {
  const { data: about } = useAnswer('about', () => desktop().about());
  const status = useStoreStatus();
  const counts = status?.counts ?? {};
  const facts: readonly (readonly [string, string])[] = [
    ['版本', about?.version || '未标明'],
    ['运行环境', about?.runtime ?? ''],
    ['系统', isBrowser ? '浏览器' : (about?.platform ?? '')],
    ['数据位置', isBrowser ? '本浏览器（仅一份副本）' : (about?.dataFolder ?? '')],
    ['单位', status?.office ?? ''],
    ['本机编号', status?.chain ?? ''],
    [
      '日志副本',
      hasJournal ? journalWords(status?.journalBehind ?? 0) : isExample ? '无（示例数据）' : '无（桌面版才有）',
    ],
    ['许可', 'MIT 许可证：可以自由使用、修改和分发，不附带担保'],
  ];
  return (
    <>
      <Section title="街道准入台账" hint="单机离线使用，不联网，不上传任何数据。不得录入涉密信息。">
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {!isExample && (
        <Section
          title="示例数据"
          hint="一个虚构的街道，有 12 个社区、57 个小区和两年的台账，用来练习和看效果。在单独的数据库里，不会进入本单位的数据。"
          actions={
            <Button variant="default" onClick={enterExample}>
              进入示例
            </Button>
          }
        />
      )}
      <Section title={`记录数（共 ${totalOf(counts).toLocaleString('zh-CN')} 条）`}>
        <dl className={styles.facts}>
          {Object.entries(counts).map(([id, count]) => (
            <div key={id} style={{ display: 'contents' }}>
              <dt>{ledgerById(id)?.title ?? id}</dt>
              <dd>{count.toLocaleString('zh-CN')}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

const journalWords = (behind: number): string => (behind === 0 ? '与数据库一致' : `还差 ${behind} 批，正在重试`);
