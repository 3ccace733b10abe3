import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { nextZoom, ZOOMS } from './zoom.ts';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The page opens its manual by this key itself. */
const pressF1: MenuItemConstructorOptions['click'] = () => {
  const [window] = BrowserWindow.getAllWindows();
  window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' });
};

/** What a menu item does that shows the page at another size; `keep` remembers it for the next start. */
const zoomTo =
  (next: (factor: number) => number, keep: (factor: number) => void): (() => void) =>
  () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    const factor = next(window.webContents.getZoomFactor());
    window.webContents.setZoomFactor(factor);
    keep(factor);
  };

/**
 * The menu bar. Its standard items keep the system's shortcuts; everything else the page does itself. `keepZoom` remembers
 * how large the page is shown.
 */
export const showMenu = (packaged: boolean, keepZoom: (factor: number) => void): void => {
  const zoomIn = zoomTo((factor) => nextZoom(factor, 1), keepZoom);
  const zoomOut = zoomTo((factor) => nextZoom(factor, -1), keepZoom);
  const zoomReset = zoomTo(() => ZOOMS[0], keepZoom);
  const view: readonly MenuItemConstructorOptions[] = [
    { id: 'zoomReset', label: '实际大小', accelerator: 'CommandOrControl+0', click: zoomReset },
    // Without Shift, as the key is pressed; and as it is written.
    { id: 'zoomIn', label: '放大', accelerator: 'CommandOrControl+=', click: zoomIn },
    {
      label: '放大',
      accelerator: 'CommandOrControl+Plus',
      visible: false,
      acceleratorWorksWhenHidden: true,
      click: zoomIn,
    },
    { id: 'zoomOut', label: '缩小', accelerator: 'CommandOrControl+-', click: zoomOut },
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
