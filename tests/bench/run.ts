import { writeFile } from 'node:fs/promises';
import { cpus, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { benchLargeClinic } from './large-clinic.ts';
import type { Figure } from './measure.ts';
import { benchOpenCase } from './open-case.ts';
import { benchRecordInjection } from './record-injection.ts';
import { benchSaveGesture } from './save-gesture.ts';
import { benchStart } from './start.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });

function show(name: string, { medianMs, p90Ms, runs }: Figure): void {
  console.log(
    `${name.padEnd(52)} ${String(medianMs).padStart(9)} ms   nine in ten within ${String(p90Ms)} ms (${String(runs)} runs)`,
  );
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
const large = await benchLargeClinic(20);
for (const [name, figure] of Object.entries(large.search)) show(`search among 100,000: ${name}`, figure);
show('the page of the day among 100,000', large.today);

if (values.json !== undefined) {
  const machine = { node: process.versions.node, platform: platform(), cores: cpus().length };
  const report = { measuredAt: new Date().toISOString(), machine, start, openCase, gesture, record, large };
  await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
}
