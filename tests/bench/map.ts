import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import type { BenchApi } from './map-page/bench-api.ts';
import type { Stroke } from './map-page/strokes.ts';
import { serveMap } from './serve-map.ts';

declare global {
  interface Window {
    __bench: BenchApi;
  }
}

/** Milliseconds, and what share of them stays within. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

export interface MapFigures {
  readonly veins: number;
  readonly loadMs: number;
  readonly panFrameMs: Spread;
  readonly zoomFrameMs: Spread;
  /** From a real pointer event to ink at its place. */
  readonly drawnMs: Spread;
  /** From the key to a screen without the stroke. */
  readonly undoMs: number;
  readonly heapMB: number;
}

const SIZES = [200, 1_000, 5_000];

/** The map with many veins, moved, enlarged and drawn on by real input in a real browser. */
export async function benchMap(): Promise<readonly MapFigures[]> {
  const served = await serveMap();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      '--disable-gpu',
      '--no-sandbox',
      '--disable-background-networking',
      '--enable-precise-memory-info',
    ],
  });
  try {
    const figures: MapFigures[] = [];
    for (const veins of SIZES) {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      await page.goto(served.url);
      figures.push(await measureMap(page, veins));
      await page.close();
    }
    return figures;
  } finally {
    await browser.close();
    await served.stop();
  }
}

async function measureMap(page: Page, veins: number): Promise<MapFigures> {
  await page.evaluate(() => window.__bench.ready);
  await page.evaluate(() => window.__bench.fit());
  const strokes = scattered(veins);
  const loadMs = await page.evaluate(async (all) => {
    const start = performance.now();
    await window.__bench.load(all);
    return performance.now() - start;
  }, strokes);
  const shown = await page.evaluate((all) => window.__bench.painted(all), strokes);
  if (!shown) throw new Error(`not all of ${String(veins)} veins are on the screen`);
  const panFrameMs = await framesDuring(page, () => pan(page));
  await page.evaluate(() => window.__bench.fit());
  const zoomFrameMs = await framesDuring(page, () => zoom(page));
  await page.evaluate(() => window.__bench.fit());
  const drawnMs = await draw(page);
  const undoMs = await undo(page);
  const heapMB = await heapOf(page);
  return { veins, loadMs: Math.round(loadMs), panFrameMs, zoomFrameMs, drawnMs, undoMs, heapMB };
}

/** Gently winding strokes of 20 to 60 units, evenly over the region; the same ones each time. */
function scattered(count: number): Stroke[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const colors = ['#c01f3a', '#6c37a0', '#2a4fb0', '#0b6b72'];
  return Array.from({ length: count }, (_, index): Stroke => {
    const [x, y, angle, length] = [
      20 + random() * 500,
      20 + random() * 900,
      random() * 6.28,
      20 + random() * 40,
    ];
    const points = Array.from({ length: 9 }, (__, step): [number, number] => [
      x + (Math.cos(angle) * length * step) / 8 + 3 * Math.sin(step),
      y + (Math.sin(angle) * length * step) / 8 + 3 * Math.cos(step * 1.3),
    ]);
    return { points, color: colors[index % 4] ?? '#c01f3a', width: 2 + random() * 4 };
  });
}

/** The times between the frames that a page paints while something is done. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<Spread> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times, counting: true });
    const count = (now: number) => {
      times.push(now);
      if (Reflect.get(window, 'counting') === true) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await act();
  const times = await page.evaluate(() => {
    Reflect.set(window, 'counting', false);
    return Reflect.get(window, 'frameTimes') as number[];
  });
  return spreadOf(times.slice(1).map((time, index) => time - (times[index] ?? time)));
}

/** Drags the map about with the space bar held: down, up, and across. */
async function pan(page: Page): Promise<void> {
  await page.mouse.move(680, 380);
  await page.keyboard.down('Space');
  await page.mouse.down();
  for (let step = 1; step <= 120; step += 1) {
    await page.mouse.move(680 + 260 * Math.sin(step / 14), 380 + 280 * Math.sin(step / 9));
  }
  await page.mouse.up();
  await page.keyboard.up('Space');
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(680, 380);
  for (let step = 0; step < 40; step += 1) await page.mouse.wheel(0, step % 20 < 10 ? -60 : 60);
}

/** 80 moves of the hand after the first touch, in pixels of the page. */
const STROKE_PX = Array.from({ length: 81 }, (_, step): [number, number] => [
  560 + 2.5 * step + 30 * Math.sin(step / 8),
  80 + 7 * step,
]);

/** Draws a stroke with 80 real pointer events, and looks after each how long its ink took. */
async function draw(page: Page): Promise<Spread> {
  await page.evaluate(() => {
    window.__bench.tool('draw');
    const taken: number[] = [];
    Object.assign(window, { taken });
    window.addEventListener(
      'pointermove',
      (event) => {
        const start = event.timeStamp;
        const look = () => {
          const { zoom, x, y } = window.__bench.view();
          const at: [number, number] = [(event.clientX - x) / zoom, (event.clientY - y) / zoom];
          if (window.__bench.drawnShown([at])) taken.push(performance.now() - start);
          else requestAnimationFrame(look);
        };
        if (event.buttons === 1) requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
  const [first, ...rest] = STROKE_PX;
  if (first === undefined) throw new Error('no stroke');
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point);
  await page.mouse.up();
  return spreadOf(await page.evaluate(() => Reflect.get(window, 'taken') as number[]));
}

/** Takes the stroke back by the key, and looks how long the screen still shows it. */
async function undo(page: Page): Promise<number> {
  await page.evaluate((pixels) => {
    const { zoom, x, y } = window.__bench.view();
    const points = pixels.map(([px, py]): [number, number] => [(px - x) / zoom, (py - y) / zoom]);
    if (!window.__bench.drawnShown(points)) throw new Error('the stroke is not on the screen');
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'z') return;
        const look = () => {
          if (window.__bench.drawnShown(points)) requestAnimationFrame(look);
          else Object.assign(window, { undoneMs: performance.now() - event.timeStamp });
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  }, STROKE_PX);
  await page.keyboard.press('Control+z');
  const undone = await page.waitForFunction(() => Reflect.get(window, 'undoneMs') as number | undefined);
  return Math.round(((await undone.jsonValue()) ?? NaN) * 10) / 10;
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1e5) / 10;
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const tenth = (ms: number) => Math.round(ms * 10) / 10;
  return { median: tenth(at(0.5)), p95: tenth(at(0.95)), worst: tenth(at(1)) };
}
