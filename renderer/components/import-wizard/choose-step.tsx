import { Button, Group, Stack, Text } from '@mantine/core';
import { type DragEvent, useEffect, useState } from 'react';
import type { ChosenFile } from '../../../shared/desktop-api.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { readFiles } from '../../desktop/browser-files.ts';
import styles from './import-wizard.module.css';
import { pastedTable } from './pasted-table.ts';

type Props = {
  readonly ledger: Ledger;
  readonly busy: boolean;
  /** Of files chosen together, the one after a file that could not be read. */
  readonly next: { readonly label: string; readonly onNext: () => void } | undefined;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly ChosenFile[] | Promise<readonly ChosenFile[]>) => void;
  readonly onCancel: () => void;
};

/** 选文件: a place to drop files on, a button, and what is taken. */
export function ChooseStep({ ledger, busy, next, onChoose, onFiles, onCancel }: Props) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    if (dropped.length === 0 || busy) return;
    onFiles(readFiles(dropped, 'workbook'));
  };
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const table = pastedTable(event.clipboardData?.getData('text/plain') ?? '');
      if (table === undefined || busy) return;
      event.preventDefault();
      onFiles([table]);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [busy, onFiles]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the mouse; the button does the same.
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack align="center" gap="sm">
        <Text fw={600}>把收到的表格导入「{ledger.title}」</Text>
        <Text c="dimmed" size="sm" ta="center">
          支持 .xlsx、.xlsm、.xls、.et、.ods、.csv、.txt，单个文件不超过 50 MB。
          <br />
          标题、说明和空行不用删，程序会自己找表头；写入前每一行都会先给您看。
        </Text>
        <Group>
          <Button onClick={onChoose} loading={busy}>
            选择文件
          </Button>
          {busy && (
            <Button variant="default" onClick={onCancel}>
              取消
            </Button>
          )}
          {next && !busy && (
            <Button variant="default" onClick={next.onNext}>
              {next.label}
            </Button>
          )}
        </Group>
        <Text c="dimmed" size="sm">
          也可以把文件拖到这里，或把在表格里复制的内容连同表头直接粘贴（Ctrl+V）；一次选几个文件，会一个接一个导入
        </Text>
      </Stack>
    </div>
  );
}
