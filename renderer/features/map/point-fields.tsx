import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { acrossSides, placeOfPoint, pointAtPlace } from '../../../shared/domain/leg-map/leg-place.ts';
import type { PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import { between } from '../../../shared/geometry/point.ts';
import { FIELD_WORDS, PANEL_WORDS } from '../../text/map-list-text.ts';
import { Button } from '../../ui/button.tsx';
import { heightRange } from './add-vein.ts';
import { FigureField } from './figure-field.tsx';
import styles from './vein-panel.module.css';

interface PointFieldsProps {
  readonly vein: Vein;
  readonly scale: number;
  readonly onChange: (vein: Vein, label: string) => void;
}

/** A longer course is shown in part: nobody edits hundreds of points by figures. */
const SHOWN = 80;

/** The points of a course one by one, behind a disclosure. */
export function PointFields({ vein, scale, onChange }: PointFieldsProps) {
  const [open, setOpen] = useState(false);
  const [zero] = acrossSides(vein);
  const least = vein.pattern === 'web' ? 3 : 2;
  const take = (path: readonly PointMm[], label: string) => {
    onChange({ ...vein, path }, label);
  };
  return (
    <details
      className={styles.more}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{PANEL_WORDS.points(vein.path.length)}</summary>
      {open ? (
        <ol className={styles.points}>
          <li aria-hidden="true" className={styles.pointsHead}>
            <span />
            <span>{FIELD_WORDS.height}</span>
            <span>{FIELD_WORDS.across(zero)}</span>
          </li>
          {vein.path.slice(0, SHOWN).map((point, index) => (
            <PointRow
              key={index}
              {...{ vein, scale, point }}
              number={index + 1}
              onMove={(to) => {
                take(vein.path.with(index, to), 'reshape');
              }}
              onAdd={() => {
                const next =
                  vein.path[index + 1] ?? vein.path[vein.pattern === 'web' ? 0 : index - 1] ?? point;
                const share = index + 1 < vein.path.length || vein.pattern === 'web' ? 0.5 : -0.25;
                const added = ontoLeg(vein, hundredths(between(point, next, share)));
                take(vein.path.toSpliced(index + 1, 0, added), 'add-point');
              }}
              onRemove={
                vein.path.length > least
                  ? () => {
                      take(vein.path.toSpliced(index, 1), 'remove-point');
                    }
                  : null
              }
            />
          ))}
        </ol>
      ) : null}
      {open && vein.path.length > SHOWN ? <p>{PANEL_WORDS.manyPoints(vein.path.length, SHOWN)}</p> : null}
    </details>
  );
}

interface PointRowProps {
  readonly vein: Vein;
  readonly scale: number;
  readonly point: PointMm;
  readonly number: number;
  readonly onMove: (to: PointMm) => void;
  readonly onAdd: () => void;
  readonly onRemove: (() => void) | null;
}

function PointRow({ vein, scale, point, number, onMove, onAdd, onRemove }: PointRowProps) {
  const place = placeOfPoint(vein, point);
  return (
    <li>
      <span>{number}</span>
      <FigureField
        hideLabel
        label={PANEL_WORDS.pointHeight(number)}
        value={Math.round(point[1] * scale)}
        {...heightRange(scale)}
        onTake={(mm) => {
          onMove(ontoLeg(vein, hundredths([point[0], mm / scale])));
          return null;
        }}
      />
      <FigureField
        hideLabel
        label={PANEL_WORDS.pointAcross(number)}
        value={place.acrossPercent}
        min={0}
        max={100}
        onTake={(acrossPercent) => {
          onMove(hundredths(pointAtPlace(vein, { heightMm: point[1], acrossPercent })));
          return null;
        }}
      />
      <Button
        kind="quiet"
        size="small"
        label={PANEL_WORDS.addPoint(number)}
        icon={<IconPlus size={16} aria-hidden />}
        onClick={onAdd}
      >
        {null}
      </Button>
      {onRemove === null ? null : (
        <Button
          kind="quiet"
          size="small"
          label={PANEL_WORDS.removePoint(number)}
          icon={<IconTrash size={16} aria-hidden />}
          onClick={onRemove}
        >
          {null}
        </Button>
      )}
    </li>
  );
}

function hundredths([x, y]: readonly [number, number]): PointMm {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}
