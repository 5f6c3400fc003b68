import { useEffect } from 'react';
import type { ToolScene } from '../../canvas/tools/tool.ts';
import { belongsToField } from '../../commands/use-shortcuts.ts';
import { wentBack } from './map-look.ts';
import { selectedRecords, type MapEditor } from './map-editor.ts';

/** Enter and Escape for the tool at hand; the held space bar for moving what is seen. */
export function useHandKeys(editor: MapEditor): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || belongsToField(event)) return;
      const { tool } = editor.store.getState();
      if (event.key === 'Escape') escaped(editor);
      else if (event.key === 'Enter' && tool.busy) editor.hand({ type: 'enter' }, keyScene(editor));
      else if (event.key === ' ') editor.show({ panning: true });
      else return;
      event.preventDefault();
    };
    const up = (event: KeyboardEvent) => {
      if (event.key === ' ') editor.show({ panning: false });
    };
    const blur = () => {
      editor.show({ panning: false });
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', blur);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', blur);
    };
  }, [editor]);
}

/** First ends a gesture, then puts the tool down, then lets go of the selection, then goes back from a view that fills the screen. */
function escaped(editor: MapEditor): void {
  const { tool, selection, before, ...state } = editor.store.getState();
  const atRest = !tool.busy && tool.id === 'select' && selection.size === 0;
  if (atRest && before !== null) editor.look(wentBack({ ...state, before }));
  else if (tool.busy || tool.id === 'select') editor.hand({ type: 'escape' }, keyScene(editor));
  else editor.choose('select');
}

/** What a tool can know without a pointer: what is selected. */
function keyScene(editor: MapEditor): ToolScene {
  return {
    selection: selectedRecords(editor.store.getState()),
    recordAt: () => null,
    recordsIn: () => [],
    handleAt: () => null,
  };
}
