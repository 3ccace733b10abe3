'use strict';
const { strict } = require('./strict.cjs');

/** Menu trees that can be looked up and clicked by a spec; nothing is drawn and no accelerator is heard. */
exports.createMenus = ({ log, focusedWindow }) => {
  let applicationMenu = null;

  class MenuItem {
    constructor(options) {
      Object.assign(this, { enabled: true, visible: true, checked: false }, options);
      this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
      this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : options.submenu;
      this.click = () => {
        if (options.click) options.click(this, focusedWindow(), {});
        else log.push({ type: 'role', role: options.role });
      };
    }
  }

  class Menu {
    items = [];
    getMenuItemById(id) {
      for (const item of this.items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
        if (found) return found;
      }
      return null;
    }
    static buildFromTemplate(template) {
      const menu = new Menu();
      menu.items = template.map((options) => new MenuItem(options));
      return menu;
    }
    static setApplicationMenu(menu) {
      applicationMenu = menu;
    }
    static getApplicationMenu() {
      return applicationMenu;
    }
  }
  return { Menu: strict('Menu', Menu), MenuItem };
};
