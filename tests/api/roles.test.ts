import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../shared/domain/staff/roles.ts';
import { api, PROCEDURES } from '../support/application.ts';
import { rowCounts } from '../support/core.ts';

/** Who may ask what: `all` is everybody at this computer, `signed-in` everybody with a PIN. */
const OPEN_TO: Readonly<Record<string, 'all' | 'signed-in' | readonly Role[]>> = {
  'clinic.status': 'all',
  'clinic.setUp': 'all',
  'clinic.setLock': ['administrator'],
  'clinic.openDemo': 'all',
  'clinic.leaveDemo': 'all',
  'auth.signIn': 'all',
  'auth.changePerson': 'signed-in',
  'auth.signOut': 'signed-in',
  'auth.me': 'signed-in',
  'people.pinUse': ['administrator'],
  'people.add': ['administrator'],
  'people.change': ['administrator'],
  'patients.search': 'signed-in',
  'patients.get': 'signed-in',
  'patients.create': ['surgeon', 'nurse'],
  'patients.correctIdentity': ['surgeon', 'nurse'],
  'patients.measure': ['surgeon', 'nurse'],
  'patients.stateAllergies': ['surgeon', 'nurse'],
  'cases.open': ['surgeon'],
  'cases.assessment': 'signed-in',
  'cases.saveAssessment': ['surgeon'],
  'cases.recordConsent': ['surgeon', 'nurse'],
  'map.get': 'signed-in',
  'map.history': 'signed-in',
  'map.saveGesture': ['surgeon'],
  'plan.get': 'signed-in',
  'plan.save': ['surgeon'],
  'doses.usual': 'signed-in',
  'day.rooms': 'signed-in',
  'day.addRoom': ['administrator'],
  'day.changeRoom': ['administrator'],
  'day.arrange': ['surgeon', 'nurse', 'administrator'],
  'day.findLots': 'signed-in',
  'sessions.today': 'signed-in',
  'sessions.get': 'signed-in',
  'sessions.next': 'signed-in',
  'sessions.open': ['surgeon', 'nurse'],
  'sessions.openBox': ['surgeon', 'nurse'],
  'sessions.record': ['surgeon', 'nurse'],
  'sessions.setCap': ['surgeon', 'nurse'],
  'sessions.strikeOut': ['surgeon', 'nurse'],
  'sessions.close': ['surgeon', 'nurse'],
  'sessions.sign': ['surgeon', 'nurse'],
  'recording.recordReaction': ['surgeon', 'nurse'],
  'recording.strikeOutReaction': ['surgeon', 'nurse'],
  'recording.pause': ['surgeon', 'nurse'],
  'recording.resume': ['surgeon', 'nurse'],
  'recording.leaveVeins': ['surgeon', 'nurse'],
  'closing.draft': ['surgeon', 'nurse'],
  'closing.keepDraft': ['surgeon', 'nurse'],
  'closing.startWalk': ['surgeon', 'nurse'],
  'closing.endWalk': ['surgeon', 'nurse'],
  'closing.amendmentDraft': ['surgeon'],
  'closing.keepAmendmentDraft': ['surgeon'],
  'closing.amend': ['surgeon'],
  'stock.get': 'signed-in',
  'stock.addProduct': ['surgeon', 'nurse', 'administrator'],
  'stock.correct': ['surgeon', 'nurse', 'administrator'],
  'stock.addLot': ['surgeon', 'nurse', 'administrator'],
  'stock.learnCode': ['surgeon', 'nurse', 'administrator'],
  'stock.recallLot': ['surgeon', 'nurse', 'administrator'],
  'profiles.list': 'signed-in',
  'profiles.history': 'signed-in',
  'profiles.copy': ['surgeon', 'clinician', 'administrator'],
  'profiles.save': ['surgeon', 'clinician', 'administrator'],
  'profiles.choose': ['administrator'],
  'profiles.approve': ['surgeon', 'clinician'],
  'reviews.get': 'signed-in',
  'statistics.response': 'signed-in',
  'statistics.responseVeins': 'signed-in',
  'reviews.record': ['surgeon', 'clinician'],
  'reviews.draft': 'signed-in',
  'reviews.keepDraft': ['surgeon', 'clinician'],
  'history.events': 'signed-in',
  'history.doses': 'signed-in',
  'history.plans': 'signed-in',
  'complications.register': 'signed-in',
  'complications.ofPatient': 'signed-in',
  'complications.choices': 'signed-in',
  'complications.record': ['surgeon', 'nurse', 'clinician'],
  'complications.addEntry': ['surgeon', 'nurse', 'clinician'],
  'complications.strikeOut': ['surgeon', 'nurse', 'clinician'],
  'clinicLists.lots': 'signed-in',
  'clinicLists.recall': 'signed-in',
  'clinicLists.noteTold': ['surgeon', 'nurse', 'clinician'],
  'clinicLists.overrides': ['administrator', 'clinician', 'surgeon'],
  'audit.read': ['administrator', 'clinician', 'surgeon'],
  'audit.verify': ['administrator', 'clinician', 'surgeon'],
  'backups.list': 'signed-in',
  'backups.make': ['administrator'],
};

/** Signing out would end the very sign-in that the other questions need. */
const ASKED = PROCEDURES.filter(({ path }) => path !== 'auth.signOut');

describe('every role at every procedure', () => {
  test('the table above knows every procedure there is', () => {
    expect(PROCEDURES.map(({ path }) => path).toSorted()).toEqual(Object.keys(OPEN_TO).toSorted());
  });

  test.each(ROLES)('a %s is let in where the role allows it, and nowhere else', async (role) => {
    const at = await api();
    const token = await at.tokenOf(role);
    for (const { path } of ASKED) {
      const open = OPEN_TO[path];
      const isAllowed = open === 'all' || open === 'signed-in' || open?.includes(role);
      // No input fits: whoever is let in gets as far as that.
      const { failure } = await at.ask(path, undefined, token);
      expect([path, failure?.code === 'forbidden'], path).toEqual([path, !isAllowed]);
      expect(failure?.code, path).not.toBe('not-signed-in');
    }
  });

  test('nobody is let in without a sign-in, nor with a token that was made up', async () => {
    const at = await api();
    const counts = await rowCounts(at.database);
    for (const token of [null, 'made-up', 'x'.repeat(500)]) {
      for (const { path } of PROCEDURES) {
        const { failure, status } = await at.ask(path, undefined, token);
        const isRefused = failure?.code === 'not-signed-in' && status === 401;
        expect([path, isRefused]).toEqual([path, OPEN_TO[path] !== 'all']);
      }
    }
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('a role that is taken away is gone with the next request', async () => {
    const at = await api();
    const administrator = await at.tokenOf('administrator');
    const nurse = await at.tokenOf('nurse');
    expect((await at.ask('patients.search', { text: '', limit: 1 }, nurse)).status).toBe(200);
    const change = { personId: at.people.nurse.id, roles: ['clinician'], active: true, pin: null };
    expect((await at.ask('people.change', change, administrator)).status).toBe(200);
    expect((await at.ask('sessions.record', {}, nurse)).failure).toEqual({
      code: 'forbidden',
      needs: ['surgeon', 'nurse'],
    });
  });

  test('after signing out the token is worth nothing', async () => {
    const at = await api();
    const token = await at.tokenOf('nurse');
    expect((await at.ask('auth.me', undefined, token)).data).toMatchObject({ name: 'nurse' });
    expect((await at.ask('auth.signOut', { because: 'by-hand' }, token)).status).toBe(200);
    expect((await at.ask('auth.me', undefined, token)).failure).toEqual({ code: 'not-signed-in' });
  });
});
