import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { isVein, veinsOf, type MapDocument } from '../../../shared/document/map-document.ts';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Command } from '../../commands/command.ts';
import { PANEL_WORDS } from '../../text/map-list-text.ts';
import { AddMarkPanel } from './add-mark-panel.tsx';
import { firstMarkDraft } from './add-mark.ts';
import { AddVeinPanel } from './add-vein-panel.tsx';
import { firstDraft } from './add-vein.ts';
import { viewAtHand } from './look-commands.ts';
import { selectedRecords, type MapEditor } from './map-editor.ts';
import type { MapNews } from './map-news.ts';
import { MarkPanel } from './mark-panel.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { NoteEntry } from './note-entry.tsx';
import { SeveralPanel } from './several-panel.tsx';
import { VeinFields } from './vein-fields.tsx';
import { VeinPanel } from './vein-panel.tsx';
import styles from './vein-panel.module.css';

interface SelectionPanelProps {
  readonly editor: MapEditor;
  readonly news: MapNews;
  readonly scale: number;
  readonly commands: readonly Command[];
  readonly adding: Adding;
  readonly onAdding: (adding: Adding) => void;
}

/** What is being added by figures; null: nothing. */
export type Adding = 'veins' | 'marks' | null;

/** What is asked for now: figures of a new vein, a distance, words of a note; else what is selected, or what comes next. */
export function SelectionPanel(props: SelectionPanelProps) {
  const { editor, scale, commands, adding, onAdding } = props;
  const { document, records, draft, measuring, toolId } = useStore(
    editor.store,
    useShallow((state) => ({
      document: state.history.document,
      records: selectedRecords(state),
      draft: state.draft,
      measuring: state.measuring,
      toolId: state.tool.id,
    })),
  );
  const [first] = records;
  if (measuring !== null)
    return <MeasurePanel {...{ measuring, scale }} onTake={editor.setScale} onDrop={editor.dropMeasure} />;
  if (draft !== null)
    return (
      <NoteEntry
        key={draft.id}
        onWrite={editor.writeNote}
        onDrop={() => {
          editor.edit(null);
        }}
      />
    );
  if (adding === 'marks')
    return (
      <AddMarkPanel
        initial={firstMarkDraft(viewAtHand(editor), scale)}
        veins={veinsOf(document)}
        scale={scale}
        onAdd={(mark) => {
          editor.addMark(mark);
          onAdding(null);
        }}
        onClose={() => {
          onAdding(null);
        }}
      />
    );
  if (adding === 'veins')
    return (
      <AddVeinPanel
        initial={firstDraft(viewAtHand(editor), editor.store.getState().pens.line, scale)}
        scale={scale}
        onAdd={(vein) => {
          editor.add(vein, 'add-by-figures');
          onAdding(null);
        }}
        onClose={() => {
          onAdding(null);
        }}
      />
    );
  if (records.length > 1)
    return (
      <SeveralPanel
        {...{ records, scale }}
        mayWrite={editor.mayWrite}
        commands={commands}
        onChange={editor.change}
      />
    );
  if (first === undefined) return <NextPen editor={editor} tool={toolId} />;
  return isVein(first) ? (
    <OneVein {...props} vein={first} document={document} />
  ) : (
    <OneMark {...props} mark={first} document={document} />
  );
}

type OneProps = Pick<SelectionPanelProps, 'editor' | 'news' | 'scale'> & { readonly document: MapDocument };

function OneVein({ editor, news, scale, vein, document }: OneProps & { readonly vein: Vein }) {
  return (
    <VeinPanel
      vein={vein}
      veins={veinsOf(document)}
      heightScale={scale}
      session={news.sessions.get(vein.id) ?? null}
      planned={news.planned.get(vein.id) ?? null}
      givenUl={news.givenUl.get(vein.id) ?? 0}
      mayWrite={editor.mayWrite}
      onChange={(changed, label) => {
        editor.change([changed], label);
      }}
      onErase={(id) => {
        editor.erase([id]);
      }}
    />
  );
}

function OneMark({ editor, scale, mark, document }: OneProps & { readonly mark: MapMark }) {
  return (
    <MarkPanel
      mark={mark}
      veins={veinsOf(document)}
      scale={scale}
      mayWrite={editor.mayWrite}
      onChange={(changed, label) => {
        editor.change([changed], label);
      }}
      onErase={() => {
        editor.erase([mark.id]);
      }}
    />
  );
}

/** What the next vein will be, while a draw tool is at hand. */
function NextPen({ editor, tool }: { readonly editor: MapEditor; readonly tool: string }) {
  const pens = useStore(editor.store, (state) => state.pens);
  if (!editor.mayWrite || (tool !== 'line' && tool !== 'web')) return null;
  return (
    <section className={styles.panel} aria-label={PANEL_WORDS.next(tool)}>
      <strong>{PANEL_WORDS.next(tool)}</strong>
      <VeinFields
        value={pens[tool]}
        onChange={(pen) => {
          editor.setPen(tool, pen);
        }}
      />
    </section>
  );
}
