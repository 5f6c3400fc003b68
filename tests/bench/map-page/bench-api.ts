import { arrangeViews, type ViewFrame } from '../../../renderer/canvas/layout/arrange-views.ts';
import { editRoom } from '../../../renderer/canvas/layout/edit-room.ts';
import { documentOf, veinsOf } from '../../../shared/document/map-document.ts';
import type { OpenBench } from './main.tsx';
import { REGION, REGION_VIEW, veinsOfStrokes, type Stroke } from './strokes.ts';

type At = readonly [x: number, y: number];

/** The map, to be measured from outside with real input. Places are in units of the region, or pixels of the page. */
export interface BenchApi {
  readonly ready: Promise<void>;
  /**
   * Puts strokes on the map in place of those that were loaded before, without anything to undo; what was drawn stays. Resolves
   * once they are painted.
   */
  readonly load: (strokes: readonly Stroke[]) => Promise<void>;
  /** The region at zoom 0.7, its corner at (473, 34) of the page. */
  readonly fit: () => Promise<void>;
  readonly tool: (name: 'draw' | 'select') => void;
  readonly count: () => number;
  /** Pixels of the page per unit of the region, and where its corner stands. */
  readonly view: () => { readonly zoom: number; readonly x: number; readonly y: number };
  /** Whether each stroke that lies on the screen has left ink there. */
  readonly painted: (strokes: readonly Stroke[]) => boolean;
  /**
   * Whether a stroke that was drawn through these points is on the screen: its ink while it is under way or selected, after that
   * the ink of the vein that it became. Once it is undone: whether the screen still shows something old.
   */
  readonly drawnShown: (points: readonly At[]) => boolean;
  readonly panWith: 'space-drag';
}

const FIT = { zoom: 0.7, x: 473, y: 34 } as const;

export function createBenchApi(): { readonly api: BenchApi; readonly opened: (bench: OpenBench) => void } {
  let bench: OpenBench | null = null;
  let begin = () => {};
  const ready = new Promise<void>((resolve) => (begin = resolve));
  const now = (): OpenBench => {
    if (bench === null) throw new Error('not ready');
    return bench;
  };
  const view = () => {
    const { editor } = now();
    const { viewport } = editor.store.getState();
    const frame = frameOf(now());
    const [x, y] = onScreen(frame, REGION.corner);
    return {
      zoom: frame.scale * viewport.zoom * REGION.mmPerUnit,
      x: x * viewport.zoom + viewport.x,
      y: y * viewport.zoom + viewport.y,
    };
  };
  const pageOf = ([x, y]: At): At => {
    const seen = view();
    return [seen.x + x * seen.zoom, seen.y + y * seen.zoom];
  };
  const api: BenchApi = {
    ready,
    load: async (strokes) => {
      const { editor, painter } = now();
      const { history } = editor.store.getState();
      const drawn = new Set(history.done.flatMap(({ diff }) => diff.added.map(({ id }) => id)));
      const kept = [...history.document.values()].filter(({ id }) => drawn.has(id));
      const document = documentOf([...veinsOfStrokes(strokes), ...kept]);
      editor.store.setState({ history: { ...history, document } });
      await nextFrame();
      await painter.whole();
    },
    fit: async () => {
      const { editor, painter } = now();
      const frame = frameOf(now());
      const zoom = FIT.zoom / REGION.mmPerUnit / frame.scale;
      const [x, y] = onScreen(frame, REGION.corner);
      editor.show({ viewport: { zoom, x: FIT.x - x * zoom, y: FIT.y - y * zoom } });
      await painter.rest();
    },
    tool: (name) => {
      now().editor.choose(name === 'draw' ? 'line' : 'select');
    },
    count: () => veinsOf(now().editor.store.getState().history.document).length,
    view,
    painted: (strokes) =>
      strokes.every(({ points }) => {
        const seen = points.map(pageOf).filter(isOnPage);
        return seen.length === 0 || seen.some((at) => hasInk('ground', at));
      }),
    drawnShown: (points) => {
      const { editor, painter } = now();
      const { tool, history } = editor.store.getState();
      const places = points.map(pageOf);
      const onTop = places.every((at) => hasInk('hand', at) || hasInk('selection', at));
      if (onTop || tool.busy) return onTop;
      const drawn = history.done.flatMap(({ diff }) => diff.added);
      return drawn.length > 0 ? places.every((at) => hasInk('ground', at)) : !painter.isCurrent();
    },
    panWith: 'space-drag',
  };
  return {
    api,
    opened: (next) => {
      bench = next;
      void next.painter.whole().then(begin);
    },
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Where the view stands before anything is enlarged. */
function frameOf({ width, height }: OpenBench): ViewFrame {
  const [frame] = arrangeViews([REGION_VIEW], editRoom({ width, height }, 1));
  if (frame === undefined) throw new Error('no frame');
  return frame;
}

function onScreen(frame: ViewFrame, [x, y]: At): At {
  return [frame.x + x * frame.scale, frame.y - y * frame.scale];
}

const isOnPage = ([x, y]: At) => x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight;

const LAYERS = ['ground', 'selection', 'words', 'hand'] as const;
/** How far from a point its ink may be, in pixels. */
const NEAR_PX = 3;
/** Darker than the leg anywhere, lighter than any vein; the sum of red, green and blue. */
const DARK = 500;

/** Whether the canvas of a layer, as it stands on the screen, is inked at a place. */
function hasInk(layer: 'ground' | 'selection' | 'hand', [x, y]: At): boolean {
  const canvas = document.querySelectorAll('canvas')[LAYERS.indexOf(layer)];
  const context = canvas?.getContext('2d');
  if (context === null || context === undefined) return false;
  const ratio = window.devicePixelRatio;
  const side = 2 * NEAR_PX + 1;
  const { data } = context.getImageData(
    Math.round((x - NEAR_PX) * ratio),
    Math.round((y - NEAR_PX) * ratio),
    Math.round(side * ratio),
    Math.round(side * ratio),
  );
  for (let at = 0; at < data.length; at += 4) {
    const [red = 255, green = 255, blue = 255, alpha = 0] = data.subarray(at, at + 4);
    if (layer === 'ground' ? red + green + blue < DARK : alpha > 60) return true;
  }
  return false;
}
