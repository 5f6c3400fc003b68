import { useEffect } from 'react';
import type { CanvasScene } from '../../canvas/tools/tool.ts';
import { belongsToField } from '../../commands/use-shortcuts.ts';
import { wentBack } from './map-look.ts';
import type { MapEditor } from './map-editor.ts';

/** Enter and Escape for the tool at hand; the held space bar for moving what is seen. */
export function useHandKeys(editor: MapEditor): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || belongsToField(event)) return;
      const { tool } = editor.store.getState();
      if (event.key === 'Escape') escaped(editor);
      else if (event.key === 'Enter' && tool.busy) editor.hand({ type: 'enter' }, NOTHING_UNDER);
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
  else if (tool.busy || tool.id === 'select') editor.hand({ type: 'escape' }, NOTHING_UNDER);
  else editor.choose('select');
}

/** What lies under a hand that is on the keyboard. */
export const NOTHING_UNDER: CanvasScene = {
  selection: [],
  recordAt: () => null,
  recordsIn: () => [],
  handleAt: () => null,
};
