import { Button, CloseButton, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { recordLink } from '../../components/session/record-link.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import type { MovedCase } from '../../store/store-api.ts';
import styles from './frame.module.css';

/** Which due dates a change of the holiday calendar moved. It stays until it is closed: nothing else says it. */
export function FrameMoved() {
  const client = useStoreClient();
  const [moved, setMoved] = useState<readonly MovedCase[]>([]);
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.kind === 'dueMoved') setMoved(event.moved);
      }),
    [client],
  );
  if (moved.length === 0) return null;
  const title = `因节假日调整，${new Set(moved.map(({ ledger, record }) => `${ledger} ${record}`)).size} 件的到期日变动`;
  return (
    <div className={styles.notice} role="status" aria-label="到期日变动">
      <span style={{ flex: 1 }}>{title}。</span>
      <Button variant="subtle" h={26} px={8} onClick={() => setOpen(true)}>
        查看
      </Button>
      <CloseButton size="sm" aria-label="关闭到期日变动" onClick={() => setMoved([])} />
      <Modal opened={open} onClose={() => setOpen(false)} title={title} size="xl">
        <table className={styles.moved}>
          <thead>
            <tr>
              <th>事项</th>
              <th>时限</th>
              <th>原到期日</th>
              <th>现到期日</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ ledger, record, title: name, clock, clockTitle, dueBefore, dueAfter, uncertain }) => (
              <tr key={`${ledger} ${record} ${clock}`}>
                <td>
                  <Link href={recordLink(ledger, record)} onClick={() => setOpen(false)}>
                    {name}
                  </Link>
                </td>
                <td>{clockTitle}</td>
                <td>{dueBefore}</td>
                <td>
                  {dueAfter}
                  {uncertain && '（未录入节假日，按周末推算）'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </div>
  );
}
