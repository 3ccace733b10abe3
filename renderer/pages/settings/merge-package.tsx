import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSealedFile } from '../../components/backup/use-sealed-file.tsx';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { refusalOf, useTask } from '../../components/session/use-task.ts';
import type { MergePreview } from '../../store/exchange/exchange-api.ts';
import { MergePreviewBox } from './merge-preview.tsx';
import { Section } from './section.tsx';

/** 并入交换包: first what it would do, nothing written; then, if the clerk says so, exactly that. */
export function MergePackage({ onMerged }: { readonly onMerged: () => void }) {
  const { exchange } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const { choose, asking } = useSealedFile('package');
  const [preview, setPreview] = useState<MergePreview>();
  const drop = async () => {
    setPreview(undefined);
    await exchange.dropPrepared();
  };
  const bring = () => choose(async ({ file }) => setPreview(await exchange.prepareMerge(file)));
  const merge = async (officeName: string | undefined) => {
    const outcome = await exchange.mergePrepared(officeName);
    if (!outcome.ok) return say({ text: refusalOf(outcome), grade: 'problem' });
    const conflicts = preview?.conflicts ?? 0;
    setPreview(undefined);
    say({
      text: `已并入“${officeName ?? preview?.office}”的交换包。${conflicts > 0 ? `有 ${conflicts} 处冲突，请在下面选择。` : ''}`,
    });
    onMerged();
  };
  return (
    <Section
      title="并入交换包"
      hint="先预览：谁的包、有多少新的改动、有没有冲突，什么也不写；看过再并入。同一个包并入两次不会重复；别的单位的记录在这里只能查看。"
      actions={
        <Button variant="default" loading={busy} onClick={() => run(bring)}>
          选择交换包…
        </Button>
      }
    >
      {asking}
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
