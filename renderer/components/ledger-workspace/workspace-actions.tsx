import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../basics/icon.tsx';

type Props = {
  readonly noun: string;
  readonly exporting: boolean;
  readonly onNew: () => void;
  readonly onImport: () => void;
  readonly onExport: () => void;
  /** Entries of 更多; without any there is no such button. */
  readonly more?: ReactNode;
};

/** 新增 导入 导出 更多, always in this order. */
export function WorkspaceActions({ noun, exporting, onNew, onImport, onExport, more }: Props) {
  return (
    <div style={{ marginLeft: 'auto', display: 'flex', flex: 'none', gap: 8 }}>
      <Button onClick={onNew} title={`新增${noun}`}>
        新增
      </Button>
      <Button variant="default" onClick={onImport}>
        导入
      </Button>
      <Button variant="default" loading={exporting} onClick={onExport}>
        导出
      </Button>
      {more && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<Icon name="more" />}>
              更多
            </Button>
          </Menu.Target>
          <Menu.Dropdown>{more}</Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
