import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSealedFile } from '../../../components/backup/use-sealed-file.tsx';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useTask } from '../../../components/session/use-task.ts';
import type { MergePreview } from '../../../store/exchange/exchange-api.ts';
import { Section } from '../section.tsx';
import { MergePreviewBox } from './merge-preview.tsx';
import { WaitingPackages } from './waiting-packages.tsx';

/** 并入交换包: first what it would do, nothing written; then, if the clerk says so, exactly that. */
export function MergePackage({ onMerged }: { readonly onMerged: () => void }) {
  const { exchange } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const { choose, asking } = useSealedFile('package');
  const [preview, setPreview] = useState<MergePreview>();
  const [looked, setLooked] = useState(0);
  const { data: waiting = [] } = useAnswer(`waiting ${looked}`, () => exchange.waitingPackages());
  /** A package that came too early is kept, whatever else is said of it. */
  const look = async (prepare: () => Promise<MergePreview>) => {
    setPreview(undefined);
    try {
      setPreview(await prepare());
    } finally {
      setLooked((before) => before + 1);
    }
  };
  const drop = async () => {
    setPreview(undefined);
    await exchange.dropPrepared();
  };
  const bring = () => choose(({ file }) => look(() => exchange.prepareMerge(file)));
  const dropWaiting = async (key: string) => {
    await exchange.dropWaiting(key);
    setLooked((before) => before + 1);
  };
  const merge = async (officeName: string | undefined) => {
    const outcome = await exchange.mergePrepared(officeName);
    if (!outcome.ok) return refuse(outcome);
    const conflicts = preview?.conflicts ?? 0;
    setPreview(undefined);
    setLooked((before) => before + 1);
    say({
      text: `已并入“${officeName ?? preview?.office}”的交换包。${conflicts > 0 ? `有 ${conflicts} 处冲突，请在下面选择。` : ''}`,
    });
    onMerged();
  };
  return (
    <Section
      title="并入交换包"
      hint="先预览：谁的包、有多少新的改动、有没有冲突，什么也不写；看过再并入。同一个包并入两次不会重复；几个包先选哪个都行，来早了的先收好，等前一个包来了一起并入；别的单位的记录在这里只能查看。"
      actions={
        <Button variant="default" loading={busy} onClick={() => run(bring)}>
          选择交换包…
        </Button>
      }
    >
      {asking}
      <WaitingPackages
        packages={waiting}
        busy={busy}
        onPreview={(key) => run(() => look(() => exchange.prepareWaiting(key)))}
        onDrop={(key) => run(() => dropWaiting(key))}
      />
      {preview && (
        <MergePreviewBox
          preview={preview}
          busy={busy}
          onCancel={() => run(drop)}
          onMerge={(officeName) => run(() => merge(officeName))}
        />
      )}
    </Section>
  );
}
