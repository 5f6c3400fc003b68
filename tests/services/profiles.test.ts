import { describe, expect, test } from 'vitest';
import { readAudit } from '../../electron/services/audit.ts';
import { readPlan } from '../../electron/services/plan.ts';
import {
  approveProfile,
  chooseProfile,
  copyProfile,
  readProfileHistory,
  saveProfile,
} from '../../electron/services/profiles.ts';
import { readReviews } from '../../electron/services/reviews.ts';
import { closeSession, openSession, readSession, recordInjection } from '../../electron/services/sessions.ts';
import { SaveProfile, type ProfileContent, type ProfileView } from '../../shared/contract/profiles.ts';
import type { SessionView } from '../../shared/contract/session.ts';
import { assessDose } from '../../shared/domain/dose/assess-dose.ts';
import type { LabelProfile } from '../../shared/domain/dose/label-profile.ts';
import { SHIPPED_PROFILES } from '../../shared/domain/dose/profiles/index.ts';
import { failureOf, valueOf } from '../support/outcome.ts';
import { core, rowCounts, type Core } from '../support/core.ts';
import { closing, injection, openedSession, opening } from '../support/treatment.ts';

const OWN = { text: 'Agreed by the surgeons in November', mark: 'clinic' } as const;

function contentOf({ id: _id, version: _version, name: _name, copiedFrom: _from, ...content }: LabelProfile) {
  return content satisfies ProfileContent;
}

async function copyOf(at: Core, profileId = 'strictest', name = 'Harbour limits'): Promise<ProfileView> {
  return valueOf(await copyProfile(at.as('surgeon'), { profileId, version: 1, name }));
}

/** The content with another cap for the volume of a session. */
function withSessionVolume(profile: LabelProfile, amount: number): ProfileContent {
  return {
    ...contentOf(profile),
    limits: profile.limits.map((limit) =>
      limit.id === 'session-volume' ? { ...limit, cap: { per: 'person', amount }, source: OWN } : limit,
    ),
  };
}

async function saved(at: Core, view: ProfileView, content: ProfileContent): Promise<ProfileView> {
  const { id, version } = view.profile;
  const input = SaveProfile.parse({ profileId: id, baseVersion: version, content });
  return valueOf(await saveProfile(at.as('surgeon'), input));
}

const capOfVolume = ({ limits }: Pick<LabelProfile, 'limits'>) =>
  limits.find(({ id }) => id === 'session-volume')?.cap.amount;

describe('a profile of the clinic', () => {
  test.each(SHIPPED_PROFILES)(
    '$id is copied as it is and crosses the boundary unchanged',
    async (shipped) => {
      const at = await core();
      const { profile, approval, inUse, savedBy } = valueOf(
        await copyProfile(at.as('surgeon'), {
          profileId: shipped.id,
          version: shipped.version,
          name: 'Härbour / limits',
        }),
      );
      expect(profile).toMatchObject({ id: 'ha-rbour-limits', version: 1, name: 'Härbour / limits' });
      expect(profile.copiedFrom).toEqual({ id: shipped.id, version: shipped.version });
      expect([approval, inUse, savedBy]).toEqual([null, false, 'surgeon']);
      const content = contentOf(profile);
      expect(content).toEqual(contentOf(shipped));
      expect(SaveProfile.parse({ profileId: profile.id, baseVersion: 1, content }).content).toEqual(content);
    },
  );

  test('has a name that no other has, and an id of its own', async () => {
    const at = await core();
    await copyOf(at);
    const twin = await copyProfile(at.as('surgeon'), {
      profileId: 'us-asclera',
      version: 1,
      name: 'HARBOUR limits',
    });
    expect(failureOf(twin)).toEqual({ code: 'profile/name-taken' });
    const other = await copyOf(at, 'us-asclera', 'Harbour, limits');
    expect(other.profile.id).toBe('harbour-limits-2');
  });

  test('is not made from a version that does not exist', async () => {
    const at = await core();
    const input = { profileId: 'strictest', version: 99, name: 'Ours' };
    expect(failureOf(await copyProfile(at.as('surgeon'), input))).toEqual({ code: 'profile/unknown' });
  });

  test('becomes a new version with every change, and the old ones stay', async () => {
    const at = await core();
    const first = await copyOf(at);
    const second = await saved(at, first, withSessionVolume(first.profile, 8_000));
    const third = await saved(at, second, withSessionVolume(second.profile, 6_000));
    expect(third.profile.version).toBe(3);
    const { versions, label } = valueOf(
      await readProfileHistory(at.as('nurse'), { profileId: first.profile.id }),
    );
    expect(versions.map(({ profile }) => capOfVolume(profile))).toEqual([6_000, 8_000, 10_000]);
    expect(label?.id).toBe('strictest');
    const newest = { before: null, limit: 1, personId: null, onDate: null, patientId: null } as const;
    const { rows } = valueOf(await readAudit(at.as('administrator'), newest));
    expect(rows[0]).toMatchObject({ action: 'profile/save', by: 'surgeon', entityId: 'harbour-limits' });
    expect(rows[0]?.before).toContain('8000');
    expect(rows[0]?.after).toContain('6000');
  });

  test('keeps the source of what is unchanged and marks what the clinic changed, whatever was sent', async () => {
    const at = await core();
    const first = await copyOf(at);
    const content = withSessionVolume(first.profile, 8_000);
    const sent = {
      ...content,
      limits: content.limits.map((limit) => ({
        ...limit,
        source: limit.id === 'session-volume' ? { ...OWN, mark: 'confirmed' as const } : OWN,
      })),
    };
    const { profile } = await saved(at, first, sent);
    const changed = profile.limits.filter(({ source }) => source.text === OWN.text);
    expect(changed.map(({ id, source }) => [id, source.mark])).toEqual([['session-volume', 'clinic']]);
    const back = await saved(at, { ...first, profile }, withSessionVolume(profile, 10_000));
    expect(contentOf(back.profile)).toEqual(contentOf(first.profile));
  });

  test('is refused at the field that cannot stand, and nothing is written', async () => {
    const at = await core();
    const first = await copyOf(at);
    const counts = await rowCounts(at.database);
    const content = {
      ...withSessionVolume(first.profile, 0),
      contraindications: first.profile.contraindications.filter(({ id }) => id !== 'allergy-polidocanol'),
    };
    const input = { profileId: first.profile.id, baseVersion: 1, content };
    const failure = failureOf(await saveProfile(at.as('surgeon'), SaveProfile.parse(input)));
    expect(failure).toMatchObject({
      code: 'invalid-input',
      issues: [
        { path: 'limits.1.cap', rule: 'too_small' },
        { path: 'contraindications', rule: 'allergy-stays' },
      ],
    });
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('a changed figure without words of the clinic for it is refused', async () => {
    const at = await core();
    const first = await copyOf(at);
    const limits = first.profile.limits.map((limit) =>
      limit.id === 'session-volume' ? { ...limit, cap: { per: 'person', amount: 8_000 } as const } : limit,
    );
    const content = { ...contentOf(first.profile), limits };
    const input = SaveProfile.parse({ profileId: first.profile.id, baseVersion: 1, content });
    expect(failureOf(await saveProfile(at.as('surgeon'), input))).toMatchObject({
      issues: [{ path: 'limits.1.source', rule: 'source-missing' }],
    });
  });

  test('of two who change one version, the second is told', async () => {
    const at = await core();
    const first = await copyOf(at);
    const inputs = [8_000, 6_000].map((amount) =>
      SaveProfile.parse({
        profileId: first.profile.id,
        baseVersion: 1,
        content: withSessionVolume(first.profile, amount),
      }),
    );
    const results = await Promise.all(inputs.map((input) => saveProfile(at.as('surgeon'), input)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = results.find(({ ok }) => !ok);
    expect(refused && failureOf(refused)).toEqual({ code: 'conflict', what: 'profile', currentVersion: 2 });
  });

  test('is not saved when nothing differs', async () => {
    const at = await core();
    const { profile } = await copyOf(at);
    const input = { profileId: profile.id, baseVersion: 1, content: contentOf(profile) };
    const again = await saveProfile(at.as('surgeon'), SaveProfile.parse(input));
    expect(failureOf(again)).toEqual({ code: 'profile/unchanged' });
  });

  test('what came with the program is never changed', async () => {
    const at = await core();
    const strictest = SHIPPED_PROFILES[0];
    if (!strictest) throw new Error('nothing is shipped');
    const input = { profileId: 'strictest', baseVersion: 1, content: withSessionVolume(strictest, 15_000) };
    const result = await saveProfile(at.as('surgeon'), SaveProfile.parse(input));
    expect(failureOf(result)).toEqual({ code: 'profile/shipped' });
  });

  test('a copy of a copy is held against the label, not against the copy', async () => {
    const at = await core();
    const first = await copyOf(at);
    const wide = await saved(at, first, withSessionVolume(first.profile, 15_000));
    const input = { profileId: wide.profile.id, version: 2, name: 'Second house' };
    const { profile } = valueOf(await copyProfile(at.as('surgeon'), input));
    expect([capOfVolume(profile), profile.copiedFrom]).toEqual([15_000, { id: 'strictest', version: 1 }]);
  });

  test('a stored version can neither be changed nor removed', async () => {
    const at = await core();
    await copyOf(at);
    const { db } = at.context;
    const change = db.updateTable('label_profiles').set({ content: '{}' }).execute();
    await expect(change).rejects.toThrow('rows are only added');
    await expect(db.deleteFrom('label_profiles').execute()).rejects.toThrow('rows are only added');
  });
});

describe('choosing and approving a version', () => {
  test('an older version can be taken into use again, and stands beside the newest', async () => {
    const at = await core();
    const first = await copyOf(at);
    await saved(at, first, withSessionVolume(first.profile, 8_000));
    const choose = (version: number) =>
      chooseProfile(at.as('administrator'), { profileId: 'harbour-limits', version });
    const inUse = (views: readonly ProfileView[]) =>
      views.filter((view) => view.inUse).map(({ profile }) => [profile.id, profile.version]);
    expect(inUse(valueOf(await choose(2)))).toEqual([['harbour-limits', 2]]);
    const views = valueOf(await choose(1));
    expect(inUse(views)).toEqual([['harbour-limits', 1]]);
    const ours = views.filter(({ profile }) => profile.id === 'harbour-limits');
    expect(ours.map(({ profile }) => profile.version)).toEqual([2, 1]);
    expect(failureOf(await choose(3))).toEqual({ code: 'profile/unknown' });
  });

  test('an approval is of one version, by name, with its remark', async () => {
    const at = await core();
    const first = await copyOf(at);
    const approve = { profileId: first.profile.id, version: 1, comment: 'read against the label' };
    valueOf(await approveProfile(at.as('clinician'), approve));
    await saved(at, first, withSessionVolume(first.profile, 8_000));
    const { versions } = valueOf(await readProfileHistory(at.as('nurse'), { profileId: first.profile.id }));
    expect(versions.map(({ approval }) => approval)).toEqual([
      null,
      { by: 'clinician', at: at.clock.now, comment: 'read against the label', isOwnWork: false },
    ]);
  });

  test('who wrote a version may approve it, and it says so until somebody else has', async () => {
    const at = await core();
    const { profile } = await copyOf(at);
    const approve = { profileId: profile.id, version: 1, comment: '' };
    const approvalIn = (views: readonly ProfileView[]) =>
      views.find((view) => view.profile.id === profile.id)?.approval;
    const own = approvalIn(valueOf(await approveProfile(at.as('surgeon'), approve)));
    expect(own).toMatchObject({ by: 'surgeon', isOwnWork: true });
    const other = approvalIn(valueOf(await approveProfile(at.as('clinician'), approve)));
    expect(other).toMatchObject({ by: 'clinician', isOwnWork: false });
    const again = approvalIn(valueOf(await approveProfile(at.as('surgeon'), approve)));
    expect(again).toMatchObject({ by: 'clinician', isOwnWork: false });
  });
});

describe('what was judged before', () => {
  /** A session of 0.3 mL under version 1 of the clinic's profile, after which version 2 with a far smaller cap is chosen. */
  async function judgedThenChanged() {
    const at = await core();
    const first = await copyOf(at);
    valueOf(await chooseProfile(at.as('administrator'), { profileId: first.profile.id, version: 1 }));
    const open = await openedSession(at);
    const sessionId = open.session.opening.id;
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const before = valueOf(await readSession(at.as('nurse'), sessionId));
    await saved(at, first, withSessionVolume(first.profile, 400));
    valueOf(await chooseProfile(at.as('administrator'), { profileId: first.profile.id, version: 2 }));
    return { at, open, sessionId, before };
  }

  const capsOf = (view: SessionView) =>
    assessDose({
      ledger: { session: [], earlierIn24h: [] },
      limits: view.profile.limits,
      patient: view.dosePatient,
      syringe: null,
      candidate: null,
    }).gauges.map(({ limit, cap }) => [limit.id, cap]);

  test('an open session goes on under its version, and what was recorded keeps its gauges', async () => {
    const { at, open, sessionId, before } = await judgedThenChanged();
    const after = valueOf(await readSession(at.as('nurse'), sessionId));
    expect(after.profile.version).toBe(1);
    expect(after.injections).toEqual(before.injections);
    // 0.6 mL in all: over the cap of version 2, within that of version 1.
    const { assessment } = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect(assessment.gauges.find(({ limit }) => limit.id === 'session-volume')).toMatchObject({
      cap: 10_000,
    });
  });

  test('a closed session shows the caps it had, and the next one and the plan go by the new ones', async () => {
    const { at, open, sessionId, before } = await judgedThenChanged();
    valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 300 }, open.lotId)));
    const closed = valueOf(await readSession(at.as('nurse'), sessionId));
    expect(capsOf(closed)).toEqual(capsOf(before));
    expect(valueOf(await readPlan(at.as('nurse'), open.caseId)).profile.version).toBe(2);
  });

  test('a review holds each session against the version it was judged by', async () => {
    const { at, open, sessionId, before } = await judgedThenChanged();
    const { judgedBy, rules } = valueOf(await readReviews(at.as('clinician'), open.caseId));
    expect(judgedBy).toMatchObject([{ sessionId, rulesKey: rules[0]?.key, weightG: 60_000 }]);
    expect(rules.map(({ limits }) => limits)).toEqual([before.profile.limits]);
  });

  test('a session that is opened after the choice goes by the version chosen', async () => {
    const { at } = await judgedThenChanged();
    const { session } = await openedSession(at);
    expect([session.profile.version, session.profileApproved]).toEqual([2, false]);
    expect(capsOf(session)).toContainEqual(['session-volume', 400]);
    expect(failureOf(await openSession(at.as('nurse'), opening(session.opening.caseId)))).toMatchObject({
      code: 'session/already-open',
    });
  });
});
