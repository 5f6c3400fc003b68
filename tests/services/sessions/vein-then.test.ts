import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readSessionLedger } from '../../../db/repositories/ledger.ts';
import { saveGesture } from '../../../electron/services/map.ts';
import { readSession, recordInjection } from '../../../electron/services/sessions.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import { core, type Core } from '../../support/core.ts';
import { valueOf } from '../../support/outcome.ts';
import { injection, openedSession, type OpenSessionAtHand } from '../../support/treatment.ts';

async function mapAs(
  at: Core,
  { caseId }: OpenSessionAtHand,
  from: Vein,
  change: Partial<Vein>,
): Promise<Vein> {
  const to = { ...from, ...change };
  const { version } = await at.context.db
    .selectFrom('map_gestures')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  valueOf(
    await saveGesture(at.as('surgeon'), {
      caseId,
      gestureId: idOf<'gesture'>(randomUUID()),
      baseVersion: version,
      label: 'retype',
      diff: { added: [], updated: [[from, to]], removed: [] },
    }),
  );
  return to;
}

/** As the file was before the vein was kept with the injection. */
async function forgetVeins({ context }: Core): Promise<void> {
  await sql`drop trigger injections_no_update`.execute(context.db);
  await sql`update injections set vein_kind = null, vein_pattern = null, vein_extent = null, vein_diameter_mm = null`.execute(
    context.db,
  );
}

describe('what a vein was when it was injected', () => {
  test('stays as it was, in the record and under the limits, whatever it is mapped as later', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    at.clock.advance(0.1);
    const [vein] = open.veins;
    await mapAs(at, open, vein, { kind: 'varicose', diameterMm: 4, depth: 'subcutaneous' });
    const view = valueOf(await readSession(at.as('nurse'), id));
    expect(view.veins.find((each) => each.id === vein.id)?.kind).toBe('varicose');
    expect(view.injections[0]?.vessel).toEqual({ kind: 'reticular', diameterMm: 2 });
    expect(await readSessionLedger(at.context.db, id)).toMatchObject([
      { veinKind: 'reticular', diameterMm: 2 },
    ]);
    at.clock.advance(0.1);
    const later = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect(later.vessel).toEqual({ kind: 'varicose', diameterMm: 4 });
  });

  test('of an older record is what the map said at that time', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    at.clock.advance(0.1);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    at.clock.advance(0.1);
    await mapAs(at, open, open.veins[0], { kind: 'varicose', diameterMm: 4, depth: 'subcutaneous' });
    await forgetVeins(at);
    const view = valueOf(await readSession(at.as('nurse'), id));
    expect(view.injections[0]?.vessel).toEqual({ kind: 'reticular', diameterMm: 2 });
    expect(await readSessionLedger(at.context.db, id)).toMatchObject([
      { veinKind: 'reticular', diameterMm: 2 },
    ]);
  });

  test('of a free site nobody knows', async () => {
    const at = await core();
    const open = await openedSession(at);
    const given = valueOf(
      await recordInjection(at.as('nurse'), injection(open, { veinId: null, volumeUl: microlitres(100) })),
    );
    expect(given.vessel).toBeNull();
    expect(await readSessionLedger(at.context.db, open.session.opening.id)).toMatchObject([
      { veinKind: null },
    ]);
  });
});
