import { idOf } from '../../../shared/kernel/ids.ts';
import { recordReaction, strikeOutInjection } from '../../services/sessions.ts';
import { as, done, type DemoClinic } from '../demo-clinic.ts';
import { after } from '../demo-time.ts';
import type { Script } from '../scripts.ts';
import { NO_ALLERGIES } from '../steps/first-visit.ts';
import { close, dueIn, inject, injectAll, open, sign } from '../steps/hold-session.ts';
import { playFirstVisit, type Course } from './course.ts';
import { BACK_OF_THIGH, HOLLOW_OF_KNEE, INNER_KNEE, OUTER_THIGH, OUTER_THIGH_FRONT } from './vein-sets.ts';

const COURSE: Course = {
  who: {
    recordNumber: 'DC-00421',
    familyName: 'Reyes',
    givenName: 'Carmen',
    birthDate: '1967-03-03',
    heightMm: 1600,
    weightG: 63_000,
    allergies: NO_ALLERGIES,
  },
  begins: { on: -49, time: '15:00' },
  surgeon: 'okafor',
  reason: 'Reticular veins of the thighs',
  findings: { ceap: { right: 'C1', left: 'C1' }, fitzpatrick: 'IV', earlierTreatment: 'None' },
  legs: {
    right: [...OUTER_THIGH, ...OUTER_THIGH_FRONT, ...BACK_OF_THIGH],
    left: [...HOLLOW_OF_KNEE, ...INNER_KNEE],
  },
  sessions: [
    { on: -28, time: '16:00', veins: ['R1', 'R4', 'R6', 'R2', 'R3', 'R7', 'R5'] },
    { on: -7, time: '16:00', veins: ['L1', 'L2', 'L3'] },
    { on: 14, time: '16:00', veins: ['L4'] },
  ],
  doses: {
    R2: { punctures: 6 },
    R3: { punctures: 5 },
    R5: { punctures: 3 },
    R7: { punctures: 5 },
  },
};

/** A session with strike-outs, a reason and an override; and one that was given but never closed. */
export async function* reyes(clinic: DemoClinic): Script {
  const { caseId } = yield* playFirstVisit(clinic, COURSE);

  const start = clinic.calendar.moment(-28, '16:03');
  yield start;
  const first = await open(clinic, {
    caseId,
    number: 1,
    legs: ['right'],
    weightG: 63_000,
    nurse: 'brandt',
  });
  const due = await dueIn(clinic, first);
  const [opening, ...rest] = due;
  if (!opening) throw new Error('nothing is due');
  yield after(start, 240);
  const mistaken = await inject(clinic, 'brandt', first, opening);
  yield after(start, 265);
  await done(
    strikeOutInjection(as(clinic, 'brandt'), {
      injectionId: mistaken,
      reason: 'Needle slipped, nothing given',
    }),
  );
  yield after(start, 300);
  await inject(clinic, 'brandt', first, opening, {
    volumeUl: 400,
    reason: 'Wide segment, no blanching at 0.3 mL',
  });
  const last = yield* injectAll(clinic, 'brandt', first, rest, after(start, 300));
  yield after(last, 50);
  const final = rest.at(-1) ?? opening;
  const extra = await inject(clinic, 'brandt', first, final, {
    volumeUl: 200,
    overrideReason: 'One place of this web is left, patient well, within 2 mg per kg',
  });
  yield after(last, 130);
  await done(
    recordReaction(as(clinic, 'brandt'), {
      reactionId: idOf<'reaction'>(as(clinic, 'brandt').newUuid()),
      sessionId: first,
      kind: 'wheal',
      grade: 'mild',
      veinId: final.vein.id,
      lotId: final.lotId,
      injectionId: extra,
      note: 'Gone after ten minutes.',
      done: 'Watched',
      happenedAt: null,
    }),
  );
  yield after(last, 1_200);
  await close(clinic, 'brandt', first);
  yield after(last, 1_260);
  await sign(clinic, 'brandt', first, 'nurse');
  yield after(last, 1_900);
  await sign(clinic, 'okafor', first, 'surgeon');

  const again = clinic.calendar.moment(-7, '16:05');
  yield again;
  const second = await open(clinic, {
    caseId,
    number: 2,
    legs: ['left'],
    weightG: 62_700,
    nurse: 'brandt',
  });
  yield* injectAll(clinic, 'brandt', second, await dueIn(clinic, second), after(again, 200));
}
