import type { SessionView } from '../../../shared/contract/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { placeOf } from './completeness-places.ts';
import { ReactionRecords } from './reaction-records.tsx';

/** What happened to the patient, and what was done; nothing where nothing did. */
export function RecordReactions({ view }: { readonly view: SessionView }) {
  if (view.reactions.length === 0) return null;
  return (
    <div id={placeOf('reactions')} tabIndex={-1}>
      <Panel title="Reactions">
        <ReactionRecords view={view} strikeOut={null} />
      </Panel>
    </div>
  );
}
