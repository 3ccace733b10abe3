import { Button } from '@mantine/core';
import { useState } from 'react';
import { EXAMPLE_STREET } from '../../../shared/example/example-names.ts';
import { ConfirmDialog } from '../../components/basics/confirm-dialog.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { leaveExample, renewExample } from '../../desktop/example-mode.ts';
import styles from './frame.module.css';

/** Says on every page that nothing here is real, with the way out. */
export function FrameExample() {
  const { example } = useStoreClient();
  const { leave } = useUnsaved();
  const { data: madeOn } = useAnswer('example', () => example.madeOn());
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.example} role="note" aria-label="示例数据">
      <strong>示例数据</strong>
      <span style={{ flex: 1 }}>
        “{EXAMPLE_STREET}”和其中的人都是虚构的{madeOn && `，生成于 ${madeOn}`}。可以随便改，不会进入本单位的数据。
      </span>
      <Button variant="subtle" h={26} px={8} onClick={() => setAsking(true)}>
        重新生成
      </Button>
      <Button h={26} px={10} onClick={() => leave(leaveExample)}>
        退出示例
      </Button>
      {asking && (
        <ConfirmDialog
          title="重新生成示例？"
          act="重新生成"
          onCancel={() => setAsking(false)}
          onConfirm={() => leave(renewExample)}
        >
          在示例里做过的改动会清除，换成截至今天的两年台账。本单位的数据不受影响。
        </ConfirmDialog>
      )}
    </div>
  );
}
