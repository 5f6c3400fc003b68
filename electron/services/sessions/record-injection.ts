import { canonicalJson } from '../../../db/audit/canonical-json.ts';
import { insertInjection, nextInjectionNumber, readInjection } from '../../../db/repositories/injections.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { RecordInjection } from '../../../shared/contract/session.ts';
import { massOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { Dose } from '../../../shared/domain/dose/ledger.ts';
import type { Injection, LimitOverride } from '../../../shared/domain/session/session.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { invalid } from '../invalid.ts';
import { write } from '../write.ts';
import { assess, checkVerdict, measure } from './assess-injection.ts';
import {
  checkBox,
  checkPlanned,
  checkSeen,
  checkSite,
  findSlip,
  readPlannedPuncture,
} from './check-injection.ts';
import { checkSurgeon } from './check-surgeon.ts';
import { readRunningSession } from './current-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Records one injection, after holding it against every limit in the very transaction that writes it. Sent again with the same
 * id and content it counts once. Fails with `session/locked`, `session/paused`, `session/moved-on`, `session/wrong-leg`, `lot/…`, `dose/…`, or `invalid-input`
 * where the id belongs to another injection.
 */
export async function recordInjection(
  context: ServiceContext,
  input: RecordInjection,
): Promise<Result<Injection, Failure>> {
  const override = await checkOverride(context, input.override);
  if (!override.ok) return override;
  return write(context, async ({ trx, at, audit, changed }) => {
    const known = await readInjection(trx, input.injectionId);
    if (known) return isSame(known, input) ? ok(known) : invalid('injectionId', 'used-before');
    const session = await readRunningSession(trx, input.sessionId);
    if (!session.ok) return session;
    const { opening } = session.value;
    const drawn = await checkBox(trx, input, context.today());
    if (!drawn.ok) return drawn;
    const aimed = await checkSite(trx, opening, input);
    if (!aimed.ok) return aimed;
    const seen = await checkSeen(trx, input);
    if (!seen.ok) return seen;

    const vein = aimed.value;
    const dose: Dose = { ...input.preparation, volumeUl: input.volumeUl };
    const planned = await readPlannedPuncture(trx, opening, input.veinId);
    const slip = await findSlip(trx, context.actor.id, { input, vein, planned });
    if (slip && !input.volumeConfirmed) return err({ code: 'dose/looks-like-slip', slip });
    const assessment = await assess(trx, session.value, { dose, at, input, vein });
    const allowed = checkVerdict(assessment, input.reason, override.value);
    if (!allowed.ok) return allowed;
    const asPlanned = checkPlanned(planned, input);
    if (!asPlanned.ok) return asPlanned;
    const injection: Injection = {
      id: input.injectionId,
      sessionId: opening.id,
      number: await nextInjectionNumber(trx, opening.id),
      veinId: input.veinId,
      vessel: vein && { kind: vein.kind, diameterMm: vein.diameterMm },
      site: input.site,
      lotId: input.lotId,
      dose,
      massUg: massOf(dose),
      needle: input.needle,
      givenAt: await momentFor(trx, opening, at),
      givenBy: context.actor.id,
      assessment,
      reason: input.reason,
      override: allowed.value,
      confirmedSlip: slip,
      strikeOut: null,
    };
    const measured = vein && (await measure(trx, opening, vein));
    await insertInjection(trx, opening.patientId, injection, measured);
    await audit({
      action: 'injection/record',
      entity: 'injection',
      entityId: injection.id,
      after: auditedInjection(injection),
    });
    changed({ topic: 'session', id: opening.id });
    return ok(injection);
  });
}

function checkOverride(
  context: ServiceContext,
  offered: RecordInjection['override'],
): Promise<Result<LimitOverride | null, Failure>> {
  return offered === null ? Promise.resolve(ok(null)) : checkSurgeon(context, offered, 'limit/override');
}

function isSame(known: Injection, input: RecordInjection): boolean {
  const { sessionId, veinId, site, lotId, needle } = input;
  const dose = { ...input.preparation, volumeUl: input.volumeUl };
  const told = { sessionId, veinId, site, lotId, needle, dose };
  const kept = {
    sessionId: known.sessionId,
    veinId: known.veinId,
    site: known.site,
    lotId: known.lotId,
    needle: known.needle,
    dose: known.dose,
  };
  return canonicalJson(told) === canonicalJson(kept);
}

/** Of the gauges how far they stood: the limits themselves stand with the injection, and would make each row of the audit ten times as long. */
function auditedInjection({ assessment: { verdict, gauges }, ...injection }: Injection) {
  const stood = gauges.map(({ limit, projected, cap }) => ({ limitId: limit.id, projected, cap }));
  return { ...injection, assessment: { verdict, gauges: stood } };
}
