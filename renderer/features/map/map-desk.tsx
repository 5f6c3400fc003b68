import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { PlanView } from '../../../shared/contract/plan.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { useFrameLegs } from '../../app/frame-store.ts';
import { EditMap } from '../../canvas/edit-map.tsx';
import { CommandPalette } from '../../commands/command-palette.tsx';
import type { Command } from '../../commands/command.ts';
import { useShortcuts } from '../../commands/use-shortcuts.ts';
import { noticeText } from '../../text/edit-notice-text.ts';
import { TOOL_WORDS, veinWordsInFull } from '../../text/map-text.ts';
import { MapBar } from './map-bar.tsx';
import { mapCommands } from './map-commands.ts';
import { marksOf, veinsOf } from '../../../shared/document/map-document.ts';
import { soleVein } from '../../canvas/tools/tool.ts';
import { selectedRecords, type MapEditor, type MapEditorState } from './map-editor.ts';
import { viewsShown } from './map-look.ts';
import { MapLegend } from './map-legend.tsx';
import styles from './map-page.module.css';
import { MapToolbar } from './map-toolbar.tsx';
import { givenVolumes, plannedSessions, planMarks } from './plan-marks.ts';
import type { SaveStatus } from './save-queue.ts';
import { useHandKeys } from './use-hand-keys.ts';
import type { OpenMap } from './use-map-page.ts';
import { VeinFields } from './vein-fields.tsx';
import { VeinList } from './vein-list.tsx';
import { VeinPanel } from './vein-panel.tsx';
import panelStyles from './vein-panel.module.css';

interface MapDeskProps {
  readonly open: OpenMap;
  readonly plan: PlanView | null;
  readonly status: SaveStatus;
}

/** The open map: bar, tools and canvas, and beside them the list and the selected vein. */
export function MapDesk({ open, plan, status }: MapDeskProps) {
  const { editor, heightScale } = open;
  const state = useStore(editor.store);
  const [palette, setPalette] = useState(false);
  const commands = useMemo(() => [...mapCommands(editor), paletteCommand(setPalette)], [editor]);
  useShortcuts(commands);
  useHandKeys(editor);
  useFrameLegs(state.legs === 'both' ? ['right', 'left'] : [state.legs]);

  const veins = useMemo(() => veinsOf(state.history.document).toSorted(byLabel), [state.history.document]);
  const ofLegs = useMemo(
    () => veins.filter((vein) => state.legs === 'both' || vein.leg === state.legs),
    [veins, state.legs],
  );
  return (
    <>
      <MapBar {...{ editor, state, veins, status, commands }} />
      <div className={styles.desk}>
        <MapColumn {...{ editor, state, commands, heightScale, plan }} veins={ofLegs} />
        <SidePanel {...{ editor, state, heightScale, plan }} veins={ofLegs} />
      </div>
      {palette ? (
        <CommandPalette
          commands={commands}
          onClose={() => {
            setPalette(false);
          }}
        />
      ) : null}
    </>
  );
}

function paletteCommand(show: (open: boolean) => void): Command {
  return {
    id: 'palette',
    label: 'All commands',
    shortcuts: ['F1'],
    isEnabled: () => true,
    run: () => {
      show(true);
    },
    hidden: true,
  };
}

function byLabel(a: Vein, b: Vein): number {
  return a.leg === b.leg ? a.number - b.number : a.leg === 'right' ? -1 : 1;
}

interface PartProps {
  readonly editor: MapEditor;
  readonly state: MapEditorState;
  /** Those of the legs that are shown, by label. */
  readonly veins: readonly Vein[];
  readonly plan: PlanView | null;
  readonly heightScale: number;
}

function MapColumn({
  editor,
  state,
  veins,
  plan,
  heightScale,
  commands,
}: PartProps & { readonly commands: readonly Command[] }) {
  const { ref, width, height } = useElementSize();
  useEffect(() => {
    if (width > 0) editor.show({ extent: { width, height } });
  }, [editor, width, height]);
  const marks = useMemo(
    () => planMarks(veins, plan, state.layers.plan > 0),
    [veins, plan, state.layers.plan],
  );
  const shown = useMemo(() => (state.layers.veins > 0 ? veins : []), [veins, state.layers.veins]);
  const sessions =
    state.layers.plan > 0 ? [...new Set(plannedSessions(plan).values())].toSorted((a, b) => a - b) : [];
  return (
    <div className={styles.column}>
      <div className={styles.canvas} ref={ref}>
        {width === 0 ? null : (
          <EditMap
            views={viewsShown(state)}
            veins={shown}
            marks={marks}
            pins={marksOf(state.history.document)}
            dots={[]}
            selection={state.selection}
            hand={editor.store}
            onTool={editor.hand}
            onViewport={(viewport) => {
              editor.show({ viewport });
            }}
            layers={state.layers}
            heightScale={heightScale}
            width={width}
            height={height}
          />
        )}
        <MapToolbar mayWrite={editor.mayWrite} tool={state.tool.id} commands={commands} />
        <ToolHint state={state} />
        <div className={styles.notes} role="status">
          {state.notice === null ? null : <p className={styles.note}>{noticeText(state.notice)}</p>}
        </div>
      </div>
      <MapLegend veins={shown} sessions={sessions} />
    </div>
  );
}

/** How the tool at hand is used, and what it will draw. */
function ToolHint({ state }: { readonly state: MapEditorState }) {
  const { id } = state.tool;
  if (id === 'select' || id === 'pan') return null;
  const next =
    id === 'line' || id === 'web'
      ? ` Next: ${veinWordsInFull({ ...state.pens[id], pattern: id })}, ${state.pens[id].diameterMm.toFixed(1)} mm.`
      : '';
  return (
    <p className={styles.hint} role="status">
      {TOOL_WORDS[id].hint}
      {next}
    </p>
  );
}

function SidePanel({ editor, state, veins, plan, heightScale }: PartProps) {
  const panel = useRef<HTMLElement>(null);
  const sessions = useMemo(() => plannedSessions(plan), [plan]);
  const givenUl = useMemo(() => givenVolumes(plan), [plan]);
  const selected = soleVein({ selection: selectedRecords(state) });
  const toConfirm = veins.filter((vein) => vein.carriedOverFrom !== null).length;
  const { id } = state.tool;
  return (
    <aside className={styles.side} aria-label="Veins">
      <header className={styles.sideHead}>
        <h2>Veins · {state.legs === 'both' ? 'both legs' : `${state.legs} leg`}</h2>
        <span>
          {veins.length}
          {toConfirm === 0 ? '' : ` · ${String(toConfirm)} to confirm`}
        </span>
      </header>
      {veins.length === 0 ? (
        <p className={styles.empty}>
          No veins mapped here yet.{editor.mayWrite ? ' Press L to draw a line vein, W for a web.' : ''}
        </p>
      ) : null}
      <VeinList
        veins={veins}
        sessions={sessions}
        givenUl={givenUl}
        selectedId={selected?.id ?? null}
        heightScale={heightScale}
        onSelect={(id) => {
          editor.select([id]);
        }}
        onOpen={() => {
          panel.current?.querySelector<HTMLElement>('select, input')?.focus();
        }}
      />
      {selected !== null ? (
        <VeinPanel
          ref={panel}
          {...{ veins, heightScale }}
          vein={selected}
          session={sessions.get(selected.id) ?? null}
          givenUl={givenUl.get(selected.id) ?? 0}
          mayWrite={editor.mayWrite}
          onChange={(vein, label) => {
            editor.change([vein], label);
          }}
          onErase={(veinId) => {
            editor.erase([veinId]);
          }}
        />
      ) : id === 'line' || id === 'web' ? (
        <section className={panelStyles.panel} aria-label={`Next ${id}`}>
          <strong>Next {id}</strong>
          <VeinFields
            value={state.pens[id]}
            onChange={(pen) => {
              editor.setPen(id, pen);
            }}
          />
        </section>
      ) : null}
    </aside>
  );
}
