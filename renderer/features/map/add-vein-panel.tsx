import { useState } from 'react';
import { acrossSides } from '../../../shared/domain/leg-map/leg-place.ts';
import { VEIN_RUNS } from '../../../shared/domain/leg-map/place-vein.ts';
import { regionOf, type Region } from '../../../shared/domain/leg-map/region.ts';
import {
  VEIN_COLOURS,
  VEIN_DEPTHS,
  VEIN_KINDS,
  VEIN_PATTERNS,
  type LegView,
} from '../../../shared/domain/leg-map/vein.ts';
import { depthOf } from '../../../shared/domain/leg-map/vein-kind.ts';
import { FIELD_WORDS, FIGURE_PROBLEMS, PANEL_WORDS } from '../../text/map-list-text.ts';
import { COLOUR_WORDS, DEPTH_WORDS, KIND_WORDS, PATTERN_WORDS } from '../../text/map-text.ts';
import {
  heightRange,
  LENGTHS_MM,
  veinOfDraft,
  type DraftFault,
  type DraftFigure,
  type VeinDraft,
} from './add-vein.ts';
import { parseDiameter } from './diameter-entry.ts';
import { KindDoubts } from './kind-doubts.tsx';
import { DraftField } from './draft-field.tsx';
import { Choice } from './field.tsx';
import { figureOf } from './figure-entry.ts';
import { FiguresForm } from './figures-form.tsx';
import { ViewFields } from './view-fields.tsx';
import type { NewVein } from './map-editor.ts';
import { RegionField } from './region-field.tsx';

interface AddVeinPanelProps {
  readonly initial: VeinDraft;
  readonly scale: number;
  readonly onAdd: (vein: NewVein) => void;
  readonly onClose: () => void;
}

/** A vein put on the map by figures alone, for who does not use a pointer. */
export function AddVeinPanel({ initial, scale, onAdd, onClose }: AddVeinPanelProps) {
  const [draft, setDraft] = useState(initial);
  const [fault, setFault] = useState<DraftFault | null>(null);
  const set = (part: Partial<VeinDraft>) => {
    setDraft({ ...draft, ...part });
    setFault(null);
  };
  const diameter = parseDiameter(draft.diameter);
  const submit = () => {
    const vein = veinOfDraft(draft, scale);
    if (vein.ok) onAdd(vein.value);
    else setFault(vein.error);
  };
  return (
    <FiguresForm
      title={PANEL_WORDS.addTitle}
      submitWords={PANEL_WORDS.addNow}
      onSubmit={submit}
      onClose={onClose}
      doubts={
        diameter.ok ? (
          <KindDoubts
            {...draft}
            diameterMm={diameter.value}
            onKind={(kind) => {
              set({ kind, depth: depthOf(kind) });
            }}
          />
        ) : null
      }
    >
      <PlacePart {...{ draft, set, fault, scale }} />
      <KindPart {...{ draft, set, fault }} />
    </FiguresForm>
  );
}

interface PartProps {
  readonly draft: VeinDraft;
  readonly set: (part: Partial<VeinDraft>) => void;
  readonly fault: DraftFault | null;
}

function PlacePart({ draft, set, fault, scale }: PartProps & { readonly scale: number }) {
  const view: LegView = draft;
  const [zero, hundred] = acrossSides(view);
  const heights = heightRange(scale);
  return (
    <>
      <ViewFields value={draft} onChange={set} />
      <RegionField
        view={view}
        value={regionOfDraft(draft, scale)}
        onChange={(heightMm) => {
          set({ height: String(Math.round(heightMm * scale)) });
        }}
      />
      <VeinFigure {...{ draft, set, fault }} field="height" label={FIELD_WORDS.height} range={heights} />
      <VeinFigure
        {...{ draft, set, fault }}
        field="across"
        label={FIELD_WORDS.across(zero)}
        range={{ min: 0, max: 100 }}
      />
      <Choice
        label={FIELD_WORDS.pattern}
        value={draft.pattern}
        options={VEIN_PATTERNS}
        words={PATTERN_WORDS}
        onChange={(pattern) => {
          set({ pattern });
        }}
      />
      {draft.pattern === 'line' ? (
        <>
          <VeinFigure
            {...{ draft, set, fault }}
            field="length"
            label={FIELD_WORDS.length}
            range={LENGTHS_MM}
          />
          <Choice
            label={FIELD_WORDS.run}
            value={draft.run}
            options={VEIN_RUNS}
            words={{
              ...FIELD_WORDS.runs,
              'down-inwards': FIELD_WORDS.runs['down-inwards'](zero),
              'down-outwards': FIELD_WORDS.runs['down-outwards'](hundred),
            }}
            onChange={(run) => {
              set({ run });
            }}
          />
        </>
      ) : (
        <>
          <VeinFigure
            {...{ draft, set, fault }}
            field="webAcross"
            label={FIELD_WORDS.webAcross}
            range={LENGTHS_MM}
          />
          <VeinFigure
            {...{ draft, set, fault }}
            field="webDown"
            label={FIELD_WORDS.webDown}
            range={LENGTHS_MM}
          />
        </>
      )}
    </>
  );
}

function KindPart({ draft, set, fault }: PartProps) {
  return (
    <>
      <Choice
        label={FIELD_WORDS.kind}
        value={draft.kind}
        options={VEIN_KINDS}
        words={KIND_WORDS}
        onChange={(kind) => {
          set({ kind, depth: depthOf(kind) });
        }}
      />
      <Choice
        label={FIELD_WORDS.colour}
        value={draft.colour}
        options={VEIN_COLOURS}
        words={COLOUR_WORDS}
        onChange={(colour) => {
          set({ colour });
        }}
      />
      <VeinFigure {...{ draft, set, fault }} field="diameter" label={FIELD_WORDS.diameter} range={null} />
      <Choice
        label={FIELD_WORDS.depth}
        value={draft.depth}
        options={VEIN_DEPTHS}
        words={DEPTH_WORDS}
        onChange={(depth) => {
          set({ depth });
        }}
      />
    </>
  );
}

interface VeinFigureProps extends PartProps {
  readonly field: DraftFigure;
  readonly label: string;
  /** Null: a diameter. */
  readonly range: { readonly min: number; readonly max: number } | null;
}

function VeinFigure({ draft, set, fault, field, label, range }: VeinFigureProps) {
  return (
    <DraftField
      label={label}
      value={draft[field]}
      problem={fault?.field === field ? problemOf(fault, range) : null}
      onChange={(text) => {
        set({ [field]: text });
      }}
    />
  );
}

function problemOf({ atMostMm }: DraftFault, range: VeinFigureProps['range']): string {
  if (atMostMm !== null)
    return atMostMm < LENGTHS_MM.min ? FIGURE_PROBLEMS.noRoom : FIGURE_PROBLEMS.atMost(atMostMm);
  return range === null ? FIGURE_PROBLEMS.diameter : FIGURE_PROBLEMS.range(range.min, range.max);
}

/** The region at the typed height, in the middle of the leg; null while the height is no figure. */
function regionOfDraft({ leg, aspect, height }: VeinDraft, scale: number): Region | null {
  const { min, max } = heightRange(scale);
  const mm = figureOf(height, min, max);
  return mm === null ? null : regionOf([0, mm / scale], { leg, aspect });
}
