import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { runCommand, type Command } from './command.ts';
import styles from './command-palette.module.css';
import { shortcutText } from './shortcut.ts';

interface CommandPaletteProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** All commands of the page by name: type a few letters, choose with arrows, Enter runs. */
export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(commands, text);
  const current = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    runCommand(command);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0)
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    else if (event.key === 'Enter') run(current);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className={styles.palette} aria-label="Commands" onClose={onClose}>
      <input
        className={styles.search}
        role="combobox"
        aria-label="Search commands"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
        placeholder="What would you like to do?"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label="Commands" className={styles.list}>
        {found.map((command) => (
          <li
            key={command.id}
            id={`${listId}-${command.id}`}
            role="option"
            aria-selected={command === current}
            className={styles.command}
            onClick={() => {
              run(command);
            }}
          >
            <span>{command.label}</span>
            {command.shortcuts[0] === undefined ? null : <kbd>{shortcutText(command.shortcuts[0])}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className={styles.none}>No command has this name.</p> : null}
    </dialog>
  );
}

/** Enabled commands whose name holds all typed words. */
function matching(commands: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/);
  return commands.filter(
    (command) =>
      command.hidden !== true &&
      command.isEnabled() &&
      words.every((word) => command.label.toLowerCase().includes(word)),
  );
}
