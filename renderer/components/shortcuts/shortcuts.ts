/** Where keys work, in the order the sheet of shortcuts lists them. */
export const SHORTCUT_PLACES = ['到处可用', '台账列表', '表格录入'] as const;

export type Shortcut = {
  /** Any of these, as they are written on a keyboard: `Ctrl+S`, `F2`. On a Mac ⌘ stands for Ctrl. */
  readonly keys: readonly string[];
  readonly place: (typeof SHORTCUT_PLACES)[number];
  readonly does: string;
};

/**
 * Every key the program obeys; zooming is the window's and the browser's own. The sheet of shortcuts (Ctrl+/) and the manual are held against this table. In a browser some
 * of them belong to the browser (Ctrl+N): then the second key does.
 */
export const SHORTCUTS = {
  save: { keys: ['Ctrl+S'], place: '到处可用', does: '保存正在填的内容，并马上备份' },
  undo: { keys: ['Ctrl+Z'], place: '到处可用', does: '撤销刚才的一步（输入框里撤销输入的字）' },
  redo: { keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], place: '到处可用', does: '重做刚撤销的一步' },
  findEverywhere: { keys: ['Ctrl+K'], place: '到处可用', does: '查找全部台账' },
  print: { keys: ['Ctrl+P'], place: '到处可用', does: '打印预览；预览里再按一次打印' },
  lock: { keys: ['Ctrl+L'], place: '到处可用', does: '锁定（设了口令时）' },
  help: { keys: ['F1'], place: '到处可用', does: '打开用户手册，翻到讲这一页的章节' },
  keys: { keys: ['Ctrl+/'], place: '到处可用', does: '打开快捷键表' },
  zoomIn: { keys: ['Ctrl+='], place: '到处可用', does: '放大画面，下次打开还是这样' },
  zoomOut: { keys: ['Ctrl+-'], place: '到处可用', does: '缩小画面' },
  zoomReset: { keys: ['Ctrl+0'], place: '到处可用', does: '恢复原来大小' },
  leave: { keys: ['Esc'], place: '到处可用', does: '关闭打开的记录、窗口，取消正在改的格' },

  find: { keys: ['Ctrl+F'], place: '台账列表', does: '在本页查找：名称、编号、拼音首字母' },
  create: { keys: ['Ctrl+N', 'Alt+N'], place: '台账列表', does: '新增一条（浏览器里用 Alt+N）' },
  edit: { keys: ['F2'], place: '台账列表', does: '打开当前行并开始修改' },
  open: { keys: ['Enter'], place: '台账列表', does: '打开当前行；上下键换行，空格勾选' },

  selectAll: { keys: ['Ctrl+A'], place: '台账列表', does: '选中全部行（最多 5,000 行），再批量修改、导出或删除' },
  menu: { keys: ['Shift+F10'], place: '台账列表', does: '打开当前行的菜单，同鼠标右键' },

  narrower: { keys: ['Alt+Shift+←'], place: '台账列表', does: '表头上（按 Tab 到列名）：这一列窄一些' },
  wider: { keys: ['Alt+Shift+→'], place: '台账列表', does: '表头上（按 Tab 到列名）：这一列宽一些' },

  enterDown: { keys: ['Enter'], place: '表格录入', does: '确认，到下一行' },
  enterUp: { keys: ['Shift+Enter'], place: '表格录入', does: '确认，到上一行' },
  tabRight: { keys: ['Tab'], place: '表格录入', does: '确认，到右边一格' },
  tabLeft: { keys: ['Shift+Tab'], place: '表格录入', does: '确认，到左边一格' },
  editCell: { keys: ['F2'], place: '表格录入', does: '改格里的内容；直接打字是覆盖' },
  clearCells: { keys: ['Delete'], place: '表格录入', does: '清空选中的格' },
  fillDown: { keys: ['Ctrl+D'], place: '表格录入', does: '用上面一格填满选中的格' },
  today: { keys: ['Ctrl+;'], place: '表格录入', does: '填今天的日期' },
  firstCell: { keys: ['Ctrl+Home'], place: '表格录入', does: '到第一行第一格' },
  lastCell: { keys: ['Ctrl+End'], place: '表格录入', does: '到最后一行最后一格' },
  copy: { keys: ['Ctrl+C'], place: '表格录入', does: '复制选中的格，可粘贴到 Excel、WPS' },
  paste: { keys: ['Ctrl+V'], place: '表格录入', does: '粘贴从 Excel、WPS 复制的格，先预览再写入' },
} as const satisfies { readonly [id: string]: Shortcut };

export type ShortcutId = keyof typeof SHORTCUTS;
