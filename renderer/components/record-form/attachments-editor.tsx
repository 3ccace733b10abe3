import { Button, FileButton, Group, Text, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { MEGABYTE } from '../../../shared/kit/bytes.ts';
import type { Attachment, Value } from '../../../shared/kit/values.ts';
import { desktop } from '../../desktop/desktop.ts';
import type { StoreApi } from '../../store/store-api.ts';
import { sizeWords } from '../basics/size-words.ts';
import { messageOf } from '../session/message-of.ts';
import { useStoreClient } from '../session/store-context.tsx';
import type { EditorProps } from './editor-props.ts';
import styles from './record-form.module.css';
import { takesFiles, usePasteFiles } from './use-paste-files.ts';

const LIMIT = 50 * MEGABYTE;

const filesIn = (value: Value | undefined): readonly Attachment[] =>
  Array.isArray(value)
    ? value.filter((one): one is Attachment => typeof one === 'object' && one !== null && 'hash' in one)
    : [];

async function keep(file: File): Promise<Attachment> {
  const hash = await desktop().attachments.put(new Uint8Array(await file.arrayBuffer()));
  return { hash, name: file.name, size: file.size };
}

async function saveAs({ hash, name }: Attachment, store: StoreApi): Promise<string | undefined> {
  const bytes = await desktop().attachments.get(hash);
  if (!bytes) return `附件“${name}”的文件不在这台电脑上。记录本身不受影响，请重新上传。`;
  // Its name may name a person; its hash is what records know it by.
  await store.takeOut('另存附件', { of: hash });
  await desktop().files.save(name, bytes);
  return undefined;
}

/** Files kept beside the records, by the hash of their bytes; put away at once, referred to once the form is saved. */
export function AttachmentsEditor({
  id,
  name,
  value,
  onChange,
  readOnly = false,
}: EditorProps & { readonly readOnly?: boolean }) {
  const { store } = useStoreClient();
  const [problem, setProblem] = useState<string>();
  const files = filesIn(value);
  const fail = (thrown: unknown) => setProblem(messageOf(thrown));
  const add = async (chosen: readonly File[]) => {
    const large = chosen.find((file) => file.size > LIMIT);
    if (large) return setProblem(`“${large.name}”有 ${sizeWords(large.size)}，超过 50 MB 的上限，没有添加。`);
    setProblem(undefined);
    const kept = await Promise.all(chosen.map(keep));
    onChange([...files, ...kept]);
  };
  const box = useRef<HTMLDivElement>(null);
  usePasteFiles(box, (pasted) => void add(pasted).catch(fail));
  return (
    <div id={id} ref={box} {...(readOnly ? {} : takesFiles)}>
      {files.map((file) => (
        <Group key={`${file.hash} ${file.name}`} gap="xs" py={3} wrap="nowrap">
          <Text truncate title={file.name}>
            {file.name}
          </Text>
          <Text className={styles.grade}>{sizeWords(file.size)}</Text>
          <UnstyledButton className={styles.link ?? ''} onClick={() => saveAs(file, store).then(setProblem, fail)}>
            另存
          </UnstyledButton>
          {!readOnly && (
            <UnstyledButton className={styles.link ?? ''} onClick={() => onChange(files.filter((one) => one !== file))}>
              移除
            </UnstyledButton>
          )}
        </Group>
      ))}
      {!readOnly && (
        <FileButton multiple onChange={(chosen) => void add(chosen).catch(fail)}>
          {(props) => (
            <Group gap="xs">
              <Button {...props} variant="default" aria-label={`${name} 添加文件`}>
                添加文件
              </Button>
              <Text className={styles.grade}>截图可按 Ctrl+V 粘贴</Text>
            </Group>
          )}
        </FileButton>
      )}
      {problem && <div className={styles.complaint}>{problem}</div>}
    </div>
  );
}
