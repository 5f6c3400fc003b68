import { IconArrowBackUp, IconArrowForwardUp, IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { veinsOf, type MapDocument } from '../../../shared/document/map-document.ts';
import type { Command } from '../../commands/command.ts';
import { runCommand } from '../../commands/command.ts';
import { shortcutText } from '../../commands/shortcut.ts';
import { failureText } from '../../text/failure-text.ts';
import { LOOK_WORDS } from '../../text/map-list-text.ts';
import { Button } from '../../ui/button.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { SavedAt } from '../../ui/saved-at.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { LayerMenu } from './layer-menu.tsx';
import { viewAtHand } from './look-commands.ts';
import type { MapEditor } from './map-editor.ts';
import { arranged, VIEW_COUNTS, viewCount, withLegs } from './map-look.ts';
import styles from './map-page.module.css';
import type { SaveStatus } from './save-queue.ts';
import { ViewChoice } from './view-choice.tsx';

interface MapBarProps {
  readonly editor: MapEditor;
  readonly document: MapDocument;
  readonly status: SaveStatus;
  readonly commands: readonly Command[];
}

/** What is looked at, what is shown of it, undo and redo, and whether it is saved. */
export function MapBar({ editor, document, status, commands }: MapBarProps) {
  const { legs, aspects, layers } = useStore(
    editor.store,
    useShallow((state) => ({ legs: state.legs, aspects: state.aspects, layers: state.layers })),
  );
  const counts = useMemo(() => {
    const veins = veinsOf(document);
    const right = veins.filter(({ leg }) => leg === 'right').length;
    return { right, left: veins.length - right };
  }, [document]);
  const shown = { legs, aspects };
  return (
    <PageBar
      title="Map"
      end={
        <>
          {editor.mayWrite ? (
            <UndoRedo editor={editor} commands={commands} />
          ) : (
            <span className={styles.readOnly}>Read only</span>
          )}
          <SavedAt
            at={status.savedAt}
            pending={status.waiting > 0}
            problem={status.failure === null ? null : failureText(status.failure).what}
          />
          <CommandButton commands={commands} id="export-map" icon={IconDownload} />
        </>
      }
    >
      <SegmentedControl
        label="Leg"
        options={[
          { value: 'right', label: `R · Right ${String(counts.right)}` },
          { value: 'left', label: `L · Left ${String(counts.left)}` },
          { value: 'both', label: 'Both' },
        ]}
        value={legs}
        onChange={(chosen) => {
          editor.look(withLegs(shown, chosen));
        }}
      />
      <SegmentedControl
        label={LOOK_WORDS.count}
        options={VIEW_COUNTS.map((count) => ({ value: String(count), label: LOOK_WORDS.counts[count] }))}
        value={String(viewCount(shown))}
        onChange={(chosen) => {
          const count = VIEW_COUNTS.find((other) => String(other) === chosen);
          if (count !== undefined) editor.look(arranged(shown, count, viewAtHand(editor)));
        }}
      />
      <ViewChoice
        {...shown}
        onChange={(look) => {
          editor.look(look);
        }}
      />
      <LayerMenu
        layers={layers}
        onChange={(changed) => {
          editor.show({ layers: changed });
        }}
      />
    </PageBar>
  );
}

function UndoRedo({ editor, commands }: Pick<MapBarProps, 'editor' | 'commands'>) {
  // Whether there is something to undo follows from these.
  useStore(
    editor.store,
    useShallow(({ history, tool }) => ({ done: history.done, undone: history.undone, busy: tool.busy })),
  );
  return (
    <>
      <CommandButton commands={commands} id="undo" icon={IconArrowBackUp} />
      <CommandButton commands={commands} id="redo" icon={IconArrowForwardUp} />
    </>
  );
}

interface CommandButtonProps {
  readonly commands: readonly Command[];
  readonly id: string;
  readonly icon: typeof IconArrowBackUp;
}

/** A command as a sign with its words on hover; nothing where the page does not have it now. */
function CommandButton({ commands, id, icon: Icon }: CommandButtonProps) {
  const command = commands.find((other) => other.id === id);
  if (command === undefined) return null;
  const { label, shortcuts } = command;
  return (
    <Button
      kind="quiet"
      size="small"
      label={`${label} (${shortcutText(shortcuts[0] ?? '')})`}
      disabledBecause={command.isEnabled() ? null : `Nothing to ${label.toLowerCase()}`}
      icon={<Icon size={20} aria-hidden />}
      onClick={() => {
        runCommand(command);
      }}
    >
      {null}
    </Button>
  );
}
