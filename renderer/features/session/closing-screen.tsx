import { NumberInput, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { COMPRESSION_CLASSES, type CompressionClass } from '../../../shared/domain/session/session.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { COMPRESSION_WORDS } from '../../text/session-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { AmpouleRow } from './ampoule-row.tsx';
import {
  missingObservation,
  proposedCompressionDays,
  reckonBoxes,
  type AmpouleEntry,
} from './closing-model.ts';
import styles from './closing.module.css';
import { isReason } from './is-reason.ts';
import type { SessionWrites } from './use-session.ts';

interface ClosingScreenProps {
  readonly view: SessionView;
  readonly close: SessionWrites['close'];
  readonly onBack: () => void;
}

const CLASSES = COMPRESSION_CLASSES.map((value) => ({ value, label: COMPRESSION_WORDS[value] }));
const YES_NO = [
  { value: 'yes', label: 'Given' },
  { value: 'no', label: 'Not given' },
] as const;

/** The end of a session: ampoules add up, compression, observation, aftercare. Then it is closed, to be signed. */
export function ClosingScreen({ view, close, onBack }: ClosingScreenProps) {
  const [entries, setEntries] = useState<ReadonlyMap<LotId, AmpouleEntry>>(new Map());
  const [differenceReason, setDifferenceReason] = useState('');
  const [compressionClass, setClass] = useState<CompressionClass | null>(null);
  const [compressionDays, setDays] = useState(() => proposedCompressionDays(view, view.profile));
  const [observedMinutes, setMinutes] = useState<number | null>(null);
  const [aftercare, setAftercare] = useState<'yes' | 'no' | null>(null);
  const [note, setNote] = useState('');
  const boxes = reckonBoxes(view, entries);
  const differs = boxes.some(({ differenceUl }) => differenceUl !== 0);
  const missing = missingText({
    differs,
    differenceReason,
    compressionClass,
    observedMinutes,
    aftercare,
  });
  const send = () => {
    if (missing || !compressionClass || observedMinutes === null) return;
    close.mutate({
      sessionId: view.opening.id,
      ampoules: boxes.map(({ box, ampoulesOpened, wastedUl }) => ({
        lotId: box.id,
        ampoulesOpened,
        wastedUl,
      })),
      differenceReason: differs ? differenceReason.trim() : null,
      compressionClass,
      compressionDays: compressionClass === 'none' ? 0 : compressionDays,
      fullLength: false,
      observedMinutes,
      aftercareGiven: aftercare === 'yes',
      aftercareExplained: [],
      nextOn: null,
      note,
    });
  };
  const short = observedMinutes === null ? 0 : missingObservation(observedMinutes, view.profile);
  return (
    <div className={styles.page}>
      <PageBar
        title={`Finish session ${String(view.opening.number)}`}
        aside="Nothing more can be recorded once it is closed."
        end={<Button onClick={onBack}>Back to recording</Button>}
      />
      <div className={styles.body}>
        <Panel title="Ampoules" aside="opened = injected + thrown away">
          {boxes.length === 0 ? <p className={styles.pad}>No box was opened.</p> : null}
          {boxes.map((box) => (
            <AmpouleRow
              key={box.box.id}
              reckoning={box}
              onChange={(entry) => {
                setEntries(new Map([...entries, [box.box.id, entry]]));
              }}
            />
          ))}
          {differs ? (
            <div className={styles.pad}>
              <Textarea
                label="Why the ampoules do not add up"
                required
                value={differenceReason}
                maxLength={300}
                autosize
                minRows={2}
                onChange={(event) => {
                  setDifferenceReason(event.currentTarget.value);
                }}
              />
            </div>
          ) : null}
        </Panel>
        <Panel title="Afterwards">
          <div className={styles.fields}>
            <Field label="Compression">
              <SegmentedControl
                label="Compression"
                options={CLASSES}
                value={compressionClass}
                onChange={setClass}
                height={44}
              />
            </Field>
            <Field label="Days of compression" hint={view.profile.compressionDays.source.text}>
              <NumberInput
                aria-label="Days of compression"
                min={0}
                max={120}
                size="lg"
                hideControls
                w={110}
                allowDecimal={false}
                disabled={compressionClass === 'none'}
                value={compressionClass === 'none' ? 0 : compressionDays}
                onChange={(value) => {
                  if (typeof value === 'number') setDays(value);
                }}
              />
            </Field>
            <Field
              label="Minutes observed"
              hint={
                short > 0
                  ? `${String(short)} minutes less than the ${String(view.profile.observationMinutes.value)} of the profile`
                  : `${String(view.profile.observationMinutes.value)} minutes · ${view.profile.observationMinutes.source.text}`
              }
              warns={short > 0}
            >
              <div className={styles.inline}>
                <NumberInput
                  aria-label="Minutes observed"
                  min={0}
                  max={600}
                  size="lg"
                  hideControls
                  w={110}
                  allowDecimal={false}
                  value={observedMinutes ?? ''}
                  onChange={(value) => {
                    setMinutes(typeof value === 'number' ? value : null);
                  }}
                />
                <Button
                  onClick={() => {
                    setMinutes(minutesSinceLast(view));
                  }}
                >
                  Since the last injection
                </Button>
              </div>
            </Field>
            <Field label="Aftercare leaflet, explained and given">
              <SegmentedControl
                label="Aftercare"
                options={YES_NO}
                value={aftercare}
                onChange={setAftercare}
                height={44}
              />
            </Field>
            <Textarea
              label="Note"
              value={note}
              maxLength={2000}
              autosize
              minRows={2}
              onChange={(event) => {
                setNote(event.currentTarget.value);
              }}
            />
          </div>
        </Panel>
      </div>
      <footer className={styles.end}>
        <ErrorNote error={close.error} />
        {missing ? <p className={styles.missing}>{missing}</p> : null}
        <Button kind="main" size="large" busy={close.isPending} disabledBecause={missing} onClick={send}>
          Close session {view.opening.number}
        </Button>
      </footer>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly warns?: boolean;
  readonly children: ReactNode;
}

function Field({ label, hint, warns = false, children }: FieldProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      {children}
      {hint ? (
        <span className={styles.hint} data-warns={warns || undefined}>
          {warns ? '▲ ' : ''}
          {hint}
        </span>
      ) : null}
    </div>
  );
}

interface Filled {
  readonly differs: boolean;
  readonly differenceReason: string;
  readonly compressionClass: CompressionClass | null;
  readonly observedMinutes: number | null;
  readonly aftercare: 'yes' | 'no' | null;
}

/** What is still to be said before it can be closed; null: nothing. */
function missingText(filled: Filled): string | null {
  const missing = [
    filled.differs && !isReason(filled.differenceReason) ? 'why the ampoules do not add up' : null,
    filled.compressionClass === null ? 'the compression' : null,
    filled.observedMinutes === null ? 'the minutes observed' : null,
    filled.aftercare === null ? 'whether the aftercare leaflet was given' : null,
  ].filter((what) => what !== null);
  return missing.length === 0 ? null : `Still to say: ${missing.join(', ')}.`;
}

function minutesSinceLast(view: SessionView): number {
  const last = view.injections.at(-1)?.givenAt ?? view.opening.openedAt;
  return Math.min(600, Math.max(0, Math.floor((Date.now() - epochMs(last)) / 60_000)));
}
