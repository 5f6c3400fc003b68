/** The names under which the preload and the main process speak; nothing else crosses between them. */
export const channels = {
  request: 'phleboplan:request',
  change: 'phleboplan:change',
  saveFile: 'phleboplan:save-file',
  openFile: 'phleboplan:open-file',
  setMenu: 'phleboplan:set-menu',
  command: 'phleboplan:command',
} as const;
