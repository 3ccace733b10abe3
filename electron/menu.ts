import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The page opens its manual by this key itself. */
const pressF1: MenuItemConstructorOptions['click'] = () => {
  const [window] = BrowserWindow.getAllWindows();
  window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' });
};

/** The menu bar. How large the page is shown Chromium remembers by itself, as it does in a browser. Its standard items keep the system's shortcuts; everything else the page does itself. */
export const showMenu = (packaged: boolean): void => {
  const view: readonly MenuItemConstructorOptions[] = [
    { role: 'resetZoom', label: '实际大小' },
    // Without Shift, as the key is pressed; and as it is written.
    { role: 'zoomIn', label: '放大', accelerator: 'CommandOrControl+=' },
    { role: 'zoomIn', accelerator: 'CommandOrControl+Plus', visible: false, acceleratorWorksWhenHidden: true },
    { role: 'zoomOut', label: '缩小' },
    separator,
    { role: 'togglefullscreen', label: '全屏' },
    ...(packaged ? [] : [separator, { role: 'toggleDevTools', label: '开发者工具' } as const]),
  ];
  const template: MenuItemConstructorOptions[] = [
    { label: '文件', submenu: [{ id: 'quit', role: 'quit', label: '退出' }] },
    {
      label: '编辑',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        separator,
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    { label: '查看', submenu: [...view] },
    { label: '窗口', role: 'windowMenu', submenu: [{ role: 'minimize', label: '最小化' }] },
    {
      label: '帮助',
      submenu: [{ id: 'manual', label: '用户手册', accelerator: 'F1', registerAccelerator: false, click: pressF1 }],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};
