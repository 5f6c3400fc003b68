import { useElementSize } from '@mantine/hooks';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { LegView, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { EditMap } from '../../canvas/edit-map.tsx';
import type { LayerStrengths } from '../../canvas/map-layers.ts';
import type { PunctureDot, VeinMark } from '../../canvas/vein-mark.ts';
import type { Command } from '../../commands/command.ts';
import { noticeText } from '../../text/edit-notice-text.ts';
import { TOOL_WORDS } from '../../text/map-text.ts';
import { legendFacts } from './legend-facts.ts';
import { isDone } from './edit-notice.ts';
import type { MapEditor } from './map-editor.ts';
import { MapLegend } from './map-legend.tsx';
import { viewsShown } from './map-look.ts';
import { markOf } from './map-marks.ts';
import type { MapNews } from './map-news.ts';
import styles from './map-page.module.css';
import { MapToolbar } from './map-toolbar.tsx';
import { pastScene } from './time/past-scene.ts';
import { ViewButtons } from './view-buttons.tsx';

interface MapColumnProps {
  readonly editor: MapEditor;
  readonly commands: readonly Command[];
  /** What is on the legs that are looked at. */
  readonly veins: readonly Vein[];
  readonly marks: readonly MapMark[];
  readonly news: MapNews;
  readonly scale: number;
}

/** The canvas with the tools over it and the legend under it. */
export function MapColumn({ editor, commands, veins, marks, news, scale }: MapColumnProps) {
  const { ref, width, height } = useElementSize();
  useEffect(() => {
    if (width > 0) editor.show({ extent: { width, height } });
  }, [editor, width, height]);
  const { legs, aspects, layers, selection } = useStore(
    editor.store,
    useShallow(({ legs, aspects, layers, selection }) => ({ legs, aspects, layers, selection })),
  );
  const views = useMemo(() => viewsShown({ legs, aspects }), [legs, aspects]);
  const veinMarks = useMemo(
    () => new Map(veins.map((vein) => [vein.id, markOf(vein, news.of(vein.id), layers)])),
    [veins, news, layers],
  );
  const dots = useMemo(() => (news.today === null ? [] : pastScene(news.today, layers).dots), [news, layers]);
  const shown = useMemo(() => (layers.veins > 0 ? veins : []), [veins, layers.veins]);
  const pins = useMemo(() => (layers.notes > 0 ? marks : []), [marks, layers.notes]);
  const picture = useMemo(
    () => ({ views, veins, veinMarks, marks, dots, layers }),
    [views, veins, veinMarks, marks, dots, layers],
  );
  return (
    <div className={styles.column}>
      <div className={styles.canvas} ref={ref}>
        <ViewButtons editor={editor} views={views} />
        {width === 0 ? null : (
          <EditMap
            {...{ views, pins, dots, selection, layers, width, height }}
            veins={shown}
            marks={veinMarks}
            hand={editor.store}
            onTool={editor.hand}
            onViewport={(viewport) => {
              editor.show({ viewport });
            }}
            heightScale={scale}
          />
        )}
        <MapToolbar editor={editor} commands={commands} />
        <ToolHint editor={editor} />
        <Notice editor={editor} />
      </div>
      <Legend picture={picture} />
    </div>
  );
}

interface Picture {
  readonly views: readonly LegView[];
  readonly veins: readonly Vein[];
  readonly veinMarks: ReadonlyMap<VeinId, VeinMark>;
  readonly marks: readonly MapMark[];
  readonly dots: readonly PunctureDot[];
  readonly layers: LayerStrengths;
}

/** The legend of the picture; it follows the picture a moment later. */
function Legend({ picture }: { readonly picture: Picture }) {
  const later = useDeferredValue(picture);
  const facts = useMemo(() => {
    const { views, veins, veinMarks, marks, dots, layers } = later;
    return legendFacts({
      views,
      veins,
      marks: veinMarks,
      pins: marks,
      dots,
      layers,
    });
  }, [later]);
  return <MapLegend facts={facts} />;
}

/** How the tool at hand is used. */
function ToolHint({ editor }: Pick<MapColumnProps, 'editor'>) {
  const id = useStore(editor.store, (state) => state.tool.id);
  if (id === 'select' || id === 'pan') return null;
  return (
    <p className={styles.hint} role="status">
      {TOOL_WORDS[id].hint}
    </p>
  );
}

/** What is to be said of the last gesture. */
function Notice({ editor }: Pick<MapColumnProps, 'editor'>) {
  const notice = useStore(editor.store, (state) => state.notice);
  return (
    <div className={styles.notes} role="status">
      {notice === null ? null : (
        <p className={isDone(notice) ? styles.done : styles.note}>{noticeText(notice)}</p>
      )}
    </div>
  );
}
