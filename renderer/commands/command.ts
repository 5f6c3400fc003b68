/** One thing that somebody can do. Toolbar, shortcut and palette read the same record. */
export interface Command {
  readonly id: string;
  /** What a person calls it: `Undo`, `Line vein`. */
  readonly label: string;
  /** `Mod+Z`, `L`, `Shift+ArrowUp`; the first one is shown. `Mod` is Ctrl, on a Mac the command key. */
  readonly shortcuts: readonly string[];
  readonly isEnabled: () => boolean;
  readonly run: () => void;
  /** Left out of the palette: not worth its place there. */
  readonly hidden?: boolean;
}

/** Runs a command where it is enabled now. */
export function runCommand(command: Command): void {
  if (command.isEnabled()) command.run();
}
