import { IconTrash } from '@tabler/icons-react';
import { useState, type Ref } from 'react';
import { measureVein } from '../../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { dateText, mlTotalText } from '../../text/format.ts';
import { DEPTH_WORDS, LEVEL_WORDS, REGION_WORDS, sizeWords, veinWordsInFull } from '../../text/map-text.ts';
import { Button } from '../../ui/button.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { Field, VeinFields } from './vein-fields.tsx';
import styles from './vein-panel.module.css';

interface VeinPanelProps {
  readonly vein: Vein;
  readonly veins: readonly Vein[];
  readonly session: number | null;
  /** What it was given so far, in µL. */
  readonly givenUl: number;
  readonly heightScale: number;
  readonly mayWrite: boolean;
  readonly onChange: (vein: Vein, label: string) => void;
  readonly onErase: (id: VeinId) => void;
  readonly ref: Ref<HTMLElement>;
}

/** The selected vein: what is known of it, and its fields for who may change it. */
export function VeinPanel({
  vein,
  veins,
  session,
  givenUl,
  heightScale,
  mayWrite,
  onChange,
  onErase,
  ref,
}: VeinPanelProps) {
  return (
    <section ref={ref} className={styles.panel} aria-label={`Vein ${veinLabel(vein)}`}>
      <header className={styles.head}>
        <strong className={styles.name}>{veinLabel(vein)}</strong>
        <VeinSymbol vein={vein} size={20} />
        <span>{veinWordsInFull(vein)}</span>
        <span className={styles.session}>
          {session === null ? (
            givenUl > 0 ? (
              `given ${mlTotalText(givenUl)}`
            ) : (
              'not planned'
            )
          ) : (
            <>
              <SessionBadge number={session} size={20} /> Session {session}
            </>
          )}
        </span>
        {mayWrite ? (
          <Button
            kind="quiet"
            size="small"
            label={`Erase ${veinLabel(vein)}`}
            icon={<IconTrash size={18} aria-hidden />}
            onClick={() => {
              onErase(vein.id);
            }}
          >
            {null}
          </Button>
        ) : null}
      </header>
      <VeinFacts vein={vein} veins={veins} heightScale={heightScale} />
      {vein.carriedOverFrom === null ? null : (
        <p className={styles.caution}>
          Carried over from the map of {dateText(vein.carriedOverFrom)}, not seen again yet.{' '}
          {mayWrite ? (
            <button
              type="button"
              className={styles.link}
              onClick={() => {
                onChange({ ...vein, carriedOverFrom: null }, 'confirm');
              }}
            >
              Confirm: seen now
            </button>
          ) : null}
        </p>
      )}
      {mayWrite ? (
        <VeinForm key={vein.id} {...{ vein, veins, onChange, onErase }} />
      ) : (
        <ReadOnlyRest vein={vein} />
      )}
    </section>
  );
}

function VeinFacts({ vein, veins, heightScale }: Pick<VeinPanelProps, 'vein' | 'veins' | 'heightScale'>) {
  const measures = measureVein(vein, heightScale);
  const feeds = veins.filter((other) => other.feederId === vein.id).map(veinLabel);
  const facts = [
    ['Region', `${REGION_WORDS[measures.region]}, ${LEVEL_WORDS[measures.level].toLowerCase()}`],
    [vein.pattern === 'web' ? 'Size' : 'Length', `${sizeWords(measures)} mm`],
    ...(measures.areaMm2 === null ? [] : [['Area', `${(measures.areaMm2 / 100).toFixed(1)} cm²`]]),
    ['Feeds', feeds.length === 0 ? 'none' : feeds.join(', ')],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ReadOnlyRest({ vein }: { readonly vein: Vein }) {
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>Diameter</dt>
          <dd>{vein.diameterMm.toFixed(1)} mm</dd>
        </div>
        <div>
          <dt>Depth</dt>
          <dd>{DEPTH_WORDS[vein.depth]}</dd>
        </div>
      </dl>
      {vein.note === '' ? null : <p>{vein.note}</p>}
    </>
  );
}

function VeinForm({ vein, veins, onChange }: Pick<VeinPanelProps, 'vein' | 'veins' | 'onChange'>) {
  return (
    <VeinFields value={vein} onChange={onChange}>
      <FeederField vein={vein} veins={veins} onChange={onChange} />
      <NoteField
        key={vein.note}
        note={vein.note}
        onChange={(note) => {
          onChange({ ...vein, note }, 'note');
        }}
      />
    </VeinFields>
  );
}

function FeederField({ vein, veins, onChange }: Pick<VeinPanelProps, 'vein' | 'veins' | 'onChange'>) {
  const feeders = veins.filter((other) => other.leg === vein.leg && !isFedBy(other, vein, veins));
  return (
    <Field label="Fed by">
      {(id) => (
        <select
          id={id}
          value={vein.feederId ?? ''}
          onChange={(event) => {
            const feeder = feeders.find((other) => other.id === event.currentTarget.value);
            onChange({ ...vein, feederId: feeder?.id ?? null }, 'feeder');
          }}
        >
          <option value="">no feeder</option>
          {feeders.map((other) => (
            <option key={other.id} value={other.id}>
              {veinLabel(other)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Whether `vein` is `by`, or gets its blood from it, directly or not: then it cannot be its feeder. */
function isFedBy(vein: Vein, by: Vein, veins: readonly Vein[]): boolean {
  let at: Vein | undefined = vein;
  for (let steps = 0; at !== undefined && steps <= veins.length; steps += 1) {
    if (at.id === by.id) return true;
    const feederId: VeinId | null = at.feederId;
    at = veins.find(({ id }) => id === feederId);
  }
  return false;
}

function NoteField({ note, onChange }: { readonly note: string; readonly onChange: (note: string) => void }) {
  const [text, setText] = useState(note);
  return (
    <Field label="Note">
      {(id) => (
        <input
          id={id}
          value={text}
          maxLength={2000}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          onBlur={() => {
            if (text.trim() !== note) onChange(text.trim());
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && text.trim() !== note) onChange(text.trim());
          }}
        />
      )}
    </Field>
  );
}
