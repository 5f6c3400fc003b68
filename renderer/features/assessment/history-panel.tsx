import { Textarea } from '@mantine/core';
import { FITZPATRICK_TYPES } from '../../../shared/domain/patient/assessment.ts';
import { assessmentText } from '../../text/assessment-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { AssessmentDraft } from './assessment-form.ts';
import styles from './assessment-page.module.css';

interface HistoryPanelProps {
  readonly draft: AssessmentDraft;
  readonly readOnly: boolean;
  readonly onChange: (draft: AssessmentDraft) => void;
}

/** Skin type, earlier treatment, duplex. */
export function HistoryPanel({ draft, readOnly, onChange }: HistoryPanelProps) {
  return (
    <Panel title={assessmentText.history}>
      <div className={styles.inside}>
        <div>
          <span className={styles.label}>{assessmentText.fitzpatrick}</span>
          <SegmentedControl
            label={assessmentText.fitzpatrick}
            disabled={readOnly}
            options={FITZPATRICK_TYPES.map((type) => ({ value: type, label: type }))}
            value={draft.fitzpatrick}
            onChange={(fitzpatrick) => {
              onChange({ ...draft, fitzpatrick });
            }}
          />
        </div>
        <Textarea
          size="sm"
          label={assessmentText.earlierTreatment}
          value={draft.earlierTreatment}
          maxLength={2000}
          autosize
          minRows={2}
          readOnly={readOnly}
          onChange={(event) => {
            onChange({ ...draft, earlierTreatment: event.currentTarget.value });
          }}
        />
        <div>
          <span className={styles.label}>{assessmentText.duplex}</span>
          <SegmentedControl
            label={assessmentText.duplex}
            disabled={readOnly}
            options={[
              { value: 'not-done', label: assessmentText.duplexNotDone },
              { value: 'done', label: assessmentText.duplexDone },
            ]}
            value={draft.duplexDone ? 'done' : 'not-done'}
            onChange={(value) => {
              onChange({ ...draft, duplexDone: value === 'done' });
            }}
          />
        </div>
        {draft.duplexDone ? (
          <Textarea
            size="sm"
            label={assessmentText.duplexFindings}
            value={draft.duplexFindings}
            maxLength={2000}
            autosize
            minRows={2}
            readOnly={readOnly}
            onChange={(event) => {
              onChange({ ...draft, duplexFindings: event.currentTarget.value });
            }}
          />
        ) : null}
      </div>
    </Panel>
  );
}
