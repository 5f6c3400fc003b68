import type { SessionView } from '../../shared/contract/session.ts';
import type { CorrectClosing } from '../../shared/contract/closing.ts';
import { idOf, type SessionId } from '../../shared/kernel/ids.ts';
import type { SessionClosing } from '../../shared/domain/session/session.ts';
import { readPatient, searchPatients } from '../services/patients.ts';
import { amendSession, readSession } from '../services/sessions.ts';
import { as, DEMO_PIN, done, type DemoClinic } from './demo-clinic.ts';
import type { Script } from './scripts.ts';

const SESSION = 2;

/** The second session of Pia Andersen was amended twice after it had been signed. */
export async function* amendments(clinic: DemoClinic): Script {
  const surgeon = as(clinic, 'okafor');
  yield clinic.calendar.moment(-55, '09:40');
  const sessionId = await sessionOf(clinic, 'Andersen');
  const first = await done(readSession(surgeon, sessionId));
  await done(
    amendSession(surgeon, {
      ...nothing(clinic, sessionId),
      reason: 'Told by the nurse: class 1 was fitted, class 2 was too tight',
      closing: { ...closingOf(first), compressionClass: '1' },
    }),
  );

  yield clinic.calendar.moment(-49, '12:15');
  const second = await done(readSession(surgeon, sessionId));
  await done(
    amendSession(surgeon, {
      ...nothing(clinic, sessionId),
      ...otherVein(clinic, second),
      reason: 'Wrong vein, by the sketch of that day',
      remark: 'The sketch is in the paper folder.',
    }),
  );
}

async function sessionOf(clinic: DemoClinic, familyName: string): Promise<SessionId> {
  const surgeon = as(clinic, 'okafor');
  const [found] = await done(searchPatients(surgeon, { text: familyName, limit: 1 }));
  if (!found) throw new Error(`nobody is called ${familyName}`);
  const { cases } = await done(readPatient(surgeon, found.id));
  const session = cases[0]?.sessions.find(({ number }) => number === SESSION);
  if (!session) throw new Error('the session to amend was not held');
  return session.id;
}

function nothing(clinic: DemoClinic, sessionId: SessionId) {
  const amendmentId = idOf<'amendment'>(clinic.context.newUuid());
  return { amendmentId, sessionId, pin: DEMO_PIN, strikeOut: [], add: [], closing: null, remark: '' };
}

/** The last puncture went into the vein of the first that was drawn from the same box. */
function otherVein(clinic: DemoClinic, { injections }: SessionView) {
  const wrong = injections.at(-1);
  const right = injections.find(({ lotId, veinId }) => lotId === wrong?.lotId && veinId !== wrong.veinId);
  if (!wrong || !right) throw new Error('only one vein was injected from that box');
  const { volumeUl, ...preparation } = wrong.dose;
  return {
    strikeOut: [wrong.id],
    add: [
      {
        injectionId: idOf<'injection'>(clinic.context.newUuid()),
        veinId: right.veinId,
        site: { leg: right.site.leg, aspect: right.site.aspect, point: null },
        lotId: wrong.lotId,
        preparation,
        volumeUl,
        needle: wrong.needle,
        givenAt: wrong.givenAt,
        givenBy: wrong.givenBy,
        volumeConfirmed: true,
      },
    ],
  };
}

/** How the session ended, to be said anew. */
function closingOf({ closing }: SessionView): CorrectClosing {
  if (!closing) throw new Error('the session is open');
  const { compressionClass, compressionDays, fullLength, observedMinutes }: SessionClosing = closing;
  return {
    ampoules: closing.ampoules.map(({ lotId, ampoulesOpened, wastedUl }) => ({
      lotId,
      ampoulesOpened,
      wastedUl,
    })),
    differenceReason: closing.differenceReason,
    compressionClass,
    compressionDays,
    fullLength,
    observedMinutes,
    aftercareGiven: closing.aftercareGiven,
    aftercareExplained: [...closing.aftercareExplained],
    note: closing.note,
  };
}
