import { Menu } from '@mantine/core';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { RowActs } from './use-row-acts.tsx';

/** Where a menu was asked for, in pixels of the window, and for which rows. */
export type AskedMenu = { readonly x: number; readonly y: number; readonly ids: readonly string[] };

type Props = {
  readonly ledger: Ledger;
  readonly asked: AskedMenu;
  readonly acts: RowActs;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
};

/** The menu of the right mouse button, or of the menu key, on rows of a list. */
export function RowMenu({ ledger, asked: { x, y, ids }, acts, onOpen, onClose }: Props) {
  const [first = ''] = ids;
  const count = ids.length;
  const isOne = count === 1;
  return (
    <Menu opened onChange={(isOpen) => !isOpen && onClose()} position="bottom-start" offset={0} trapFocus returnFocus>
      <Menu.Target>
        {/* A place, nothing to be read. */}
        <span aria-hidden="true" style={{ position: 'fixed', left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={isOne ? '这一行' : `选中的 ${count} 行`}>
        <Menu.Item onClick={() => acts.copy(ids)}>复制{isOne ? '' : ` ${count} 行`}</Menu.Item>
        {isOne && <Menu.Item onClick={() => onOpen(first)}>打开</Menu.Item>}
        <Menu.Item onClick={() => acts.edit(ids)}>批量修改{isOne ? '' : ` ${count} 条`}</Menu.Item>
        <Menu.Item onClick={() => acts.exportThem(ids)}>导出所选</Menu.Item>
        <Menu.Item onClick={() => acts.print(ids)}>打印所选</Menu.Item>
        {isOne && <Menu.Item onClick={() => acts.history(first)}>查看历史</Menu.Item>}
        <Menu.Divider />
        <Menu.Item c="red.9" onClick={() => acts.remove(ids)}>
          删除 {count} 条{ledger.noun}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
