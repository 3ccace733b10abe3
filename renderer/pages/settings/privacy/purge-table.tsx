import { Checkbox, Text } from '@mantine/core';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import { StateNote } from '../../../components/basics/state-notes.tsx';
import words from '../../../components/basics/words.module.css';
import type { FoundPerson } from '../../../store/store-api.ts';
import type { usePurge } from './use-purge.ts';

type Props = { readonly state: ReturnType<typeof usePurge>; readonly found: FoundPerson };

/** Every record that names the person, to be chosen one by one: another may bear the same name. */
export function PurgeTable({ state, found }: Props) {
  if (found.records.length === 0) {
    return (
      <StateNote title="没有找到" text="记录、回收站里都没有这个姓名或号码。姓名可能写法不同，可以换一种写法再找。" />
    );
  }
  return (
    <>
      <PlainTable aria-label="找到的记录" style={{ marginTop: 16 }}>
        <thead>
          <tr>
            <th aria-label="选择" />
            <th>台账</th>
            <th>记录</th>
            <th>出现在</th>
            <th>附件</th>
          </tr>
        </thead>
        <tbody>
          {found.records.map((record) => (
            <tr key={`${record.ledger} ${record.id}`}>
              <td className={words.act}>
                <Checkbox
                  aria-label={`选择 ${record.title}`}
                  checked={state.isChosen(record)}
                  onChange={(event) => state.choose(record, event.currentTarget.checked)}
                />
              </td>
              <td className={words.nowrap}>
                {ledgerById(record.ledger)?.title ?? record.ledger}
                {record.isDeleted && <span className={words.quiet}>（回收站）</span>}
              </td>
              <td>{record.title}</td>
              <td>{record.fields.join('、')}</td>
              <td className={words.nowrap}>{record.attachments > 0 ? `${record.attachments} 个` : ''}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <Text fz={13} c="var(--quiet)" mt={6}>
        可能有同名的人，请逐条核对后勾选；受限内容只对经授权的操作员列出。同一条记录里其他人的姓名、电话等个人信息栏会一并清空。
        {found.isMore && '找到的太多，只列出前 500 条，请加上证件号码再找。'}
        {found.mentions > 0 && `另有 ${found.mentions} 步操作记录的说明文字里提到，这些文字不能清除。`}
      </Text>
    </>
  );
}
