import { readAudit } from '../../electron/services/audit.ts';
import { readRegister } from '../../electron/services/complications/read-register.ts';
import { readOverrides } from '../../electron/services/overrides/read-overrides.ts';
import { readToday, recordReaction } from '../../electron/services/sessions.ts';
import { dayOnWall } from '../../electron/services/wall-calendar.ts';
import { addDays, instantOf } from '../../shared/kernel/time.ts';
import { inClinic } from '../bench/bench-clinic.ts';
import type { Core } from './clinic.ts';
import { valueOf } from './outcome.ts';
import { aReaction, assess, openedSession } from './treatment.ts';

/**
 * To be run in a process of its own with `TZ` set: a surgeon accepts a contraindication and a reaction happens at one moment (the
 * argument). Tells in JSON on which day of the wall each list has them.
 */
const [moment = ''] = process.argv.slice(2);

const told = await inClinic(async (core) => {
  core.clock.now = instantOf(Date.parse(moment));
  const at = onTheWall(core);
  const open = await openedSession(at);
  await assess(at, open.caseId, { diabetes: 'seen by the diabetologist' });
  valueOf(await recordReaction(at.as('nurse'), aReaction(open.session.opening.id)));
  const day = at.context.today();
  const surgeon = at.as('surgeon');
  const { chosen } = valueOf(await readOverrides(surgeon, { month: day.slice(0, 7) }));
  const { lines } = valueOf(await readRegister(surgeon, { from: day, to: day, lotId: null }));
  const reactionsIn = async (onDate: typeof day) => {
    const filters = { before: null, personId: null, patientId: null, limit: 200 };
    const { rows } = valueOf(await readAudit(surgeon, { ...filters, onDate }));
    return rows.filter(({ action }) => action === 'session/record-reaction').length;
  };
  return {
    session: open.session.opening.onDate,
    today: valueOf(await readToday(surgeon, day)).sessions.length,
    accepted: chosen.lines.map(({ onDate }) => onDate),
    register: lines.map(({ onsetOn }) => onsetOn),
    audit: await Promise.all([addDays(day, -1), day, addDays(day, 1)].map(reactionsIn)),
  };
});
process.stdout.write(JSON.stringify(told));

/** The test clinic where the wall shows the time of this machine. */
function onTheWall(core: Core): Core {
  const today = () => dayOnWall(core.clock.now);
  return { ...core, context: { ...core.context, today }, as: (role) => ({ ...core.as(role), today }) };
}
