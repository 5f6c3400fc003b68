import type { RecordId } from '../../../shared/document/map-document.ts';
import type { Place } from '../../canvas/tools/tool.ts';
import { attempt, commit, type EditDesk } from './edit-actions.ts';
import { blankNote, markAdded, noteIn, noteWritten, scaleSet, type NewMark } from './edit-marks.ts';

/** Notes and the measured distance: both are begun on the canvas and completed in a field. */
export function markActions(desk: EditDesk) {
  const { store, fresh, mayWrite } = desk;
  const document = () => store.getState().history.document;
  return {
    /** Asks for the words of a new note; it is not on the map yet. */
    beginNote: (at: Place) => {
      if (!mayWrite) return;
      const draft = blankNote(fresh.mark(), at);
      store.setState({ draft, editing: draft.id, selection: new Set([draft.id]) });
    },
    edit: (id: RecordId | null) => store.setState({ editing: id, draft: null }),
    writeNote: (text: string) => {
      const { editing, draft } = store.getState();
      const note = draft ?? (editing === null ? null : noteIn(document(), editing));
      store.setState({ editing: null, draft: null });
      if (note !== null) commit(desk, noteWritten(document(), note, text));
    },
    addMark: (mark: NewMark) => {
      const id = fresh.mark();
      if (mark.mark !== 'scale') commit(desk, markAdded(document(), { ...mark, id }));
      else attempt(desk, scaleSet(document(), { view: mark, ...mark }, { id, distanceMm: mark.distanceMm }));
    },
    setScale: (distanceMm: number) => {
      const { measuring } = store.getState();
      if (measuring === null) return;
      const result = scaleSet(document(), measuring, { id: fresh.mark(), distanceMm });
      if (result.ok) store.setState({ measuring: null, notice: null });
      attempt(desk, result);
    },
    dropMeasure: () => store.setState({ measuring: null }),
  };
}
