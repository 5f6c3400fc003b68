import { expect, test } from 'vitest';
import {
  chooseProfile,
  copyProfile,
  readProfileHistory,
  saveProfile,
} from '../../../electron/services/profiles.ts';
import { amendSession, closeSession, readSession } from '../../../electron/services/sessions.ts';
import { SaveProfile } from '../../../shared/contract/profiles.ts';
import type { AftercarePoint, LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import { aftercarePoints, USUAL_AFTERCARE } from '../../../shared/domain/session/aftercare.ts';
import { amendment } from '../../support/amendments.ts';
import { core, type Core } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import { closing, openedSession, readyCase } from '../../support/treatment.ts';

const NO_SAUNA = { id: 'own-sauna', text: 'No sauna', days: 21, foamOnly: false };
const NO_FLIGHT = { id: 'own-flight', text: 'No flight', days: 7, foamOnly: true };

const ownProfile = async (at: Core) =>
  valueOf(await copyProfile(at.as('surgeon'), { profileId: 'strictest', version: 1, name: 'Harbour' }))
    .profile.id;

/** From now on patients are told these points: the next version of the clinic's profile is in use. */
async function tell(at: Core, profileId: string, points: readonly AftercarePoint[]): Promise<void> {
  const { versions } = valueOf(await readProfileHistory(at.as('surgeon'), { profileId }));
  const [newest] = versions;
  if (!newest) throw new Error('the profile has no version');
  const { version, rules } = rulesOf(newest.profile);
  const aftercare = { points, source: { text: 'Agreed in November', mark: 'clinic' } };
  const input = { profileId, baseVersion: version, content: { ...rules, aftercare } };
  valueOf(await saveProfile(at.as('surgeon'), SaveProfile.parse(input)));
  valueOf(await chooseProfile(at.as('administrator'), { profileId, version: version + 1 }));
}

function rulesOf({ id: _id, version, name: _name, copiedFrom: _from, ...rules }: LabelProfile) {
  return { version, rules };
}

test('the clinic says its own aftercare; a session that was held under other words keeps them', async () => {
  const at = await core();
  const profileId = await ownProfile(at);
  await tell(at, profileId, [NO_SAUNA, NO_FLIGHT]);
  const open = await openedSession(at);
  const sessionId = open.session.opening.id;
  expect(aftercarePoints(open.session.profile, false)).toEqual([NO_SAUNA]);
  expect(aftercarePoints(open.session.profile, true)).toEqual([NO_SAUNA, NO_FLIGHT]);

  const closed = closing(sessionId, { injectedUl: 0 }, open.lotId);
  const usual = await closeSession(at.as('nurse'), closed);
  expect(failureOf(usual)).toMatchObject({ issues: [{ path: 'aftercareExplained.0', rule: 'unknown' }] });
  const said = { ...closed, aftercareExplained: [NO_SAUNA.id] };
  valueOf(await closeSession(at.as('nurse'), said));

  await tell(at, profileId, [{ ...NO_SAUNA, text: 'No sauna, no steam', days: 42 }]);
  const kept = valueOf(await readSession(at.as('nurse'), sessionId));
  expect(kept.closing?.aftercareExplained).toEqual([NO_SAUNA.id]);
  expect(aftercarePoints(kept.profile, true)).toEqual([NO_SAUNA, NO_FLIGHT]);
  const { sessionId: _of, nextOn: _next, ...ending } = said;
  const amended = { ...ending, aftercareExplained: [NO_FLIGHT.id, NO_SAUNA.id] };
  const { closing: mended } = valueOf(
    await amendSession(at.as('surgeon'), amendment(sessionId, { closing: amended })),
  );
  expect(mended?.aftercareExplained).toEqual([NO_SAUNA.id, NO_FLIGHT.id]);

  const next = await openedSession(at, {}, await readyCase(at));
  expect(aftercarePoints(next.session.profile, false)).toMatchObject([
    { text: 'No sauna, no steam', days: 42 },
  ]);
});

test('a profile that says nothing of it goes by what is usual', async () => {
  const at = await core();
  const { session } = await openedSession(at);
  expect(session.profile.aftercare).toBeUndefined();
  expect(aftercarePoints(session.profile, true)).toEqual(USUAL_AFTERCARE.points);
});
