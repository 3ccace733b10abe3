import { Button, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useTask } from '../../../components/session/use-task.ts';
import type { ShownConflict } from '../../../store/exchange/exchange-api.ts';
import { Section } from '../section.tsx';
import { ConflictTable } from './conflict-table.tsx';
import { sideOrigin } from './side-origin.ts';

/** Conflicts shown at once; the next ones follow when these are decided. */
const MOST_SHOWN = 100;

type Props = { readonly round: string; readonly onResolved: () => void };

/** Values that two places wrote without knowing of each other, each to be decided by a click. Nothing where there are none. */
export function ConflictList({ round, onResolved }: Props) {
  const { exchange } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const { data: conflicts = [] } = useAnswer(`conflicts ${round}`, () => exchange.conflicts());
  const [chosen, setChosen] = useState<{ readonly [key: string]: string }>({});
  if (conflicts.length === 0) return null;
  const choices = conflicts.flatMap(({ key }) => {
    const batch = chosen[key];
    return batch === undefined ? [] : [{ key, batch }];
  });
  const resolve = async () => {
    const outcome = await exchange.resolveConflicts(choices);
    if (!outcome.ok) return refuse(outcome);
    setChosen({});
    say({ text: `已按选择写入 ${choices.length} 处，下次导出的交换包会带给对方。` });
    onResolved();
  };
  return (
    <Section
      title={`冲突（${conflicts.length}）`}
      hint="两台电脑各自改了同一处，改的人互相不知道。两边的值都还在；台账里暂时显示标着“现在显示”的那个。办理状态连同办理结果一起选。"
      actions={
        <Button loading={busy} disabled={choices.length === 0} onClick={() => run(resolve)}>
          写入选定的 {choices.length} 处
        </Button>
      }
    >
      <ConflictTable label="冲突" conflicts={conflicts.slice(0, MOST_SHOWN)} last="用哪一个">
        {(conflict) => (
          <Sides
            conflict={conflict}
            chosen={chosen[conflict.key]}
            onChoose={(batch) => setChosen((before) => ({ ...before, [conflict.key]: batch }))}
          />
        )}
      </ConflictTable>
      {conflicts.length > MOST_SHOWN && <Group mt={6}>只列出前 {MOST_SHOWN} 处，处理以后接着列出其余的。</Group>}
    </Section>
  );
}

type SidesProps = {
  readonly conflict: ShownConflict;
  readonly chosen: string | undefined;
  readonly onChoose: (batch: string) => void;
};

function Sides({ conflict, chosen, onChoose }: SidesProps) {
  return (
    <Radio.Group value={chosen ?? ''} onChange={onChoose} aria-label={`${conflict.title} ${conflict.label}用哪一个`}>
      <Stack gap={6} py={6}>
        {conflict.sides.map((side, place) => (
          <Radio
            key={side.batch}
            value={side.batch}
            label={side.text}
            description={sideOrigin(side, place === conflict.sides.length - 1 ? '现在显示' : '')}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
