import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/desktop-bridge.ts';

/**
 * The menu of the window: the commands of the page, which run there, between the few things that belong to every window.
 * Their shortcuts are shown only: the page listens for the keys itself, in the browser and here alike.
 */
export function menuTemplate(
  commands: readonly MenuCommand[],
  runCommand: (id: string) => void,
  platform: NodeJS.Platform = process.platform,
): MenuItemConstructorOptions[] {
  const itemsOf = (menu: MenuCommand['menu']): MenuItemConstructorOptions[] => {
    const items = commands.filter((command) => command.menu === menu);
    if (items.length === 0) return [];
    return [...items.map((command) => menuItem(command, runCommand)), { type: 'separator' }];
  };
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: [...itemsOf('file'), { role: isMac ? 'close' : 'quit' }] },
    {
      label: 'Edit',
      submenu: [
        ...itemsOf('edit'),
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        ...itemsOf('view'),
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
  ];
}

function menuItem(command: MenuCommand, runCommand: (id: string) => void): MenuItemConstructorOptions {
  return {
    id: command.id,
    label: command.label,
    enabled: command.isEnabled,
    registerAccelerator: false,
    ...(command.shortcut === null ? {} : { accelerator: command.shortcut }),
    click: () => runCommand(command.id),
  };
}

/** Puts the menu up, with the given commands of the page. */
export function showMenu(commands: readonly MenuCommand[], runCommand: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(commands, runCommand)));
}
