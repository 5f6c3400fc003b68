import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import type { Command } from '../../commands/command.ts';
import { LOOK_WORDS } from '../../text/map-list-text.ts';
import { selectedRecords, type MapEditor } from './map-editor.ts';
import { arranged, VIEW_COUNTS, viewsShown, wentBack } from './map-look.ts';

const COUNT_WORDS = { 1: LOOK_WORDS.one, 2: LOOK_WORDS.two, 4: LOOK_WORDS.four, 8: LOOK_WORDS.eight };

/** What of the legs is looked at: 1, 2, 4 or 8 views at a time. */
export function lookCommands(editor: MapEditor): readonly Command[] {
  const { getState } = editor.store;
  return [
    ...VIEW_COUNTS.map((count) => ({
      id: `views-${String(count)}`,
      label: COUNT_WORDS[count],
      shortcuts: [String(count)],
      isEnabled: () => true,
      run: () => {
        editor.look(arranged(getState(), count, viewAtHand(editor)));
      },
    })),
    {
      id: 'views-before',
      label: LOOK_WORDS.goBack,
      shortcuts: [],
      isEnabled: () => getState().before !== null,
      run: () => {
        editor.look(wentBack(getState()));
      },
    },
  ];
}

/** The view of what is selected where it is on the screen, else the first one there. */
export function viewAtHand(editor: MapEditor): LegView {
  const state = editor.store.getState();
  const shown = viewsShown(state);
  const selected = selectedRecords(state)[0];
  const at = shown.find((view) => view.leg === selected?.leg && view.aspect === selected.aspect) ?? shown[0];
  return { leg: at?.leg ?? 'left', aspect: at?.aspect ?? 'anterior' };
}
