import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { mlExactText } from '../../text/format.ts';
import { DEPTH_WORDS, LEVEL_WORDS, REGION_WORDS, sizeWords, veinWordsInFull } from '../../text/map-text.ts';
import { FIELD_WORDS, PANEL_WORDS } from '../../text/map-list-text.ts';
import { Button } from '../../ui/button.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { FeederField } from './feeder-field.tsx';
import { PlaceFields } from './place-fields.tsx';
import { PointFields } from './point-fields.tsx';
import { TextField } from './text-field.tsx';
import { VeinFields } from './vein-fields.tsx';
import { measuresOf } from './vein-measures.ts';
import { EarlierState } from './earlier-state.tsx';
import styles from './vein-panel.module.css';

interface VeinPanelProps {
  readonly vein: Vein;
  readonly veins: readonly Vein[];
  readonly session: number | null;
  /** What is planned for it in that session. */
  readonly planned: PlanItem | null;
  /** What it was given so far, in µL. */
  readonly givenUl: number;
  readonly heightScale: number;
  readonly mayWrite: boolean;
  readonly onChange: (vein: Vein, label: string) => void;
  readonly onErase: (id: VeinId) => void;
}

/** The selected vein: what is known of it, and its fields for who may change it. */
export function VeinPanel({
  vein,
  veins,
  session,
  planned,
  givenUl,
  heightScale,
  mayWrite,
  onChange,
  onErase,
}: VeinPanelProps) {
  return (
    <section className={styles.panel} aria-label={PANEL_WORDS.vein(veinLabel(vein))}>
      <header className={styles.head}>
        <strong className={styles.name}>{veinLabel(vein)}</strong>
        <VeinSymbol vein={vein} size={20} />
        <span>{veinWordsInFull(vein)}</span>
        <span className={styles.session}>
          {session === null ? (
            givenUl > 0 ? (
              PANEL_WORDS.given(mlExactText(givenUl))
            ) : (
              PANEL_WORDS.notPlanned
            )
          ) : (
            <>
              <SessionBadge number={session} size={20} /> {PANEL_WORDS.session(session)}
            </>
          )}
        </span>
        {mayWrite ? (
          <Button
            kind="quiet"
            size="small"
            label={PANEL_WORDS.erase(veinLabel(vein))}
            icon={<IconTrash size={18} aria-hidden />}
            onClick={() => {
              onErase(vein.id);
            }}
          >
            {null}
          </Button>
        ) : null}
      </header>
      <VeinFacts {...{ vein, veins, heightScale, planned }} />
      {vein.carriedOverFrom === null ? null : (
        <p className={styles.caution}>
          {PANEL_WORDS.carriedOver(vein.carriedOverFrom)}
          <EarlierState vein={vein} />{' '}
          {mayWrite ? (
            <button
              type="button"
              className={styles.link}
              onClick={() => {
                onChange({ ...vein, carriedOverFrom: null }, 'confirm');
              }}
            >
              {PANEL_WORDS.confirm}
            </button>
          ) : null}
        </p>
      )}
      {mayWrite ? (
        <VeinForm key={vein.id} {...{ vein, veins, heightScale, onChange }} />
      ) : (
        <ReadOnlyRest vein={vein} />
      )}
    </section>
  );
}

type PanelPartProps = Pick<VeinPanelProps, 'vein' | 'veins' | 'heightScale' | 'onChange'>;

function VeinFacts(props: Pick<VeinPanelProps, 'vein' | 'veins' | 'heightScale' | 'planned'>) {
  const { vein, veins, heightScale, planned } = props;
  const measures = measuresOf(vein, heightScale);
  const feeds = veins.filter((other) => other.feederId === vein.id).map(veinLabel);
  const facts = [
    [PANEL_WORDS.region, `${REGION_WORDS[measures.region]}, ${LEVEL_WORDS[measures.level].toLowerCase()}`],
    [vein.pattern === 'web' ? PANEL_WORDS.size : PANEL_WORDS.length, `${sizeWords(measures)} mm`],
    ...(measures.areaMm2 === null ? [] : [[PANEL_WORDS.area, `${(measures.areaMm2 / 100).toFixed(1)} cm²`]]),
    ...(feeds.length === 0 ? [] : [[PANEL_WORDS.feeds, feeds.join(', ')]]),
    ...(planned === null ? [] : [[PANEL_WORDS.planned, PANEL_WORDS.plannedDose(planned)]]),
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

function VeinForm({ vein, veins, heightScale, onChange }: PanelPartProps) {
  const branches = vein.branches.length;
  return (
    <>
      <VeinFields value={vein} onChange={onChange}>
        <FeederField
          {...{ vein, veins }}
          onChange={(feederId) => {
            onChange({ ...vein, feederId }, 'feeder');
          }}
        />
        <TextField
          key={vein.note}
          label={FIELD_WORDS.note}
          value={vein.note}
          onTake={(note) => {
            onChange({ ...vein, note }, 'note');
          }}
        />
      </VeinFields>
      {branches === 0 ? null : (
        <p className={styles.line}>
          {PANEL_WORDS.branches(branches)}{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              onChange({ ...vein, branches: vein.branches.slice(0, -1) }, 'remove-branch');
            }}
          >
            {PANEL_WORDS.removeBranch}
          </button>
        </p>
      )}
      <PlaceDisclosure {...{ vein, onChange }} scale={heightScale} />
      <PointFields {...{ vein, onChange }} scale={heightScale} />
    </>
  );
}

/** Place and length as figures, for who does not draw; open as it was left. */
function PlaceDisclosure(props: Parameters<typeof PlaceFields>[0]) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={styles.more}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{PANEL_WORDS.place}</summary>
      {open ? <PlaceFields {...props} /> : null}
    </details>
  );
}
