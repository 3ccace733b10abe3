import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { sum } from '../../../../shared/kit/numbers.ts';
import { ConfirmDialog } from '../../../components/basics/confirm-dialog.tsx';
import type { UnreachedCopies, usePurge } from './use-purge.ts';

type Props = { readonly state: ReturnType<typeof usePurge>; readonly copies: UnreachedCopies };

/** Asks a second time, with every copy named that the purge does not reach. */
export function PurgeDialog({ state, copies }: Props) {
  const { records, form } = state;
  const [isSure, setSure] = useState(false);
  const [withFiles, setWithFiles] = useState(true);
  const attachments = sum(records.map((record) => record.attachments));
  const standing = records.filter(({ isDeleted }) => !isDeleted).length;
  const trashed = records.length - standing;
  return (
    <ConfirmDialog
      title={`清除 ${records.length} 条记录里的个人信息？`}
      act={`清除 ${records.length} 条，不能撤销`}
      deletes
      onCancel={state.cancel}
      disabled={!isSure}
      onConfirm={() => state.purge(attachments > 0 && withFiles)}
    >
      <p style={{ marginTop: 0 }}>
        {standing > 0 && `${standing} 条记录保留编号、日期和结果，清除个人信息。`}
        {trashed > 0 && `回收站里的 ${trashed} 条整条清除。`}
        依据“{form.basis}”记入操作记录，操作记录里不写姓名。
      </p>
      <div>程序清不到的副本，请另行处理：</div>
      <ul style={{ margin: '4px 0 12px', paddingLeft: 20 }}>
        {copies.snapshots > 0 && (
          <li>
            本机备份 {copies.snapshots}{' '}
            份：里面仍有原来的内容，从它们恢复会带回来。新的备份里没有；旧的到期自动清理，急需时请在数据文件夹的
            snapshots 里删除。
          </li>
        )}
        {copies.secondCopy !== undefined && <li>第二份备份（{copies.secondCopy}）里的旧备份和旧日志。</li>}
        {copies.waiting > 0 && (
          <li>
            收好的交换包 {copies.waiting} 个：里面可能有这个人的信息。用不着的，请在 设置 → 数据交换
            的“等待前一个包”里移除。
          </li>
        )}
        <li>已经导出、打印、上报、另存到U盘的文件和备份。</li>
        {attachments > 0 && copies.secondCopy !== undefined && <li>附件在第二份备份里的那一份。</li>}
        {attachments > 0 && !withFiles && <li>留下的 {attachments} 个附件，里面可能有这个人的信息。</li>}
        <li>恢复时留下的旧数据库、磁盘上尚未被新内容覆盖的旧数据。</li>
      </ul>
      {attachments > 0 && (
        <Checkbox
          mb={8}
          label={`连同这些记录的 ${attachments} 个附件一起从本机删除（别的记录也用到的不删）`}
          checked={withFiles}
          onChange={(event) => setWithFiles(event.currentTarget.checked)}
        />
      )}
      <Checkbox
        label="已核对是这个人的记录，知道不能撤销"
        checked={isSure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
    </ConfirmDialog>
  );
}
