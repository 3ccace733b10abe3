import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { About, Machine } from '../../../../shared/desktop-api.ts';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { countWords, sum } from '../../../../shared/kit/numbers.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useStoreStatus } from '../../../components/session/use-store-status.ts';
import { desktop, hasJournal, isBrowser } from '../../../desktop/desktop.ts';
import { enterExample, isExample } from '../../../desktop/example-mode.ts';
import type { StoreStatus } from '../../../store/store-api.ts';
import { Section } from '../section.tsx';
import styles from '../settings.module.css';
import { useVerify } from '../use-verify.ts';
import { useSupportBundle } from './use-support-bundle.ts';

/** 关于: what runs, where the data lies, how safe it is, how much there is. */
export function AboutTab() {
  const status = useStoreStatus();
  const counts = status?.counts ?? {};
  return (
    <>
      <ProgramSection />
      <DataSection status={status} />
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
      <Section title={`记录数（共 ${countWords(sum(Object.values(counts)))} 条）`}>
        <Facts facts={Object.entries(counts).map(([id, count]) => [ledgerById(id)?.title ?? id, countWords(count)])} />
      </Section>
    </>
  );
}

function ProgramSection() {
  const { data: about } = useAnswer('about', () => desktop().about());
  const { data: machine } = useAnswer('machine', async () => (await desktop().diagnostics.read()).machine);
  const bundle = useSupportBundle();
  return (
    <Section
      title="街道准入台账"
      hint="单机离线使用，不联网，不上传任何数据。不得录入涉密信息。"
      actions={
        <Button variant="default" loading={bundle.busy} onClick={bundle.start}>
          导出诊断包
        </Button>
      }
    >
      <Facts
        facts={[
          ['版本', about?.version || '未标明'],
          ['运行环境', isBrowser ? '浏览器' : runtimeWords(about, machine)],
          ['系统', machine ? `${machine.system} ${machine.architecture}` : ''],
          ['许可', 'MIT 许可证：可以自由使用、修改和分发，不附带担保'],
          ['诊断包', '程序出故障时交给维护人员：只有版本、条数、状态和出错代码，没有任何记录内容和人员信息'],
        ]}
      />
    </Section>
  );
}

const runtimeWords = (about: About | undefined, machine: Machine | undefined): string =>
  about && machine ? `${about.runtime} · Chromium ${machine.chromium || '未标明'} · Node ${machine.node}` : '';

function DataSection({ status }: { readonly status: StoreStatus | undefined }) {
  const { store } = useStoreClient();
  const { data: about } = useAnswer('about', () => desktop().about());
  const { data: log } = useAnswer(status?.lastSaved?.at ?? 'log', () => store.batches(0, 0));
  const verify = useVerify();
  return (
    <Section
      title="本机数据"
      actions={
        <>
          <Button variant="default" loading={verify.busy} onClick={verify.start}>
            校验操作记录
          </Button>
          {!isBrowser && (
            <Button variant="default" onClick={() => void desktop().diagnostics.showDataFolder()}>
              打开数据文件夹
            </Button>
          )}
        </>
      }
    >
      <Facts
        facts={[
          ['数据文件夹', isBrowser ? '本浏览器（仅一份副本）' : (about?.dataFolder ?? '')],
          ['单位', status?.office ?? ''],
          ['本机编号', status?.chain ?? ''],
          ['最近备份', status?.lastSnapshot ? momentWords(status.lastSnapshot) : noSnapshot],
          ['日志副本', journalWords(status?.journalBehind ?? 0)],
          ['操作记录', log ? chainWords(log.total, status?.damaged ?? 0) : ''],
        ]}
      />
    </Section>
  );
}

const noSnapshot = isExample ? '示例数据不做备份' : '还没有备份';

function journalWords(behind: number): string {
  if (!hasJournal) return isExample ? '无（示例数据）' : '无（桌面版才有）';
  return behind === 0 ? '与数据库一致' : `还差 ${behind} 批，正在重试`;
}

const chainWords = (batches: number, damaged: number): string =>
  `${countWords(batches)} 步，${damaged === 0 ? '打开时没有发现损坏' : `其中 ${damaged} 步已损坏，不计入`}`;

const Facts = ({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={styles.facts}>
    {facts.map(([name, value]) => (
      <div key={name} style={{ display: 'contents' }}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
