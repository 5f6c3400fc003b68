import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MapMark, NoteMark, ScaleMark, SiteMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { isPlausibleScale, scaleOfMark } from '../../../shared/domain/leg-map/measure.ts';
import { acrossSides, placeOfPoint, pointAtPlace } from '../../../shared/domain/leg-map/leg-place.ts';
import { regionOf } from '../../../shared/domain/leg-map/region.ts';
import { veinLabel, type PointMm, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { legWord } from '../../text/format.ts';
import { FIELD_WORDS, FIGURE_PROBLEMS, markWords, PANEL_WORDS } from '../../text/map-list-text.ts';
import { ASPECT_WORDS, REGION_WORDS } from '../../text/map-text.ts';
import { Button } from '../../ui/button.tsx';
import { heightRange } from './add-vein.ts';
import { FigureField } from './figure-field.tsx';
import { pointOfMark } from './mark-facts.ts';
import { MEASURED_MM } from './measure-entry.ts';
import { VeinChoice } from './vein-choice.tsx';
import { TextField } from './text-field.tsx';
import styles from './vein-panel.module.css';

interface MarkPanelProps {
  readonly mark: MapMark;
  readonly veins: readonly Vein[];
  readonly scale: number;
  readonly mayWrite: boolean;
  readonly onChange: (mark: MapMark, label: string) => void;
  readonly onErase: () => void;
}

/** The selected site, note or measured distance, with its fields for who may change it. */
export function MarkPanel(props: MarkPanelProps) {
  const { mark, mayWrite, onErase } = props;
  const title = { site: PANEL_WORDS.site, note: PANEL_WORDS.noteTitle, scale: PANEL_WORDS.scale }[mark.mark];
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.head}>
        <strong className={styles.name}>{title}</strong>
        <span>
          {legWord(mark.leg)} · {ASPECT_WORDS[mark.aspect]} ·{' '}
          {REGION_WORDS[regionOf(pointOfMark(mark), mark)]}
        </span>
        {mayWrite ? (
          <span className={styles.session}>
            <Button
              kind="quiet"
              size="small"
              label={mark.mark === 'scale' ? PANEL_WORDS.removeScale : PANEL_WORDS.erase(title.toLowerCase())}
              icon={<IconTrash size={18} aria-hidden />}
              onClick={onErase}
            >
              {null}
            </Button>
          </span>
        ) : null}
      </header>
      <MarkBody key={mark.id} {...props} />
    </section>
  );
}

function MarkBody(props: MarkPanelProps): ReactNode {
  const { mark, veins, mayWrite } = props;
  if (!mayWrite) {
    const vein = mark.mark === 'site' ? veins.find(({ id }) => id === mark.veinId) : undefined;
    return <p>{markWords(mark, vein === undefined ? null : veinLabel(vein))}</p>;
  }
  if (mark.mark === 'scale') return <ScaleFields {...props} mark={mark} />;
  return mark.mark === 'site' ? <SiteFields {...props} mark={mark} /> : <NoteFields {...props} mark={mark} />;
}

function SiteFields(props: MarkPanelProps & { readonly mark: SiteMark }) {
  const { mark, veins, onChange } = props;
  const ofLeg = veins.filter(({ leg }) => leg === mark.leg);
  return (
    <div className={styles.fields}>
      <VeinChoice
        label={FIELD_WORDS.site}
        value={mark.veinId}
        veins={ofLeg}
        none={FIELD_WORDS.freeSite}
        onChange={(veinId) => {
          onChange({ ...mark, veinId }, 'site-vein');
        }}
      />
      <PlaceOfMark {...props} />
      <TextField
        key={mark.note}
        wide
        label={FIELD_WORDS.note}
        value={mark.note}
        onTake={(note) => {
          onChange({ ...mark, note }, 'note');
        }}
      />
    </div>
  );
}

function NoteFields(props: MarkPanelProps & { readonly mark: NoteMark }) {
  const { mark, onChange } = props;
  const { carriedOverFrom } = mark;
  return (
    <div className={styles.fields}>
      {carriedOverFrom === null ? null : (
        <p className={styles.caution}>
          {PANEL_WORDS.noteCarriedOver(carriedOverFrom)}{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              onChange({ ...mark, carriedOverFrom: null }, 'confirm');
            }}
          >
            {PANEL_WORDS.confirmNote}
          </button>
        </p>
      )}
      <TextField
        key={mark.text}
        wide
        label={FIELD_WORDS.text}
        required
        value={mark.text}
        onTake={(text) => {
          // Who writes it anew has read it.
          onChange({ ...mark, text, carriedOverFrom: null }, 'note');
        }}
      />
      <PlaceOfMark {...props} />
    </div>
  );
}

function PlaceOfMark(props: MarkPanelProps & { readonly mark: SiteMark | NoteMark }) {
  const { mark, scale, onChange } = props;
  const place = placeOfPoint(mark, mark.point);
  const [zero] = acrossSides(mark);
  const move = (to: Partial<typeof place>): null => {
    onChange({ ...mark, point: hundredths(pointAtPlace(mark, { ...place, ...to })) }, 'move');
    return null;
  };
  return (
    <>
      <FigureField
        label={FIELD_WORDS.height}
        value={Math.round(place.heightMm * scale)}
        {...heightRange(scale)}
        onTake={(mm) => move({ heightMm: mm / scale })}
      />
      <FigureField
        label={FIELD_WORDS.across(zero)}
        value={place.acrossPercent}
        min={0}
        max={100}
        onTake={(acrossPercent) => move({ acrossPercent })}
      />
    </>
  );
}

function ScaleFields({ mark, onChange }: MarkPanelProps & { readonly mark: ScaleMark }) {
  return (
    <>
      <p className={styles.line}>
        {PANEL_WORDS.scaleSays(mark.distanceMm, scaleOfMark(mark).toFixed(2))}. {PANEL_WORDS.scaleByHeight}
      </p>
      <div className={styles.fields}>
        <FigureField
          label={FIELD_WORDS.distance}
          value={mark.distanceMm}
          {...MEASURED_MM}
          onTake={(distanceMm) => {
            const changed = { ...mark, distanceMm };
            if (!isPlausibleScale(changed)) return FIGURE_PROBLEMS.implausible;
            onChange(changed, 'scale');
            return null;
          }}
        />
      </div>
    </>
  );
}

function hundredths([x, y]: readonly [number, number]): PointMm {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}
