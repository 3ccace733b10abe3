import { ActionIcon, Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../basics/icon.tsx';

type Props = {
  readonly noun: string;
  readonly exporting: boolean;
  /** How much of a long export is done, in percent. */
  readonly exported: number | undefined;
  readonly onCancelExport: () => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
  /** 公开版, in stars. */
  readonly onExport: () => void;
  /** 内部版, with all personal data; the log says so. */
  readonly onExportWhole: () => void;
  readonly printing: boolean;
  readonly onPrint: () => void;
  /** Entries of 更多; without any there is no such button. */
  readonly more?: ReactNode;
};

/** 新增 导入 导出 打印 更多, always in this order. */
export function WorkspaceActions(props: Props) {
  const {
    noun,
    exporting,
    exported,
    onNew,
    onImport,
    onExport,
    onExportWhole,
    onCancelExport,
    printing,
    onPrint,
    more,
  } = props;
  return (
    <>
      <Button onClick={onNew} title={`新增${noun}`}>
        新增
      </Button>
      <Button variant="default" onClick={onImport}>
        导入
      </Button>
      <Button.Group>
        {exported === undefined ? (
          <Button variant="default" loading={exporting} onClick={onExport} title="公开版，个人信息脱敏">
            导出
          </Button>
        ) : (
          <Button variant="default" onClick={onCancelExport} title="取消后不生成文件，台账不受影响">
            取消导出（{exported}%）
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" h="auto" aria-label="公开版或内部版" disabled={exporting}>
              <Icon name="opened" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onExport}>公开版（脱敏）</Menu.Item>
            <Menu.Item onClick={onExportWhole}>内部版（全部）</Menu.Item>
            <Menu.Label>导出记录在案；表格不加密，请妥善保管</Menu.Label>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <Button variant="default" loading={printing} onClick={onPrint} title="打印预览，个人信息脱敏">
        打印
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
    </>
  );
}
