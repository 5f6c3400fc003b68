import { writeFile } from 'node:fs/promises';
import { cpus, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { benchLargeClinic, PROMISED_OF_LARGE, type LargeClinicFigures } from './large-clinic-figures.ts';
import { benchMap, type MapFigures, type Spread } from './map.ts';
import type { Figure } from './measure.ts';
import { benchOpenCase } from './open-case.ts';
import { benchPlanner, type PlannerFigures } from './planner.ts';
import { benchRecordInjection } from './record-injection.ts';
import { benchSaveGesture } from './save-gesture.ts';
import { benchStart } from './start.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });

function show(name: string, { medianMs, p90Ms, runs }: Figure): void {
  console.log(
    `${name.padEnd(52)} ${String(medianMs).padStart(9)} ms   nine in ten within ${String(p90Ms)} ms (${String(runs)} runs)`,
  );
}

/** What is promised of the map with 5,000 veins, in milliseconds, on two cores without a graphics card. */
const PROMISED = { panMedian: 17, panWorst: 50, drawnP95: 20, undo: 50 };

function showMap({ veins, loadMs, heapMB, undoMs, ...spreads }: MapFigures): void {
  const line = (name: string, text: string) => {
    console.log(`${`map with ${String(veins)} veins: ${name}`.padEnd(52)} ${text}`);
  };
  const spread = ({ median, p95, worst }: Spread) =>
    `${String(median).padStart(9)} ms   19 in 20 within ${String(p95)} ms, worst ${String(worst)} ms`;
  line('load', `${String(loadMs).padStart(9)} ms`);
  line('a frame while it is moved', spread(spreads.panFrameMs));
  line('a frame while it is enlarged', spread(spreads.zoomFrameMs));
  line('from the pointer to its ink', spread(spreads.drawnMs));
  line('undo', `${String(undoMs).padStart(9)} ms`);
  line('memory of the page', `${String(heapMB).padStart(9)} MB`);
  const { panFrameMs, drawnMs } = spreads;
  const kept =
    panFrameMs.median < PROMISED.panMedian &&
    panFrameMs.worst < PROMISED.panWorst &&
    drawnMs.p95 < PROMISED.drawnP95 &&
    undoMs < PROMISED.undo;
  line('within what is promised of 5,000', kept ? '      yes' : '       NO');
}

/** What is promised of the planner, in milliseconds, by the number of veins. */
const PROMISED_OF_PLANS: Readonly<Record<number, number>> = { 20: 200, 60: 200, 200: 2_000 };

function showPlans(figures: PlannerFigures): void {
  const { set, veins, plans, medianMs, worstMs, proven, meanSessions, meanBound, meanInOrder } = figures;
  const isKept = worstMs < (PROMISED_OF_PLANS[veins] ?? 0);
  console.log(
    `${`plan ${String(veins)} veins, ${set}`.padEnd(52)} ${String(medianMs).padStart(9)} ms   worst ${String(worstMs)} ms` +
      `${isKept ? '' : ' (MORE THAN PROMISED)'}, proven ${String(proven)} of ${String(plans)}, ` +
      `${String(meanSessions)} sessions (at least ${String(meanBound)}, in the order mapped ${String(meanInOrder)})`,
  );
}

function showLarge({ made, startMs, backup, ...figures }: LargeClinicFigures): void {
  const promised = (name: string, figure: Figure, mostMs: number) => {
    show(`${name}${figure.medianMs < mostMs ? '' : ' (MORE THAN PROMISED)'}`, figure);
  };
  console.log(
    `\n${figures.patients.toLocaleString('en')} patients, ${figures.injections.toLocaleString('en')} injections: ${String(made.fileMb)} MB, made in ${String(made.seconds)} s`,
  );
  const isStartKept = startMs < PROMISED_OF_LARGE.startMs;
  console.log(`start ${String(startMs)} ms${isStartKept ? '' : ' (MORE THAN PROMISED)'}`);
  console.log(`a backup beside the work ${String(backup.seconds)} s`);
  promised('Today meanwhile', backup.todayMeanwhile, PROMISED_OF_LARGE.list);
  for (const [name, figure] of Object.entries(figures.search))
    promised(`search: ${name}`, figure, PROMISED_OF_LARGE.search);
  for (const [name, figure] of Object.entries(figures.pages)) promised(name, figure, PROMISED_OF_LARGE.page);
  for (const [name, figure] of Object.entries(figures.lists)) promised(name, figure, PROMISED_OF_LARGE.list);
  for (const [name, figure] of Object.entries(figures.counting))
    promised(name, figure, PROMISED_OF_LARGE.counting);
  for (const [name, figure] of Object.entries(figures.record))
    promised(`record one injection: ${name}`, figure, PROMISED_OF_LARGE.record);
}

const start = await benchStart(5);
show('start to ready', start);
const openCase = await benchOpenCase(30);
show('open a case with 300 veins (map and plan)', openCase);
const gesture = await benchSaveGesture(60);
show('draw one vein on a map of 5,000', gesture.draw);
show('move one vein on a map of 5,000', gesture.move);
show('erase one vein on a map of 5,000', gesture.erase);
const record = await benchRecordInjection(400);
show('record one injection durably', record.throughTheCore);
show('the same rows by bare prepared statements', record.bareStatements);
console.log(`${'ratio'.padEnd(52)} ${String(record.ratio).padStart(9)}`);
const plans = benchPlanner(5);
for (const figures of plans) showPlans(figures);
const maps = await benchMap();
for (const map of maps) showMap(map);
const large = await benchLargeClinic(20);
showLarge(large);

if (values.json !== undefined) {
  const machine = { node: process.versions.node, platform: platform(), cores: cpus().length };
  const report = {
    measuredAt: new Date().toISOString(),
    machine,
    start,
    openCase,
    gesture,
    record,
    plans,
    maps,
    large,
  };
  await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
}
