import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { setAsideWords } from './import-words.ts';
import type { ImportResult } from './use-import.ts';

type Props = {
  readonly ledger: Ledger;
  readonly result: ImportResult;
  /** Rows that were no records, in words; '' where there were none. */
  readonly leftOut: string;
  readonly busy: boolean;
  /** The file or sheet that comes next, if one does. */
  readonly next: { readonly label: string; readonly onNext: () => void } | undefined;
  readonly onFaultyRows: () => void;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
  readonly onDone: () => void;
};

/** 结果: what was written, what was not, and the way back. */
export function ResultStep({ ledger, result, leftOut, busy, next, onFaultyRows, onUndo, onAgain, onDone }: Props) {
  const { plan, receipt, undone } = result;
  const registered = plan.newReferences.filter((reference) => reference.id !== undefined);
  return (
    <Stack gap="md" maw={720}>
      <Title order={3}>{undone ? '已撤销本次导入' : '导入完成'}</Title>
      {undone ? (
        <Text>本次导入写入的记录都已撤回，「{ledger.title}」和导入之前一样。</Text>
      ) : (
        <Stack gap={4}>
          <Text>
            新增 {plan.willCreate} 条，更新 {plan.willUpdate} 条，未导入 {plan.willSkip} 行{setAsideWords(plan)}。
          </Text>
          {leftOut !== '' && <Text>{leftOut}。</Text>}
          {registered.length > 0 && <Text>一并登记：{registered.map(({ name }) => name).join('、')}。</Text>}
          {plan.leftEmpty > 0 && (
            <Text c="var(--mantine-color-error)">有 {plan.leftEmpty} 条的出错格已留空，请在台账中补填。</Text>
          )}
        </Stack>
      )}
      {!undone && plan.counts.heldBack > 0 && (
        <Text size="sm" c="dimmed">
          出错的行可以导出成表，红格和原因都在里面；改正后再导入即可，已导入的行会认作重复，不会写第二遍。
        </Text>
      )}
      {receipt.warnings.length > 0 && !undone && (
        <Alert variant="default" title="需要留意">
          {receipt.warnings.map(({ message }) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
        </Alert>
      )}
      <Group>
        {next && <Button onClick={next.onNext}>{next.label}</Button>}
        <Button variant={next ? 'default' : 'filled'} onClick={onDone}>
          查看{ledger.title}
        </Button>
        {plan.counts.heldBack > 0 && (
          <Button variant="default" onClick={onFaultyRows}>
            导出未导入的 {plan.counts.heldBack} 行
          </Button>
        )}
        <Button variant="default" onClick={onAgain}>
          再导入一个文件
        </Button>
        {!undone && (
          <Button variant="default" c="red.9" loading={busy} onClick={onUndo}>
            撤销本次导入
          </Button>
        )}
      </Group>
    </Stack>
  );
}
