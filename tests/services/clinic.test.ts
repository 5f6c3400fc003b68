import { describe, expect, test } from 'vitest';
import { readAudit, verifyAudit } from '../../electron/services/audit.ts';
import { readStatus, setUpClinic } from '../../electron/services/clinic.ts';
import { addPerson, changePerson } from '../../electron/services/people.ts';
import {
  addNewShippedProfiles,
  approveProfile,
  chooseProfile,
  readProfiles,
} from '../../electron/services/profiles.ts';
import { readStock } from '../../electron/services/stock.ts';
import { createSignIns } from '../../electron/services/sign-ins.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, emptyCore, PIN, rowCounts } from '../support/core.ts';

const firstStart = {
  clinicName: 'Harbour Vein Clinic',
  administrator: { name: 'Ann', pin: PIN, alsoRoles: ['surgeon', 'administrator'] as const },
  profileId: 'strictest',
};
const input = {
  ...firstStart,
  administrator: { ...firstStart.administrator, alsoRoles: ['surgeon' as const] },
};
const statusOptions = { isDemo: false, lastBackupAt: null, backupFailure: null };

describe('the first start', () => {
  test('makes the clinic, its administrator, the shipped profiles and the usual products', async () => {
    const { context } = await emptyCore();
    expect(valueOf(await readStatus(context, statusOptions))).toMatchObject({
      state: 'first-start',
      people: [],
      profile: null,
    });
    valueOf(await setUpClinic(context, input));
    const status = valueOf(await readStatus(context, statusOptions));
    expect(status).toMatchObject({
      state: 'ready',
      clinicName: 'Harbour Vein Clinic',
      people: [{ name: 'Ann', roles: ['administrator', 'surgeon'], active: true }],
      profile: { id: 'strictest', approved: false },
    });
    const [ann] = status.people;
    if (!ann) throw new Error('nobody');
    const { products } = valueOf(await readStock(context));
    expect(products.map(({ strengthUgPerMl }) => strengthUgPerMl)).toEqual([
      2_500, 5_000, 10_000, 20_000, 30_000,
    ]);
    expect(valueOf(await readProfiles({ db: context.db }))).toHaveLength(4);
    expect(valueOf(await verifyAudit({ ...context, actor: ann })).brokenAt).toBeNull();
  });

  test('happens once, also when it is asked for twice at the same moment', async () => {
    const { context } = await emptyCore();
    const results = await Promise.all([setUpClinic(context, input), setUpClinic(context, input)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(failureOf(await setUpClinic(context, input))).toEqual({ code: 'clinic/already-set-up' });
    expect(valueOf(await readStatus(context, statusOptions)).people).toHaveLength(1);
  });

  test('refuses a profile that does not exist', async () => {
    const { context } = await emptyCore();
    const unknown = await setUpClinic(context, { ...input, profileId: 'loosest' });
    expect(failureOf(unknown)).toEqual({ code: 'profile/unknown' });
  });
});

describe('PINs', () => {
  test('wrong ones make the next try wait, longer each time, and the right one ends it', async () => {
    const at = await core();
    const signIns = createSignIns();
    const personId = at.people.nurse.id;
    const tryPin = (pin: string) => signIns.signIn(at.context, { personId, pin });
    const waits: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      const failure = failureOf(await tryPin('0000'));
      if (failure.code !== 'auth/wrong-pin') throw new Error(failure.code);
      waits.push(failure.waitSeconds);
      expect(failureOf(await tryPin(PIN))).toEqual({
        code: 'auth/wait',
        waitSeconds: failure.waitSeconds,
        inARow: n + 1,
      });
      at.clock.advance(failure.waitSeconds / 3600);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    valueOf(await tryPin(PIN));
    expect(failureOf(await tryPin('0000'))).toMatchObject({ waitSeconds: 1 });
  });

  test('many guesses at the same moment are one guess', async () => {
    const at = await core();
    const signIns = createSignIns();
    const guesses = Array.from({ length: 50 }, (_, n) => String(1_000 + n));
    const results = await Promise.all(
      guesses.map((pin) => signIns.signIn(at.context, { personId: at.people.nurse.id, pin })),
    );
    const codes = results.map((result) => failureOf(result).code);
    expect(codes.filter((code) => code === 'auth/wrong-pin')).toHaveLength(1);
    expect(codes.filter((code) => code === 'auth/wait')).toHaveLength(49);
  });

  test('one person who guesses does not make another wait', async () => {
    const at = await core();
    const signIns = createSignIns();
    failureOf(await signIns.signIn(at.context, { personId: at.people.nurse.id, pin: '0000' }));
    valueOf(await signIns.signIn(at.context, { personId: at.people.surgeon.id, pin: PIN }));
  });

  test('whoever has left is signed out at once and cannot sign in', async () => {
    const at = await core();
    const signIns = createSignIns();
    const { token } = valueOf(await signIns.signIn(at.context, { personId: at.people.nurse.id, pin: PIN }));
    expect(await signIns.personOf(at.context, token)).toMatchObject({ name: 'nurse' });
    const leave = { personId: at.people.nurse.id, roles: ['nurse' as const], active: false, pin: null };
    valueOf(await changePerson(at.as('administrator'), leave));
    expect(await signIns.personOf(at.context, token)).toBeNull();
    const again = await signIns.signIn(at.context, { personId: at.people.nurse.id, pin: PIN });
    expect(failureOf(again)).toEqual({ code: 'not-found', what: 'person' });
  });

  test('never stand in the records or in the audit', async () => {
    const at = await core();
    valueOf(await addPerson(at.as('administrator'), { name: 'New', roles: ['nurse'], pin: '97531864' }));
    const people = await at.context.db.selectFrom('people').selectAll().execute();
    const { rows } = valueOf(
      await readAudit(at.as('administrator'), {
        before: null,
        limit: 200,
        personId: null,
        onDate: null,
        patientId: null,
      }),
    );
    expect(JSON.stringify([people, rows])).not.toContain('97531864');
    expect(JSON.stringify(rows)).not.toContain('scrypt');
  });
});

describe('people', () => {
  test('two people do not have one name', async () => {
    const at = await core();
    const twin = { name: 'NURSE', roles: ['nurse' as const], pin: PIN };
    expect(failureOf(await addPerson(at.as('administrator'), twin))).toEqual({ code: 'staff/name-taken' });
  });

  test('one active administrator stays', async () => {
    const at = await core();
    const personId = at.people.administrator.id;
    const change = (over: object) =>
      changePerson(at.as('administrator'), {
        personId,
        roles: ['administrator'],
        active: true,
        pin: null,
        ...over,
      });
    for (const over of [{ active: false }, { roles: ['nurse'] }]) {
      expect(failureOf(await change(over))).toEqual({ code: 'staff/last-administrator' });
    }
    valueOf(await addPerson(at.as('administrator'), { name: 'Second', roles: ['administrator'], pin: PIN }));
    expect(valueOf(await change({ active: false })).active).toBe(false);
  });

  test('a new PIN replaces the old one', async () => {
    const at = await core();
    const personId = at.people.nurse.id;
    valueOf(
      await changePerson(at.as('administrator'), { personId, roles: ['nurse'], active: true, pin: '135790' }),
    );
    const signIns = createSignIns();
    valueOf(await signIns.signIn(at.context, { personId, pin: '135790' }));
    expect(failureOf(await signIns.signIn(at.context, { personId, pin: PIN })).code).toBe('auth/wrong-pin');
  });
});

describe('profiles', () => {
  test('a chosen profile is in use, and approved once a clinician has said so', async () => {
    const at = await core();
    const chosen = valueOf(
      await chooseProfile(at.as('administrator'), { profileId: 'us-asclera', version: 1 }),
    );
    expect(chosen.filter(({ inUse }) => inUse).map(({ profile }) => profile.id)).toEqual(['us-asclera']);
    const approved = valueOf(
      await approveProfile(at.as('clinician'), { profileId: 'us-asclera', version: 1, comment: 'read' }),
    );
    expect(approved.find(({ inUse }) => inUse)?.approval).toMatchObject({
      by: 'clinician',
      at: at.clock.now,
    });
    expect(valueOf(await readStatus(at.context, statusOptions)).profile).toMatchObject({ approved: true });
  });

  test('what does not exist can neither be chosen nor approved', async () => {
    const at = await core();
    const chosen = await chooseProfile(at.as('administrator'), { profileId: 'none', version: 1 });
    expect(failureOf(chosen)).toEqual({ code: 'profile/unknown' });
    const approved = await approveProfile(at.as('clinician'), {
      profileId: 'strictest',
      version: 9,
      comment: '',
    });
    expect(failureOf(approved)).toEqual({ code: 'profile/unknown' });
  });

  test('a start with nothing new to offer writes nothing', async () => {
    const at = await core();
    const counts = await rowCounts(at.database);
    valueOf(await addNewShippedProfiles(at.context));
    expect(await rowCounts(at.database)).toEqual(counts);
  });
});
