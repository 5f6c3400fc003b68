import type { PatientView } from '../../../shared/contract/patient.ts';
import { dateText } from '../../text/format.ts';
import { patientText } from '../../text/patient-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { timelineOf } from './timeline.ts';
import styles from './patient-page.module.css';

/** What happened, the newest first. */
export function TimelinePanel({ view }: { readonly view: PatientView }) {
  const events = timelineOf(view);
  return events.length === 0 ? null : (
    <Panel title={patientText.timeline}>
      <ol className={styles.timeline}>
        {events.map(({ key, onDate, words }) => (
          <li key={key}>
            <time dateTime={onDate}>{dateText(onDate)}</time>
            {words}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
