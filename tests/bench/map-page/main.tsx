import '@fontsource-variable/inter';
import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';
import '../../../renderer/ui/tokens.css';
import { EditMap } from '../../../renderer/canvas/edit-map.tsx';
import type { MapPainter } from '../../../renderer/canvas/stage/map-painter.ts';
import { useShortcuts } from '../../../renderer/commands/use-shortcuts.ts';
import { mapCommands } from '../../../renderer/features/map/map-commands.ts';
import { createMapEditor, type MapEditor } from '../../../renderer/features/map/map-editor.ts';
import { useHandKeys } from '../../../renderer/features/map/use-hand-keys.ts';
import { marksOf, veinsOf } from '../../../shared/document/map-document.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { createBenchApi, type BenchApi } from './bench-api.ts';
import { REGION_VIEW } from './strokes.ts';

declare global {
  interface Window {
    __bench: BenchApi;
  }
}

const VIEWS = [REGION_VIEW];
const NO_MARKS = new Map<never, never>();
const NO_DOTS: readonly never[] = [];

const editor: MapEditor = createMapEditor({
  map: { version: 0, veins: [], marks: [], nextNumber: { right: 1, left: 1 }, dates: [], heightScale: 1 },
  mayWrite: true,
  newVeinId: () => idOf<'vein'>(crypto.randomUUID()),
  newMarkId: () => idOf<'mark'>(crypto.randomUUID()),
  onGesture: () => undefined,
});
const commands = mapCommands(editor);

/** The map of the product and its editor, and nothing else: no server, no list. */
function Bench({ onOpen }: { readonly onOpen: (bench: OpenBench) => void }) {
  const [painter, setPainter] = useState<MapPainter | null>(null);
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  const document = useStore(editor.store, ({ history }) => history.document);
  const selection = useStore(editor.store, (state) => state.selection);
  const layers = useStore(editor.store, (state) => state.layers);
  const veins = useMemo(() => veinsOf(document), [document]);
  const pins = useMemo(() => marksOf(document), [document]);
  useShortcuts(commands);
  useHandKeys(editor);
  useEffect(() => {
    const resized = () => {
      setSize({ width: window.innerWidth, height: window.innerHeight });
    };
    window.addEventListener('resize', resized);
    return () => {
      window.removeEventListener('resize', resized);
    };
  }, []);
  useEffect(() => {
    editor.show({ extent: size });
    if (painter !== null) onOpen({ editor, painter, ...size });
  }, [painter, size, onOpen]);
  return (
    <EditMap
      views={VIEWS}
      {...{ veins, pins, selection, layers, ...size }}
      marks={NO_MARKS}
      dots={NO_DOTS}
      hand={editor.store}
      onTool={editor.hand}
      onViewport={(viewport) => {
        editor.show({ viewport });
      }}
      heightScale={1}
      onPainter={setPainter}
    />
  );
}

/** The map as it is now, for who measures it. */
export interface OpenBench {
  readonly editor: MapEditor;
  readonly painter: MapPainter;
  readonly width: number;
  readonly height: number;
}

const root = window.document.getElementById('root');
if (root === null) throw new Error('no root');
const { api, opened } = createBenchApi();
window.__bench = api;
createRoot(root).render(<Bench onOpen={opened} />);
