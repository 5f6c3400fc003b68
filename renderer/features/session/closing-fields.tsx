import { Checkbox, NumberInput, Textarea } from '@mantine/core';
import type { SessionView } from '../../../shared/contract/session.ts';
import { proposeCompression } from '../../../shared/domain/session/compression.ts';
import { COMPRESSION_CLASSES } from '../../../shared/domain/session/session.ts';
import { minutesAsked } from '../../../shared/domain/session/walk.ts';
import { fullLengthWord, minutesText } from '../../text/closing-text.ts';
import { longDateText } from '../../text/format.ts';
import { COMPRESSION_WORDS } from '../../text/session-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { ClosingDraft } from './closing-draft.ts';
import { ClosingField } from './closing-field.tsx';
import type { Ending } from './closing-model.ts';
import { placeOf } from './completeness-places.ts';
import styles from './closing.module.css';

interface ClosingFieldsProps {
  readonly view: SessionView;
  readonly ending: Ending;
  readonly draft: ClosingDraft;
  readonly onChange: (part: Partial<ClosingDraft>) => void;
}

const CLASSES = COMPRESSION_CLASSES.map((value) => ({ value, label: COMPRESSION_WORDS[value] }));

/** Compression with the day on which it ends, the minutes observed, and a note. */
export function ClosingFields(props: ClosingFieldsProps) {
  const { draft, onChange } = props;
  return (
    <Panel title="Compression and observation">
      <div className={styles.fields}>
        <Compression {...props} />
        <Observed {...props} />
        <Textarea
          label="Note"
          value={draft.note}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => {
            onChange({ note: event.currentTarget.value });
          }}
        />
      </div>
    </Panel>
  );
}

function Compression({ view, ending, onChange }: ClosingFieldsProps) {
  const { compressionClass, compressionDays, fullLength, compressionUntil } = ending;
  const { source, days } = proposeCompression(view.injections, view.profile);
  const isWorn = compressionClass !== null && compressionClass !== 'none';
  return (
    <>
      <ClosingField label="Compression" id={placeOf('compression')} wide>
        <div className={styles.inline}>
          <SegmentedControl
            label="Compression"
            options={CLASSES}
            value={compressionClass}
            onChange={(value) => {
              onChange({ compressionClass: value });
            }}
            height={44}
          />
          <Checkbox
            className={styles.point}
            label={fullLengthWord(compressionClass ?? 'none')}
            checked={fullLength}
            disabled={!isWorn}
            onChange={(event) => {
              onChange({ fullLength: event.currentTarget.checked });
            }}
          />
        </div>
      </ClosingField>
      <ClosingField label="Days of compression" hint={`${String(days)} days: ${source.text}`}>
        <div className={styles.inline}>
          <NumberInput
            aria-label="Days of compression"
            min={0}
            max={120}
            size="lg"
            hideControls
            w={90}
            allowDecimal={false}
            disabled={compressionClass === 'none'}
            value={compressionDays}
            onChange={(value) => {
              if (typeof value === 'number') onChange({ compressionDays: value });
            }}
          />
          <span className={styles.until}>
            {compressionUntil === null
              ? 'until: choose what is worn'
              : isWorn
                ? `until ${longDateText(compressionUntil)}`
                : 'none is worn'}
          </span>
        </div>
      </ClosingField>
    </>
  );
}

function Observed({ view, ending, onChange }: ClosingFieldsProps) {
  const { observedMinutes, isObservedByClock } = ending;
  const asked = minutesAsked(view, view.profile);
  const short = observedMinutes === null ? 0 : Math.max(0, asked - observedMinutes);
  return (
    <ClosingField
      label="Minutes observed"
      id={placeOf('observation')}
      hint={
        short > 0
          ? `${minutesText(short)} less than the ${String(asked)} asked`
          : `${minutesText(asked)} asked${isObservedByClock ? ' · filled from the walk' : ''}`
      }
      warns={short > 0}
    >
      <NumberInput
        aria-label="Minutes observed"
        min={0}
        max={600}
        size="lg"
        hideControls
        w={90}
        allowDecimal={false}
        value={observedMinutes ?? ''}
        onChange={(value) => {
          onChange({ observedMinutes: typeof value === 'number' ? value : null });
        }}
      />
    </ClosingField>
  );
}
