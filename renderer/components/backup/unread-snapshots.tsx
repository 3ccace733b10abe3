import { Alert } from '@mantine/core';

/** Says which snapshots the list leaves out because their files tell nothing now; nothing where all can be read. */
export function UnreadSnapshots({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" my={8} title={`有 ${names.length} 份备份现在读不出来，没有列出`}>
      可能被杀毒软件、网盘等程序占用，也可能已损坏；文件没有改动。稍后重新打开再看：{names.join('、')}
    </Alert>
  );
}
