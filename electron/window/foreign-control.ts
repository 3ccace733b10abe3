/**
 * Switches with which whoever starts the program could have another program read or steer its page. What Node's own
 * inspector listens to is a fuse (docs/SECURITY.md); these are Chromium's, and no fuse switches them off.
 */
const SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
] as const;

/** Why the packed program does not start; undefined where it may. A checkout may be looked into: specs drive it so. */
export const foreignControl = (isPackaged: boolean, hasSwitch: (name: string) => boolean): string | undefined => {
  const given = isPackaged ? SWITCHES.filter(hasSwitch) : [];
  if (given.length === 0) return undefined;
  const names = given.map((name) => `--${name}`).join('、');
  return `程序是带着 ${names} 启动的，别的程序可以借此读取和操作台账，所以没有启动，数据没有打开。请从桌面或开始菜单的图标启动；仍然这样的，请检查快捷方式“目标”里是否被加了这些字。`;
};
