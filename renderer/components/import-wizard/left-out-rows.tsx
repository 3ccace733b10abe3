import { Button, Modal, Pagination, Table, Text } from '@mantine/core';
import { startTransition, useCallback, useEffect, useState } from 'react';
import { sum } from '../../../shared/kit/numbers.ts';
import type { RowPlace } from '../../../shared/workbook/cells.ts';
import type { ImportView, LeftOutWindow, RemoteImportSession } from '../../store/import/import-api.ts';
import { AnsweredCheckbox } from '../basics/answered-tick.tsx';
import styles from './import-wizard.module.css';
import { placeName, rowLabel } from './import-words.ts';

const ROWS_A_PAGE = 50;

type Props = {
  readonly session: RemoteImportSession;
  readonly view: ImportView;
  /** Absent where rows are looked at only. */
  readonly onRemap?: (change: (session: RemoteImportSession) => Promise<ImportView>) => Promise<void>;
};

/** Opens the list of every row that is no record, each with its place, reason and text; a wrong one is taken in there. */
export function LeftOutRows({ session, view, onRemap }: Props) {
  const [isOpen, setOpen] = useState(false);
  const total = sum(view.leftOut.map(({ rows }) => rows));
  if (total === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        查看略过的 {total} 行
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="不是记录、已略过的行" size="xl">
        <LeftOutList session={session} {...(onRemap ? { onRemap } : {})} />
      </Modal>
    </>
  );
}

function LeftOutList({ session, onRemap }: Omit<Props, 'view'>) {
  const [page, setPage] = useState(1);
  const [window, setWindow] = useState<LeftOutWindow>();
  const look = useCallback(
    async (isWanted: () => boolean = () => true) => {
      const next = await session.leftOutWindow((page - 1) * ROWS_A_PAGE, ROWS_A_PAGE);
      if (isWanted()) startTransition(() => setWindow(next));
    },
    [session, page],
  );
  useEffect(() => {
    let current = true;
    void look(() => current);
    return () => {
      current = false;
    };
  }, [look]);
  const take = async (place: RowPlace, taken: boolean) => {
    await onRemap?.((remote) => remote.takeRow(place, taken));
    await look();
  };
  const pages = Math.ceil((window?.total ?? 0) / ROWS_A_PAGE);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {onRemap
          ? '看着像合计、落款、说明、表头或另一张表的行不导入。其中确实是记录的，勾上“作为记录”。空行没有内容，只计数。'
          : '要把其中的行作为记录导入，请回到上一步。'}
      </Text>
      <Table data-testid="left-out-rows" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>行</Table.Th>
            <Table.Th>原因</Table.Th>
            <Table.Th>内容</Table.Th>
            {onRemap && <Table.Th>作为记录</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {window?.rows.map(({ place, reason, isTaken, text }) => (
            <Table.Tr key={placeName(place)}>
              <Table.Td className={styles.fixed}>{rowLabel(place)}</Table.Td>
              <Table.Td className={styles.fixed}>{isTaken ? `${reason}，已作为记录` : reason}</Table.Td>
              <Table.Td>{text}</Table.Td>
              {onRemap && (
                <Table.Td className={styles.fixed}>
                  {reason !== '空行' && (
                    <AnsweredCheckbox
                      aria-label={`${placeName(place)}作为记录`}
                      checked={isTaken}
                      onTick={(taken) => take(place, taken)}
                    />
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {pages > 1 && <Pagination total={pages} value={page} onChange={setPage} size="sm" mt="sm" />}
    </>
  );
}
