import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { countWords, sum } from '../../../../shared/kit/numbers.ts';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import words from '../../../components/basics/words.module.css';
import type { MergePreview } from '../../../store/exchange/exchange-api.ts';
import styles from '../settings.module.css';
import { ComingConflicts } from './coming-conflicts.tsx';

type Props = {
  readonly preview: MergePreview;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onMerge: (officeName: string | undefined) => void;
};

const counted = (count: number): string => (count > 0 ? countWords(count) : '');

/** What a package would do, in the clerk's terms; an office met for the first time is named here. */
export function MergePreviewBox({ preview, busy, onCancel, onMerge }: Props) {
  const { office, isKnown, isOwn, fresh, known, along, released, withheld, conflicts, conflictsBefore, ledgers } =
    preview;
  const [name, setName] = useState(office);
  const called = name.trim();
  const isNothing = fresh + released === 0;
  const mergeWords = fresh > 0 ? `并入 ${fresh} 批` : `补全 ${released} 批`;
  const own = sum(ledgers.map((one) => one.own));
  return (
    <section aria-label="交换包预览" className={styles.preview}>
      <dl className={styles.facts}>
        <dt>单位</dt>
        <dd>
          {office || '（没有写名称）'}
          {isOwn && '（本单位的另一台电脑）'}
        </dd>
        <dt>导出时间</dt>
        <dd>
          {momentWords(preview.madeAt)}，给“{preview.receiver}”
        </dd>
        <dt>改动</dt>
        <dd>
          {fresh === 0 ? '没有新的改动' : `新的 ${fresh} 批`}
          {known > 0 && `，已有的 ${known} 批`}
          {along > 0 && `（连同先前收好的 ${along} 个交换包）`}
          {released > 0 && `（其中 ${released} 批补上先前没有带出的内容）`}
          {withheld > 0 && `；对方有 ${withheld} 项受限或已清除的内容没有带出`}
        </dd>
        {preview.incomplete > 0 && (
          <>
            <dt>不完整的</dt>
            <dd>
              {preview.incomplete}{' '}
              条记录只带来后来的改动，登记内容先前没有带出，并入后不会显示。请让对方选“全部”再导出一次。
            </dd>
          </>
        )}
        <dt>操作记录链</dt>
        <dd>
          {preview.chains.map((chain) => (
            <div key={chain.chain}>
              {chain.office || office}（链 {chain.chain.slice(0, 4)}）：第 {chain.from} 至 {chain.to} 批，新的{' '}
              {chain.fresh} 批
            </div>
          ))}
        </dd>
        <dt>冲突</dt>
        <dd>
          {conflicts === 0
            ? '没有'
            : `${conflicts} 处${conflictsBefore > 0 ? `（并入前已有 ${conflictsBefore} 处）` : ''}，两边的值都保留，并入后逐项选择`}
        </dd>
        {own > 0 && (
          <>
            <dt>改到本单位的</dt>
            <dd>{own} 条本单位登记的记录会随之变化</dd>
          </>
        )}
        {preview.purgedAgain > 0 && (
          <>
            <dt>已清除的个人信息</dt>
            <dd>
              {preview.purgedAgain}{' '}
              条记录一边已清除个人信息，另一边不知道，又改过。并入后仍是清除后的样子，那些改动不计入。
            </dd>
          </>
        )}
        {preview.doubled.length > 0 && (
          <>
            <dt>编号重复</dt>
            <dd>
              {preview.doubled.slice(0, 5).join('、')}
              {preview.doubled.length > 5 && ` 等 ${preview.doubled.length} 个`}
              。两台电脑用了同样的编号，并入后请改正，并在 设置 → 备份 里让其中一台的编号加字母。
            </dd>
          </>
        )}
        {preview.danglingTotal > 0 && (
          <>
            <dt>引用不到的</dt>
            <dd>
              {preview.danglingTotal} 处引用的记录不在本机，如
              {preview.dangling
                .slice(0, 3)
                .map(({ title, target }) => `“${title}”引用的${target}`)
                .join('、')}
            </dd>
          </>
        )}
      </dl>
      {ledgers.length > 0 && (
        <PlainTable aria-label="会变化的台账" style={{ margin: '12px 0' }}>
          <thead>
            <tr>
              <th>台账</th>
              <th className={words.number}>新增</th>
              <th className={words.number}>改动</th>
              <th className={words.number}>删除</th>
            </tr>
          </thead>
          <tbody>
            {ledgers.map((one) => (
              <tr key={one.ledger}>
                <td>{one.title}</td>
                <td className={words.number}>{counted(one.added)}</td>
                <td className={words.number}>{counted(one.changed)}</td>
                <td className={words.number}>{counted(one.removed)}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      )}
      <ComingConflicts preview={preview} />
      {!isKnown && (
        <TextInput
          mt={12}
          maw={360}
          label="第一次收到这个单位的交换包"
          description="请核对名称，台账里按这个名称显示"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Group mt={12}>
        <Button
          loading={busy}
          disabled={isNothing || (!isKnown && called === '')}
          onClick={() => onMerge(isKnown ? undefined : called)}
        >
          {isNothing ? '没有可并入的' : isKnown ? mergeWords : `确认单位，${mergeWords}`}
        </Button>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {isNothing ? '关闭' : '不并入'}
        </Button>
      </Group>
    </section>
  );
}
