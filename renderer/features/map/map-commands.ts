import type { Command } from '../../commands/command.ts';
import { TOOL_IDS, type ToolId } from '../../canvas/tools/running-tool.ts';
import { PEN_MODES } from '../../canvas/tools/hand-session.ts';
import { WHOLE, zoomedAt } from '../../canvas/viewport/viewport.ts';
import { EDIT_WORDS, TOOL_WORDS } from '../../text/map-text.ts';
import { isVein } from '../../../shared/document/map-document.ts';
import { NOTHING_UNDER } from './use-hand-keys.ts';
import { selectedRecords, type MapEditor } from './map-editor.ts';

export const TOOL_KEYS: Readonly<Record<ToolId, string>> = {
  select: 'V',
  pan: 'H',
  line: 'L',
  web: 'W',
  branch: 'B',
  site: 'I',
  note: 'N',
  feeder: 'F',
  scale: 'M',
  erase: 'E',
};

const NUDGES = [
  ['ArrowUp', [0, 1]],
  ['ArrowDown', [0, -1]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
] as const;

/** The tools that are at hand: those that change the map only for who may. */
export function toolsFor(mayWrite: boolean): readonly ToolId[] {
  return mayWrite ? TOOL_IDS : ['select', 'pan'];
}

/** Everything that can be done on the map page. */
export function mapCommands(editor: MapEditor): readonly Command[] {
  return [
    ...toolCommands(editor),
    ...editCommands(editor),
    ...selectionCommands(editor),
    ...nudgeCommands(editor),
    ...penCommands(editor),
    ...viewCommands(editor),
  ];
}

function toolCommands(editor: MapEditor): readonly Command[] {
  const { getState } = editor.store;
  return toolsFor(editor.mayWrite).map((tool) => ({
    id: `tool-${tool}`,
    label: TOOL_WORDS[tool].long,
    shortcuts: [TOOL_KEYS[tool]],
    isEnabled: () => tool !== 'branch' || selectedLine(editor),
    run: () => {
      if (getState().tool.id !== tool) editor.choose(tool);
    },
  }));
}

function selectedLine(editor: MapEditor): boolean {
  return selectedVein(editor)?.pattern === 'line';
}

function selectedVein(editor: MapEditor) {
  const [only, ...others] = selectedRecords(editor.store.getState());
  return only !== undefined && others.length === 0 && isVein(only) ? only : undefined;
}

function editCommands(editor: MapEditor): readonly Command[] {
  const { getState } = editor.store;
  return [
    {
      id: 'undo',
      label: EDIT_WORDS.undo,
      shortcuts: ['Mod+Z'],
      isEnabled: () => editor.mayWrite && !getState().tool.busy && getState().history.done.length > 0,
      run: editor.undo,
    },
    {
      id: 'redo',
      label: EDIT_WORDS.redo,
      shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
      isEnabled: () => editor.mayWrite && !getState().tool.busy && getState().history.undone.length > 0,
      run: editor.redo,
    },
    {
      id: 'paste',
      label: EDIT_WORDS.paste,
      shortcuts: ['Mod+V'],
      isEnabled: () => editor.mayWrite && !getState().tool.busy && getState().clipboard.length > 0,
      run: editor.paste,
    },
    {
      id: 'select-all',
      label: EDIT_WORDS.selectAll,
      shortcuts: ['Mod+A'],
      isEnabled: () => !getState().tool.busy,
      run: editor.selectAll,
    },
  ];
}

/** What can be done with what is selected, between gestures. */
function selectionCommands(editor: MapEditor): readonly Command[] {
  const { getState } = editor.store;
  const ready = (least = 1) => editor.mayWrite && !getState().tool.busy && getState().selection.size >= least;
  const eraseSelected = () => {
    editor.erase([...getState().selection]);
  };
  const command = (id: string, label: string, shortcuts: readonly string[], run: () => void): Command => ({
    id,
    label,
    shortcuts,
    isEnabled: ready,
    run,
  });
  return [
    command('erase-selected', EDIT_WORDS.eraseSelected, ['Delete'], eraseSelected),
    {
      id: 'take-back',
      label: EDIT_WORDS.takeBack,
      shortcuts: ['Backspace'],
      isEnabled: () => getState().tool.busy || ready(),
      run: () => {
        if (getState().tool.busy) editor.hand({ type: 'back' }, NOTHING_UNDER);
        else eraseSelected();
      },
      hidden: true,
    },
    command('mirror', EDIT_WORDS.mirror, ['Mod+M', 'Shift+M'], editor.mirror),
    command('copy', EDIT_WORDS.copy, ['Mod+C'], editor.copy),
    command('duplicate', EDIT_WORDS.duplicate, ['Mod+D'], editor.duplicate),
    {
      ...command('split', EDIT_WORDS.splitInMiddle, ['Shift+S'], () => {
        const vein = selectedVein(editor);
        if (vein !== undefined) editor.split(vein.id, null);
      }),
      isEnabled: () => ready() && selectedLine(editor),
    },
    { ...command('join', EDIT_WORDS.join, ['Shift+J'], editor.join), isEnabled: () => ready(2) },
    {
      ...command('edit-selected', EDIT_WORDS.editSelected, ['F2'], () => {
        const [id] = getState().selection;
        if (id !== undefined) editor.edit(id);
      }),
      isEnabled: () => ready() && getState().selection.size === 1,
    },
  ];
}

/** Whether fingers draw. */
function penCommands(editor: MapEditor): readonly Command[] {
  return PEN_MODES.map((penMode) => ({
    id: `pen-mode-${penMode}`,
    label: EDIT_WORDS.penMode[penMode],
    shortcuts: [],
    isEnabled: () => editor.mayWrite && editor.store.getState().penMode !== penMode,
    run: () => {
      editor.show({ penMode });
    },
  }));
}

function nudgeCommands(editor: MapEditor): readonly Command[] {
  return NUDGES.flatMap(([key, [dx, dy]]) =>
    [1, 10].map((mm) => ({
      id: `nudge-${key}-${String(mm)}`,
      label: EDIT_WORDS.nudge(mm),
      shortcuts: [mm === 1 ? key : `Shift+${key}`],
      isEnabled: () =>
        editor.mayWrite && !editor.store.getState().tool.busy && editor.store.getState().selection.size > 0,
      run: () => {
        editor.nudge([dx * mm, dy * mm]);
      },
      hidden: true,
    })),
  );
}

function viewCommands(editor: MapEditor): readonly Command[] {
  const zoom = (factor: number) => {
    const { viewport, extent } = editor.store.getState();
    editor.show({ viewport: zoomedAt(viewport, [extent.width / 2, extent.height / 2], factor, extent) });
  };
  const always = () => true;
  return [
    {
      id: 'zoom-in',
      label: EDIT_WORDS.zoomIn,
      shortcuts: ['+', '='],
      isEnabled: always,
      run: () => zoom(1.25),
    },
    { id: 'zoom-out', label: EDIT_WORDS.zoomOut, shortcuts: ['-'], isEnabled: always, run: () => zoom(0.8) },
    {
      id: 'zoom-whole',
      label: EDIT_WORDS.zoomWhole,
      shortcuts: ['0'],
      isEnabled: always,
      run: () => {
        editor.show({ viewport: WHOLE });
      },
    },
  ];
}
