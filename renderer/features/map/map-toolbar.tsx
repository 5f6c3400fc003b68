import {
  IconArrowMerge,
  IconEraser,
  IconHandStop,
  IconMapPin,
  IconNote,
  IconPencil,
  IconPointer,
  IconRuler2,
  IconVectorSpline,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ToolId } from '../../canvas/tools/running-tool.ts';
import { runCommand, type Command } from '../../commands/command.ts';
import { PEN_MODE_WORDS } from '../../text/map-list-text.ts';
import { TOOL_WORDS } from '../../text/map-text.ts';
import { toolsFor } from './map-commands.ts';
import type { MapEditor } from './map-editor.ts';
import styles from './map-toolbar.module.css';
import { BranchIcon, WebIcon } from './tool-icons.tsx';

const ICON = { size: 19, stroke: 1.6, 'aria-hidden': true } as const;
const ICONS: Readonly<Record<ToolId, ReactNode>> = {
  select: <IconPointer {...ICON} />,
  pan: <IconHandStop {...ICON} />,
  line: <IconVectorSpline {...ICON} />,
  web: <WebIcon />,
  branch: <BranchIcon />,
  site: <IconMapPin {...ICON} />,
  note: <IconNote {...ICON} />,
  feeder: <IconArrowMerge {...ICON} />,
  scale: <IconRuler2 {...ICON} />,
  erase: <IconEraser {...ICON} />,
};

interface MapToolbarProps {
  readonly editor: MapEditor;
  readonly commands: readonly Command[];
}

/** The tools, floating over the map. */
export function MapToolbar({ editor, commands }: MapToolbarProps) {
  const tool = useStore(editor.store, (state) => state.tool.id);
  // What is selected decides which tools have something to work on.
  useStore(editor.store, (state) => state.selection);
  return (
    <div className={styles.place}>
      <div className={styles.tools} role="toolbar" aria-label="Tools" aria-orientation="vertical">
        {toolsFor(editor.mayWrite).map((id) => {
          const command = commands.find((other) => other.id === `tool-${id}`);
          if (command === undefined) return null;
          return (
            <button
              key={id}
              type="button"
              className={styles.tool}
              aria-pressed={tool === id}
              aria-disabled={!command.isEnabled() || undefined}
              title={`${command.label} (${command.shortcuts[0] ?? ''})`}
              onClick={() => {
                runCommand(command);
              }}
            >
              {ICONS[id]}
              {TOOL_WORDS[id].short}
            </button>
          );
        })}
        {editor.mayWrite ? <PenSwitch editor={editor} /> : null}
      </div>
    </div>
  );
}

/** Whether only a pen draws. Pressed by itself once a pen has touched the map. */
function PenSwitch({ editor }: Pick<MapToolbarProps, 'editor'>) {
  const penMode = useStore(editor.store, (state) => state.penMode);
  const penSeen = useStore(editor.store, (state) => state.penSeen);
  const on = penMode === 'on' || (penMode === 'auto' && penSeen);
  return (
    <button
      type="button"
      className={`${styles.tool ?? ''} ${styles.pen ?? ''}`}
      aria-pressed={on}
      title={on ? PEN_MODE_WORDS.on : PEN_MODE_WORDS.off}
      onClick={() => {
        editor.show({ penMode: on ? 'off' : 'on' });
      }}
    >
      <IconPencil {...ICON} />
      {PEN_MODE_WORDS.short}
    </button>
  );
}
