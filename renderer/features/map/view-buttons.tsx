import type { LegView } from '../../../shared/domain/leg-map/vein.ts';
import { LOOK_WORDS } from '../../text/map-list-text.ts';
import { viewTitle } from '../../text/map-text.ts';
import type { MapEditor } from './map-editor.ts';
import { opened } from './map-look.ts';
import styles from './map-page.module.css';

interface ViewButtonsProps {
  readonly editor: MapEditor;
  readonly views: readonly LegView[];
}

/** What a double click on a view does, for the keyboard: seen while one of them has the focus. */
export function ViewButtons({ editor, views }: ViewButtonsProps) {
  return (
    <div className={styles.viewButtons}>
      {views.map((view) => (
        <button
          key={`${view.leg} ${view.aspect}`}
          type="button"
          onClick={() => {
            editor.look(opened(editor.store.getState(), view));
          }}
        >
          {views.length === 1 ? LOOK_WORDS.goBack : LOOK_WORDS.open(viewTitle(view))}
        </button>
      ))}
    </div>
  );
}
