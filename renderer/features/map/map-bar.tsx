import { Checkbox } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { ASPECTS, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Command } from '../../commands/command.ts';
import { runCommand } from '../../commands/command.ts';
import { shortcutText } from '../../commands/shortcut.ts';
import { ASPECT_WORDS } from '../../text/map-text.ts';
import { failureText } from '../../text/failure-text.ts';
import type { MapLayer } from '../../canvas/map-layers.ts';
import { Button } from '../../ui/button.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SavedAt } from '../../ui/saved-at.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { MapEditor, MapEditorState } from './map-editor.ts';
import { withAspects, withLegs } from './map-look.ts';
import styles from './map-page.module.css';
import type { SaveStatus } from './save-queue.ts';

interface MapBarProps {
  readonly editor: MapEditor;
  readonly state: MapEditorState;
  readonly veins: readonly Vein[];
  readonly status: SaveStatus;
  readonly commands: readonly Command[];
}

const LAYERS: readonly { readonly layer: MapLayer; readonly label: string }[] = [
  { layer: 'veins', label: 'Veins' },
  { layer: 'plan', label: 'Plan' },
  { layer: 'regions', label: 'Regions' },
];

/** What is looked at, what is shown of it, undo and redo, and whether it is saved. */
export function MapBar({ editor, state, veins, status, commands }: MapBarProps) {
  const count = (leg: 'right' | 'left') => String(veins.filter((vein) => vein.leg === leg).length);
  return (
    <PageBar
      title="Map"
      end={
        <>
          {editor.mayWrite ? (
            <UndoRedo commands={commands} />
          ) : (
            <span className={styles.readOnly}>Read only</span>
          )}
          <SavedAt
            at={status.savedAt}
            pending={status.waiting > 0}
            problem={status.failure === null ? null : failureText(status.failure).what}
          />
        </>
      }
    >
      <SegmentedControl
        label="Leg"
        options={[
          { value: 'right', label: `R · Right ${count('right')}` },
          { value: 'left', label: `L · Left ${count('left')}` },
          { value: 'both', label: 'Both' },
        ]}
        value={state.legs}
        onChange={(legs) => {
          editor.look(withLegs(state, legs));
        }}
      />
      <ViewChoice editor={editor} state={state} />
      <fieldset className={styles.layers}>
        <legend className="pp-hidden">Layers</legend>
        {LAYERS.map(({ layer, label }) => (
          <Checkbox
            key={layer}
            size="sm"
            label={label}
            checked={state.layers[layer] > 0}
            onChange={(event) => {
              editor.show({ layers: { ...state.layers, [layer]: event.currentTarget.checked ? 1 : 0 } });
            }}
          />
        ))}
      </fieldset>
    </PageBar>
  );
}

/** All views side by side, or one of them alone. */
function ViewChoice({ editor, state }: Pick<MapBarProps, 'editor' | 'state'>) {
  const all = state.legs === 'both' ? '8 views' : '4 views';
  return (
    <select
      className={styles.viewChoice}
      aria-label="Views"
      value={state.aspects.length === 1 ? state.aspects[0] : 'all'}
      onChange={(event) => {
        const single = ASPECTS.find((aspect) => aspect === event.currentTarget.value) ?? null;
        editor.look(withAspects(state, single === null ? ASPECTS : [single]));
      }}
    >
      <option value="all">{all}</option>
      {ASPECTS.map((aspect) => (
        <option key={aspect} value={aspect}>
          {ASPECT_WORDS[aspect]} only
        </option>
      ))}
    </select>
  );
}

function UndoRedo({ commands }: Pick<MapBarProps, 'commands'>) {
  return ['undo', 'redo'].map((id) => {
    const command = commands.find((other) => other.id === id);
    if (command === undefined) return null;
    const { label, shortcuts } = command;
    return (
      <Button
        key={id}
        kind="quiet"
        size="small"
        label={`${label} (${shortcutText(shortcuts[0] ?? '')})`}
        disabledBecause={command.isEnabled() ? null : `Nothing to ${label.toLowerCase()}`}
        icon={
          id === 'undo' ? (
            <IconArrowBackUp size={20} aria-hidden />
          ) : (
            <IconArrowForwardUp size={20} aria-hidden />
          )
        }
        onClick={() => {
          runCommand(command);
        }}
      >
        {null}
      </Button>
    );
  });
}
