import type { SessionView } from '../../../shared/contract/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { placeOf } from './completeness-places.ts';
import { ReactionRecords } from './reaction-records.tsx';
import styles from './session-record.module.css';

/** What happened to the patient, and what was done; nothing where nothing did. */
export function RecordReactions({ view }: { readonly view: SessionView }) {
  if (view.reactions.length === 0) return null;
  return (
    <div id={placeOf('reactions')} tabIndex={-1}>
      <Panel title="Reactions">
        <div className={styles.reactions}>
          <ReactionRecords view={view} strikeOut={null} />
        </div>
      </Panel>
    </div>
  );
}
