import { useState } from 'react';
import { acrossSides } from '../../../shared/domain/leg-map/leg-place.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { FIELD_WORDS, FIGURE_PROBLEMS, PANEL_WORDS } from '../../text/map-list-text.ts';
import { markOfDraft, type MarkDraft, type MarkFault, type MarkFigure } from './add-mark.ts';
import { heightRange } from './add-vein.ts';
import { DraftField } from './draft-field.tsx';
import type { NewMark } from './edit-marks.ts';
import { Choice } from './field.tsx';
import { FiguresForm } from './figures-form.tsx';
import { MEASURED_MM } from './measure-entry.ts';
import { VeinChoice } from './vein-choice.tsx';
import { ViewFields } from './view-fields.tsx';

interface AddMarkPanelProps {
  readonly initial: MarkDraft;
  readonly veins: readonly Vein[];
  readonly scale: number;
  readonly onAdd: (mark: NewMark) => void;
  readonly onClose: () => void;
}

/** A site, a note or a measured distance put on the map by figures, for who does not use a pointer. */
export function AddMarkPanel({ initial, veins, scale, onAdd, onClose }: AddMarkPanelProps) {
  const [draft, setDraft] = useState(initial);
  const [fault, setFault] = useState<MarkFault | null>(null);
  const set = (part: Partial<MarkDraft>) => {
    setDraft({ ...draft, ...part });
    setFault(null);
  };
  const submit = () => {
    const mark = markOfDraft(draft, scale);
    if (mark.ok) onAdd(mark.value);
    else setFault(mark.error);
  };
  const parts = { draft, set, fault, scale };
  return (
    <FiguresForm
      title={PANEL_WORDS.addMarkTitle}
      submitWords={PANEL_WORDS.addMarkNow}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choice
        label={FIELD_WORDS.what}
        value={draft.what}
        options={['note', 'site', 'scale']}
        words={FIELD_WORDS.marks}
        onChange={(what) => {
          set({ what });
        }}
      />
      <ViewFields
        value={draft}
        onChange={(view) => {
          set({ ...view, ...(view.leg === draft.leg ? {} : { veinId: null }) });
        }}
      />
      <MarkFields {...parts} veins={veins} />
    </FiguresForm>
  );
}

interface PartProps {
  readonly draft: MarkDraft;
  readonly set: (part: Partial<MarkDraft>) => void;
  readonly fault: MarkFault | null;
  readonly scale: number;
}

function MarkFields({ veins, ...parts }: PartProps & Pick<AddMarkPanelProps, 'veins'>) {
  const { draft, scale } = parts;
  const [zero] = acrossSides(draft);
  const heights = FIGURE_PROBLEMS.range(heightRange(scale).min, heightRange(scale).max);
  const isScale = draft.what === 'scale';
  return (
    <>
      <MarkFigureField
        {...parts}
        field="height"
        label={isScale ? FIELD_WORDS.upperEnd : FIELD_WORDS.height}
        wrong={heights}
      />
      {isScale ? (
        <MarkFigureField
          {...parts}
          field="lower"
          label={FIELD_WORDS.lowerEnd}
          wrong={FIGURE_PROBLEMS.lower}
        />
      ) : null}
      <MarkFigureField
        {...parts}
        field="across"
        label={FIELD_WORDS.across(zero)}
        wrong={FIGURE_PROBLEMS.range(0, 100)}
      />
      {draft.what === 'site' ? <VeinOfSite {...parts} veins={veins} /> : null}
      {isScale ? (
        <MarkFigureField
          {...parts}
          field="distance"
          label={FIELD_WORDS.distance}
          wrong={FIGURE_PROBLEMS.range(MEASURED_MM.min, MEASURED_MM.max)}
        />
      ) : (
        <MarkFigureField
          {...parts}
          field="text"
          label={draft.what === 'site' ? FIELD_WORDS.note : FIELD_WORDS.text}
          wrong={FIGURE_PROBLEMS.noWords}
        />
      )}
    </>
  );
}

interface MarkFigureFieldProps extends PartProps {
  readonly field: MarkFigure;
  readonly label: string;
  /** What is said where it is no figure that can be. */
  readonly wrong: string;
}

function MarkFigureField({ draft, set, fault, field, label, wrong }: MarkFigureFieldProps) {
  const said = fault?.implausible === true ? FIGURE_PROBLEMS.implausible : wrong;
  return (
    <DraftField
      label={label}
      value={draft[field]}
      words={field === 'text'}
      problem={fault?.field === field ? said : null}
      onChange={(text) => {
        set({ [field]: text });
      }}
    />
  );
}

function VeinOfSite({ draft, set, veins }: PartProps & Pick<AddMarkPanelProps, 'veins'>) {
  return (
    <VeinChoice
      label={FIELD_WORDS.site}
      value={draft.veinId}
      veins={veins.filter(({ leg }) => leg === draft.leg)}
      none={FIELD_WORDS.freeSite}
      onChange={(veinId) => {
        set({ veinId });
      }}
    />
  );
}
