import { useState } from 'react';
import { parseVolumeMl } from '../../../shared/domain/dose/volume-entry.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import { mlEntered, mlEnteredText } from '../../text/format.ts';
import { volumeEntryText } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepTitle } from './dock.tsx';
import styles from './dock.module.css';
import type { RecordingModel } from './recording-model.ts';
import { KEY_VOLUMES_UL, type VolumeKey } from './volume-keys.ts';

interface VolumePartProps {
  readonly model: RecordingModel;
  /** Whether a volume is being typed: the keys give way to a field. */
  readonly isTyping: boolean;
  readonly onTyping: (isTyping: boolean) => void;
  readonly onVolume: (volumeUl: Microlitres) => void;
}

/** How much: a key for each usual volume, and a field for any other. */
export function VolumePart({ model, isTyping, onTyping, onVolume }: VolumePartProps) {
  const { keys, volumeUl } = model;
  const isOther = volumeUl !== null && !KEY_VOLUMES_UL.includes(volumeUl);
  return (
    <section className={styles.part} aria-label="2 Volume, mL">
      <StepTitle number={2} hint="1–8">
        Volume, mL
      </StepTitle>
      {isTyping ? (
        <OtherVolume
          onDone={(entered) => {
            if (entered !== null) onVolume(entered);
            onTyping(false);
          }}
        />
      ) : (
        <div className={styles.keys}>
          {KEY_VOLUMES_UL.map((volume, index) => (
            <Key
              key={volume}
              volumeUl={volume}
              shortcut={index + 1}
              state={keys[index] ?? null}
              isChosen={volume === volumeUl}
              onPress={onVolume}
            />
          ))}
          <button
            type="button"
            className={styles.key}
            aria-pressed={isOther}
            data-enter-records
            onClick={() => {
              onTyping(true);
            }}
          >
            <strong>{isOther ? mlEntered(volumeUl) : '…'}</strong>
            <span>other</span>
          </button>
        </div>
      )}
      <SingleLimit model={model} />
    </section>
  );
}

interface KeyProps {
  readonly volumeUl: Microlitres;
  readonly shortcut: number;
  readonly state: VolumeKey | null;
  readonly isChosen: boolean;
  readonly onPress: (volumeUl: Microlitres) => void;
}

function Key({ volumeUl, shortcut, state, isChosen, onPress }: KeyProps) {
  return (
    <button
      type="button"
      className={styles.key}
      aria-pressed={isChosen}
      aria-keyshortcuts={String(shortcut)}
      data-state={state?.state}
      data-enter-records
      onClick={() => {
        onPress(volumeUl);
      }}
    >
      <strong>{mlEntered(volumeUl)}</strong>
      {keyWord(state)}
    </button>
  );
}

function keyWord(key: VolumeKey | null) {
  if (key?.state === 'no-fit') return <span>no fit</span>;
  if (key?.state === 'reason') return <span>▲ reason</span>;
  if (key?.isPlanned) return <span>plan</span>;
  return key?.isLast ? <span>last</span> : null;
}

function OtherVolume({ onDone }: { readonly onDone: (volumeUl: Microlitres | null) => void }) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = parseVolumeMl(text);
  const error = tried && !parsed.ok ? volumeEntryText(parsed.error) : null;
  return (
    <form
      className={styles.other}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (parsed.ok) onDone(parsed.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null);
      }}
    >
      <label htmlFor="other-volume">Another volume, in mL</label>
      <input
        id="other-volume"
        value={text}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        aria-invalid={error !== null}
        aria-describedby="other-volume-says"
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <p id="other-volume-says" className={error ? styles.error : styles.caption} role="status">
        {error ?? (parsed.ok ? `= ${mlEnteredText(parsed.value)}` : 'Point or comma, steps of 0.01 mL')}
      </p>
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            onDone(null);
          }}
        >
          Back to the keys
        </Button>
        <Button kind="main" submit>
          Take it
        </Button>
      </div>
    </form>
  );
}

/** The limit on a single injection that holds here, in words under the keys. */
function SingleLimit({ model }: { readonly model: RecordingModel }) {
  const gauge = model.assessment.gauges.find(({ limit }) => limit.window === 'injection');
  if (!gauge) return null;
  return (
    <p className={styles.caption}>
      Above {mlEnteredText(gauge.cap)} per site a reason is asked ({gauge.limit.source.text})
    </p>
  );
}
