import { Text } from '@mantine/core';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import type { UndoPlan } from '../../store/store-api.ts';

/** The rest is a number: a dialog is no list. */
const MOST = 8;

/** What an undo will do and what it leaves, with the reason. */
export function UndoWords({ plan }: { readonly plan: UndoPlan }) {
  const { undoable, blocked } = plan;
  return (
    <>
      <Text>{undoable} 条记录将恢复到这一步之前。</Text>
      {blocked.length > 0 && (
        <>
          <Text mt="xs">{blocked.length} 条不能撤销，保持现状：</Text>
          <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
            {blocked.slice(0, MOST).map(({ ledger, id, title, why }) => (
              <li key={`${ledger} ${id}`}>
                {ledgerById(ledger)?.noun} {title}：{why}
              </li>
            ))}
          </ul>
          {blocked.length > MOST && <Text>……以及另外 {blocked.length - MOST} 条</Text>}
        </>
      )}
    </>
  );
}
