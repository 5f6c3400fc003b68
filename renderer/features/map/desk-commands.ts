import { useMemo } from 'react';
import type { Command } from '../../commands/command.ts';
import { LAYER_WORDS, LOOK_WORDS, PANEL_WORDS } from '../../text/map-list-text.ts';
import { ALL_LAYERS, MAP_LAYERS } from '../../canvas/map-layers.ts';
import { exportCommand } from './export/export-command.ts';
import { timeCommands } from './time/time-commands.ts';
import type { MapTime } from './time/use-map-time.ts';
import { lookCommands } from './look-commands.ts';
import { mapCommands } from './map-commands.ts';
import type { MapEditor } from './map-editor.ts';
import { withLegs } from './map-look.ts';

interface DeskDoings {
  readonly showPalette: (open: boolean) => void;
  readonly setAdding: (adding: 'veins' | 'marks') => void;
  readonly setExporting: (open: boolean) => void;
}

/** Everything that can be done on the map page. While a past day is looked at, nothing that changes the map of today. */
export function useDeskCommands(editor: MapEditor, time: MapTime, doings: DeskDoings): readonly Command[] {
  const { showPalette, setAdding, setExporting } = doings;
  return useMemo(() => {
    const looking = [...lookCommands(editor), ...legCommands(editor), ...layerCommands(editor)];
    const always = [...looking, ...timeCommands(time), paletteCommand(showPalette)];
    if (time.date !== null || time.isComparing) return always;
    const open = () => {
      setExporting(true);
    };
    return [
      ...mapCommands(editor),
      addCommand(editor, setAdding),
      addMarkCommand(editor, setAdding),
      exportCommand(open),
      ...always,
    ];
  }, [editor, time, showPalette, setAdding, setExporting]);
}

function addCommand(editor: MapEditor, setAdding: DeskDoings['setAdding']): Command {
  return {
    id: 'add-vein',
    label: PANEL_WORDS.addTitle,
    shortcuts: ['A'],
    isEnabled: () => editor.mayWrite && !editor.store.getState().tool.busy,
    run: () => {
      setAdding('veins');
    },
  };
}

function addMarkCommand(editor: MapEditor, setAdding: DeskDoings['setAdding']): Command {
  return {
    id: 'add-mark',
    label: PANEL_WORDS.addMarkTitle,
    shortcuts: ['Shift+A'],
    isEnabled: () => editor.mayWrite && !editor.store.getState().tool.busy,
    run: () => {
      setAdding('marks');
    },
  };
}

function legCommands(editor: MapEditor): readonly Command[] {
  return (['right', 'left', 'both'] as const).map((legs) => ({
    id: `legs-${legs}`,
    label: legs === 'both' ? LOOK_WORDS.bothLegs : LOOK_WORDS.leg(legs),
    shortcuts: [],
    isEnabled: () => editor.store.getState().legs !== legs,
    run: () => {
      editor.look(withLegs(editor.store.getState(), legs));
    },
  }));
}

function layerCommands(editor: MapEditor): readonly Command[] {
  const { getState } = editor.store;
  return [
    ...MAP_LAYERS.map((layer) => ({
      id: `layer-${layer}`,
      label: LAYER_WORDS.onOff(LAYER_WORDS.names[layer]),
      shortcuts: [],
      isEnabled: () => true,
      run: () => {
        const { layers } = getState();
        editor.show({ layers: { ...layers, [layer]: layers[layer] > 0 ? 0 : 1 } });
      },
    })),
    {
      id: 'layers-all',
      label: LAYER_WORDS.showAll,
      shortcuts: [],
      isEnabled: () => true,
      run: () => {
        editor.show({ layers: ALL_LAYERS });
      },
    },
  ];
}

function paletteCommand(show: (open: boolean) => void): Command {
  return {
    id: 'palette',
    label: 'All commands',
    shortcuts: ['F1'],
    isEnabled: () => true,
    run: () => {
      show(true);
    },
    hidden: true,
  };
}
