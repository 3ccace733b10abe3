import { useSyncExternalStore } from 'react';
import { countWords } from '../../shared/kit/numbers.ts';
import { isExample, leaveExample, renewExample } from '../desktop/example-mode.ts';
import { latePage } from './frame/late-page.tsx';
import { Gate } from './gates/gate.tsx';
import { LockGate } from './gates/lock-gate.tsx';
import { type Opening, opening } from './opening.ts';
import { Workplace } from './workplace.tsx';

const RecoveryPage = latePage(async () => (await import('../pages/recovery/recovery-page.tsx')).RecoveryPage);

const openingWords = ({ done, of }: Extract<Opening, { kind: 'opening' }>): string =>
  of > 0 ? `正在读取记录，${countWords(done)} / ${countWords(of)}` : '正在读取记录';

/** From the first moment to the open program, with everything that can stand between. */
export function App() {
  const stands = useSyncExternalStore(opening.subscribe, opening.now);
  switch (stands.kind) {
    case 'opening':
      return isExample ? (
        <Gate title="正在打开示例">
          {'第一次打开或重新生成时，要用几秒钟写入一个虚构街道两年的台账。\n本单位的数据不受影响。'}
        </Gate>
      ) : (
        <Gate title="正在打开">{openingWords(stands)}</Gate>
      );
    case 'waiting':
      return (
        <Gate title="本程序已在另一个标签页中打开">
          {'同一份数据同时只能在一个标签页里使用，以免互相覆盖。\n请到那个标签页继续工作；关掉它以后，这里会自动打开。'}
        </Gate>
      );
    case 'failed':
      if (isExample) return <ExampleFailed message={stands.message} />;
      return (
        <Gate title="没有打开数据" actions={[{ label: '重试', run: () => window.location.reload(), isMain: true }]}>
          {`${stands.message}\n\n数据没有被改动。请先重试；仍打不开时，重新启动电脑后再试。\n请不要清除浏览器数据，也不要删除数据文件夹：记录都在里面。`}
        </Gate>
      );
    case 'recovery': {
      const { why, rescue, client } = stands;
      return (
        <RecoveryPage
          why={why}
          rescue={rescue}
          client={client}
          onOpen={() => client && opening.set({ kind: 'open', client })}
        />
      );
    }
    case 'open':
      return (
        <LockGate client={stands.client}>
          <Workplace client={stands.client} />
        </LockGate>
      );
  }
}

/** The way back to the own office stays open whatever became of the example. */
function ExampleFailed({ message }: { readonly message: string }) {
  return (
    <Gate
      title="示例没有打开"
      actions={[
        { label: '退出示例', run: leaveExample, isMain: true },
        { label: '重新生成', run: renewExample },
      ]}
    >
      {`${message}\n\n本单位的数据在另一个数据库里，不受影响。`}
    </Gate>
  );
}
