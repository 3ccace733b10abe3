import { Button, Group } from '@mantine/core';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { fieldOf, shownText } from '../basics/shown-text.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import type { ConflictField } from './conflict.ts';
import styles from './record-panel.module.css';

type Props = {
  readonly ledger: Ledger;
  readonly fields: readonly ConflictField[];
  readonly onKeepMine: () => void;
  readonly onTakeStored: () => void;
};

/** Two hands on one record: what stands there now beside what is typed here, and which of them shall stay. */
export function ConflictNote({ ledger, fields, onKeepMine, onTakeStored }: Props) {
  const { nameOf } = useReferenceBook();
  const words = (field: string, value: Value | undefined): string =>
    shownText(ledger, field, value, nameOf) || '（空）';
  const clashes = fields.some(({ mine }) => mine !== undefined);
  return (
    <section className={styles.conflict} aria-label="修改冲突">
      <strong>填写期间，这条记录已被修改，没有保存。</strong>
      <div className={styles.small}>
        {clashes
          ? '保留我的：我填的留在表上，再按“保存”写入。采用现在的：放下我在这几栏填的。'
          : '改动的不是正在填写的栏目。看过后按“保留我的”，再保存。'}
      </div>
      <table className={styles.sides}>
        <thead>
          <tr>
            <th>栏目</th>
            <th>现在的</th>
            <th>我的</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, stored, mine }) => (
            <tr key={field}>
              <td>{fieldOf(ledger, field)?.label ?? field}</td>
              <td>{words(field, stored)}</td>
              <td>{mine ? words(field, mine.value) : '没有改'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group gap={8}>
        <Button variant="default" h={30} onClick={onKeepMine}>
          保留我的
        </Button>
        <Button variant="default" h={30} onClick={onTakeStored}>
          采用现在的
        </Button>
      </Group>
    </section>
  );
}
