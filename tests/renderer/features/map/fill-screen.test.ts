import { expect, test } from 'vitest';
import { arrangeViews, toScreen } from '../../../../renderer/canvas/layout/arrange-views.ts';
import { editRoom } from '../../../../renderer/canvas/layout/edit-room.ts';
import { seenThrough } from '../../../../renderer/canvas/viewport/viewport.ts';
import { filledAt } from '../../../../renderer/features/map/fill-screen.ts';

const extent = { width: 908, height: 572 };

test.each(['anterior', 'medial', 'posterior', 'lateral'] as const)(
  'an opened %s view is larger, and shows the place that was meant',
  (aspect) => {
    const view = { leg: 'left', aspect } as const;
    for (const y of [20, 300, 700]) {
      const viewport = filledAt({ view, point: [0, y] }, extent);
      expect(viewport.zoom).toBeGreaterThan(1.3);
      const frames = seenThrough(viewport, arrangeViews([view], editRoom(extent, 1)));
      const [x, at] = toScreen(frames[0] ?? expect.unreachable('no frame'), [0, y]);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(extent.width);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(extent.height);
    }
  },
);
