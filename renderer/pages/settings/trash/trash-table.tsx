import { Button } from '@mantine/core';
import { useState } from 'react';
import { maskValue } from '../../../../shared/kit/format.ts';
import type { Ledger } from '../../../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import { cellText, columnLabel, fieldOf } from '../../../components/basics/shown-text.ts';
import words from '../../../components/basics/words.module.css';
import { useReferenceBook } from '../../../components/session/reference-book.tsx';

/** Rows shown at first, and again with every click. */
const STEP = 50;
/** Enough columns to know a record by. */
const COLUMNS = 5;

type Props = {
  readonly ledger: Ledger;
  readonly records: readonly LedgerRecord[];
  readonly busy: boolean;
  readonly onRestore: (ledger: Ledger, id: string, title: string) => void;
};

/** The deleted records of one ledger by their first columns; personal data stays masked as in every list. */
export function TrashTable({ ledger, records, busy, onRestore }: Props) {
  const { nameOf } = useReferenceBook();
  const [most, setMost] = useState(STEP);
  const columns = ledger.columns.filter((field) => ledger.fields[field] !== undefined).slice(0, COLUMNS);
  const text = ({ values }: LedgerRecord, field: string): string => {
    const spec = fieldOf(ledger, field);
    const value = spec?.personal ? maskValue(values[field], spec) : values[field];
    return cellText(ledger, field, value, nameOf);
  };
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            {columns.map((field) => (
              <th key={field}>{columnLabel(fieldOf(ledger, field) ?? { kind: 'text', label: field })}</th>
            ))}
            <th aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {records.slice(0, most).map((record) => {
            const title = text(record, ledger.titleField);
            return (
              <tr key={record.id}>
                {columns.map((field) => (
                  <td key={field}>{text(record, field)}</td>
                ))}
                <td className={words.act}>
                  <Button
                    variant="subtle"
                    px={8}
                    h={26}
                    disabled={busy}
                    aria-label={`恢复 ${title}`}
                    onClick={() => onRestore(ledger, record.id, title)}
                  >
                    恢复
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </PlainTable>
      {records.length > most && (
        <Button variant="subtle" mt={8} onClick={() => setMost(most + STEP)}>
          再显示 {Math.min(STEP, records.length - most)} 条（共 {records.length} 条）
        </Button>
      )}
    </>
  );
}
