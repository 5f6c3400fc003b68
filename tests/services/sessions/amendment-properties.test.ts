import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPatient } from '../../../electron/services/patients.ts';
import { readPlan } from '../../../electron/services/plan.ts';
import {
  amendSession,
  closeSession,
  openBox,
  readSession,
  recordInjection,
  signSession,
} from '../../../electron/services/sessions.ts';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import { injectedFrom } from '../../../shared/domain/session/closing.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import { addition, amendment } from '../../support/amendments.ts';
import { core, PIN } from '../../support/core.ts';
import { valueOf } from '../../support/outcome.ts';
import { aLot, closing, injection, openedSession } from '../../support/treatment.ts';

/** One amendment: which of the injections that stand by then it strikes out, and how much it adds where. */
const step = fc.record({
  strike: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
  add: fc.array(
    fc.record({
      volumeUl: fc.integer({ min: 10, max: 30 }).map((n) => n * 10),
      vein: fc.constantFrom(0, 1, null),
      lot: fc.constantFrom(0, 1),
    }),
    { maxLength: 3 },
  ),
});

test('after any amendments every sum is that of the injections that stand', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 10, max: 30 }), { minLength: 1, maxLength: 4 }),
      fc.array(step, { minLength: 1, maxLength: 3 }),
      async (volumes, steps) => {
        const at = await core();
        const open = await openedSession(at);
        const sessionId = open.session.opening.id;
        const lots = [open.lotId, await aLot(at)] as const;
        valueOf(await openBox(at.as('nurse'), { sessionId, lotId: lots[1] }));
        for (const n of volumes) {
          const given = injection(open, { volumeUl: microlitres(n * 10), volumeConfirmed: true });
          valueOf(await recordInjection(at.as('nurse'), given));
        }
        const ending = (explained: string) => ({
          ...closing(sessionId),
          ampoules: lots.map((lotId) => ({ lotId, ampoulesOpened: 3, wastedUl: microlitres(0) })),
          differenceReason: explained,
        });
        valueOf(await closeSession(at.as('nurse'), ending('not measured')));
        valueOf(await signSession(at.as('surgeon'), { sessionId, role: 'surgeon', pin: PIN }));

        for (const { strike, add } of steps) {
          const before = valueOf(await readSession(at.as('nurse'), sessionId));
          const stand = standing(before.injections);
          const strikeOut = [...new Set(strike)].flatMap((n) => stand[n]?.id ?? []);
          const added = add.map(({ volumeUl, vein, lot }) =>
            addition(at, open, {
              veinId: vein === null ? null : open.veins[vein].id,
              lotId: lots[lot],
              volumeUl: microlitres(volumeUl),
              volumeConfirmed: true,
            }),
          );
          if (strikeOut.length + added.length === 0) continue;
          at.clock.advance(1);
          const { sessionId: _of, nextOn: _next, ...said } = ending('counted again');
          valueOf(
            await amendSession(
              at.as('surgeon'),
              amendment(sessionId, { strikeOut, add: added, closing: said }),
            ),
          );
        }

        const view = valueOf(await readSession(at.as('nurse'), sessionId));
        const stand = standing(view.injections);
        const totals = totalsOf(stand.map(({ dose }) => dose));
        const [treated] = valueOf(await readPatient(at.as('nurse'), open.patientId)).cases;
        expect(treated?.sessions[0]).toMatchObject({
          injections: totals.injections,
          volumeUl: totals.liquidUl + totals.foamUl,
          massUg: totals.massUg,
          struckOut: view.injections.length - stand.length,
        });
        expect(view.closing?.ampoules.map(({ injectedUl }) => injectedUl)).toEqual(
          lots.map((lotId) => injectedFrom(lotId, view.injections)),
        );
        const { given } = valueOf(await readPlan(at.as('surgeon'), open.caseId));
        const intoVeins = stand.filter(({ veinId }) => veinId !== null);
        expect(given.reduce((sum, { massUg }) => sum + massUg, 0)).toBe(
          intoVeins.reduce((sum, { massUg }) => sum + massUg, 0),
        );
        expect(view.injections.map(({ number }) => number)).toEqual(view.injections.map((_, n) => n + 1));
        const changed = view.amendments.flatMap(({ struckOut, added }) => [...struckOut, ...added]);
        expect(changed.every((id) => view.injections.some((each) => each.id === id))).toBe(true);
        await at.database.close();
      },
    ),
    { numRuns: 6 },
  );
}, 60_000);
