import type { Command } from '../../../commands/command.ts';
import { EXPORT_TEXT } from '../../../text/export-text.ts';

/** Opens the dialog that saves or copies the map. */
export function exportCommand(open: () => void): Command {
  return {
    id: 'export-map',
    label: EXPORT_TEXT.command,
    shortcuts: ['Mod+E'],
    isEnabled: () => true,
    run: open,
  };
}
