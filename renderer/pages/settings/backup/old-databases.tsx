import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OldDatabase } from '../../../../shared/desktop-api.ts';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { countWords } from '../../../../shared/kit/numbers.ts';
import { ConfirmDialog } from '../../../components/basics/confirm-dialog.tsx';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import words from '../../../components/basics/words.module.css';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useTask } from '../../../components/session/use-task.ts';
import { Section } from '../section.tsx';

const wordsOf = ({ database, office, records, leftAt }: OldDatabase): string =>
  leftAt === ''
    ? database
    : `${database} · ${office || '未填单位'} · ${countWords(records)} 条 · ${momentWords(leftAt)} 起不再使用`;

/** Databases a recovery went on from. They stay until the clerk takes one away. */
export function OldDatabases() {
  const { rescue } = useStoreClient();
  const { busy, run } = useTask();
  const [removed, setRemoved] = useState(0);
  const [asked, setAsked] = useState<OldDatabase>();
  const { data = [] } = useAnswer(`old databases ${removed}`, () => rescue.oldDatabases());
  if (data.length === 0) return null;
  const remove = (old: OldDatabase) =>
    run(async () => {
      await rescue.removeOldDatabase(old.database);
      setRemoved((before) => before + 1);
    });
  return (
    <Section
      title="以前的数据库"
      hint="恢复时留下的原数据库。确认恢复后的数据没有问题、用过一段时间后，可以删除以腾出空间。"
    >
      <PlainTable>
        <tbody>
          {data.map((old) => (
            <tr key={old.database}>
              <td>{wordsOf(old)}</td>
              <td className={words.act}>
                <Button
                  variant="subtle"
                  color="red"
                  c="red.9"
                  px={8}
                  h={26}
                  disabled={busy}
                  onClick={() => setAsked(old)}
                >
                  删除
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {asked && (
        <ConfirmDialog
          title="删除这个以前的数据库？"
          act="删除"
          deletes
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            remove(asked);
          }}
        >
          {wordsOf(asked)}。现在使用的数据、日志副本和备份不受影响；这一个删除后不能找回。
        </ConfirmDialog>
      )}
    </Section>
  );
}
