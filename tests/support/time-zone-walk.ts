import {
  closeSession,
  openBox,
  openSession,
  readSession,
  recordInjection,
} from '../../electron/services/sessions.ts';
import { dayOnWall } from '../../electron/services/wall-calendar.ts';
import { instantOf } from '../../shared/kernel/time.ts';
import { inClinic } from '../bench/bench-clinic.ts';
import type { Core } from './clinic.ts';
import { valueOf } from './outcome.ts';
import { aLot, closing, injection, opening, readyCase, type Ready } from './treatment.ts';

/**
 * To be run in a process of its own with `TZ` set: injects twice at one moment (the first argument), and tells in JSON, for each of
 * the moments after it, on which day it lies on the wall and how many of the two still count in the 24 hours of another session.
 */
const [first = '', ...moments] = process.argv.slice(2);

const seen = await inClinic(async (core) => {
  showing(core, first);
  const lotId = await aLot(core, { expiresOn: '2099-01-01' });
  const ready = await readyCase(core);
  const given = await sessionOf(core, ready, lotId);
  for (let n = 0; n < 2; n += 1) valueOf(await recordInjection(core.as('nurse'), injection(given)));
  const { id } = given.session.opening;
  valueOf(await closeSession(core.as('nurse'), closing(id, { injectedUl: 600 }, lotId)));
  const other = await sessionOf(core, await readyCase(core, {}, ready.patientId), lotId);
  const answers = [];
  for (const moment of moments) {
    showing(core, moment);
    const { earlierIn24h } = valueOf(await readSession(core.as('nurse'), other.session.opening.id));
    answers.push({ onDate: dayOnWall(core.clock.now), counted: earlierIn24h.length });
  }
  return answers;
});
process.stdout.write(JSON.stringify(seen));

function showing({ clock }: Core, moment: string): void {
  clock.now = instantOf(Date.parse(moment));
}

async function sessionOf(core: Core, ready: Ready, lotId: Awaited<ReturnType<typeof aLot>>) {
  const session = valueOf(await openSession(core.as('nurse'), opening(ready.caseId)));
  valueOf(await openBox(core.as('nurse'), { sessionId: session.opening.id, lotId }));
  return { ...ready, session, lotId };
}
