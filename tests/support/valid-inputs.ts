import { randomUUID } from 'node:crypto';
import { SHIPPED_PROFILES } from '../../shared/domain/dose/profiles/index.ts';
import { PIN } from './core.ts';
import type { Core } from './core.ts';
import { aNote, aScale, aSite, aVein, injection, openedSession, opening } from './treatment.ts';

/** A set of limits with one figure of each kind: every field of it is spoiled once. */
function smallContent() {
  const [strictest] = SHIPPED_PROFILES;
  if (!strictest) throw new Error('nothing is shipped');
  const { id: _id, version: _version, name: _name, weighing: _optional, ...content } = strictest;
  const { limits, strengths, contraindications } = content;
  return {
    ...content,
    limits: limits.slice(0, 1),
    strengths: strengths.slice(0, 1).map(({ diameterMm: _alsoOptional, ...rule }) => rule),
    contraindications: contraindications.slice(0, 1),
  };
}

/** For every procedure that takes an input one that fits it, about a case with an open session. */
export async function validInputs(at: Core): Promise<Readonly<Record<string, unknown>>> {
  const open = await openedSession(at);
  const { caseId, patientId, lotId, veins } = open;
  const sessionId = open.session.opening.id;
  const [vein] = veins;
  const preparation = { form: 'foam', strengthUgPerMl: 10_000, gasParts: 4 };
  const identity = {
    recordNumber: 'N-1',
    familyName: 'Newcomer',
    givenName: 'Nora',
    birthDate: '1990-05-05',
    sex: 'female',
  };
  const allergies = { substances: ['latex'], polidocanol: false, proneToHypersensitivity: false };
  const vcss = {
    pain: 1,
    'varicose-veins': 0,
    oedema: 0,
    pigmentation: 0,
    inflammation: 0,
    induration: 0,
    'ulcer-count': 0,
    'ulcer-duration': 0,
    'ulcer-size': 0,
    compression: 0,
  };
  const leg = { ceap: 'C1', symptomatic: true, vcss };
  const courseEntry = {
    onDate: '2026-11-02',
    state: 'ongoing',
    grade: 'mild',
    serious: false,
    treatment: 'none',
    note: 'faint',
  };
  const surgeon = { surgeonId: at.people.surgeon.id, pin: PIN, reason: 'needed' };
  return {
    'clinic.setUp': {
      clinicName: 'Second clinic',
      administrator: { name: 'Ann', pin: '1234', alsoRoles: ['surgeon'] },
      profileId: 'strictest',
    },
    'auth.signIn': { personId: at.people.nurse.id, pin: PIN },
    'auth.changePerson': { personId: at.people.surgeon.id, pin: PIN },
    'auth.signOut': { because: 'by-hand' },
    'clinic.setLock': { minutes: 15 },
    'people.add': { name: 'New person', roles: ['nurse'], pin: '123456' },
    'people.change': { personId: at.people.nurse.id, roles: ['nurse'], active: true, pin: '123456' },
    'patients.search': { text: 'lind', limit: 5 },
    'patients.get': { patientId },
    'patients.create': { ...identity, weightG: 60_000, heightMm: 1_650, allergies },
    'patients.correctIdentity': { patientId, baseVersion: 1, ...identity },
    'patients.measure': { patientId, onDate: '2026-11-02', weightG: 60_000, heightMm: 1_650 },
    'patients.stateAllergies': { patientId, ...allergies },
    'cases.open': { patientId, reason: 'Another course' },
    'cases.assessment': { caseId },
    'cases.saveAssessment': {
      caseId,
      legs: { right: leg, left: leg },
      fitzpatrick: 'II',
      earlierTreatment: 'none',
      duplexFindings: 'no reflux',
      eligibility: [{ contraindicationId: 'diabetes', present: true, acceptedBecause: 'well controlled' }],
    },
    'cases.recordConsent': { caseId, onDate: '2026-11-02', formName: 'Form 4' },
    'map.get': { caseId, onDate: '2026-11-02' },
    'history.events': { patientId },
    'history.doses': { patientId },
    'history.plans': { caseId },
    'map.history': { caseId },
    'map.saveGesture': {
      caseId,
      gestureId: randomUUID(),
      baseVersion: 1,
      label: 'draw',
      diff: {
        added: [
          aVein({
            number: 3,
            branches: [
              [
                [1, 500],
                [2, 501],
              ],
            ],
            feederId: vein.id,
          }),
          aSite({ veinId: vein.id, note: 'first' }),
          aNote(),
          aScale(),
        ],
        updated: [[vein, { ...vein, note: 'seen' }]],
        removed: [],
      },
    },
    'plan.get': { caseId },
    'plan.save': {
      caseId,
      baseVersion: 1,
      sessions: [
        {
          number: 1,
          onDate: '2026-11-02',
          atTime: '09:30',
          tighterCaps: [{ limitId: 'session-volume', amount: 5_000 }],
        },
      ],
      items: [
        {
          veinId: vein.id,
          sessionNumber: 1,
          preparation,
          punctures: 5,
          volumePerPunctureUl: 300,
          locked: false,
        },
      ],
    },
    'day.addRoom': { name: 'Room 3' },
    'day.changeRoom': { roomId: randomUUID(), name: 'Room 4', inUse: true },
    'day.arrange': { caseId, number: 1, roomId: null, personId: at.people.nurse.id },
    'day.findLots': { text: 'lot', limit: 5 },
    'sessions.today': { onDate: '2026-11-02' },
    'sessions.get': { sessionId },
    'sessions.next': { caseId },
    'sessions.open': opening(caseId, {
      number: 2,
      acceptances: [{ contraindicationId: 'diabetes', ...surgeon }],
      waivers: [{ check: 'duplex', veinIds: [vein.id], ...surgeon }],
    }),
    'sessions.openBox': { sessionId, lotId },
    'sessions.record': injection(open, { reason: 'long feeder', override: surgeon }),
    'sessions.setCap': { sessionId, limitId: 'session-volume', amount: 5_000, ...surgeon },
    'sessions.strikeOut': { injectionId: randomUUID(), reason: 'recorded twice' },
    'recording.recordReaction': {
      reactionId: randomUUID(),
      sessionId,
      kind: 'wheal',
      grade: 'mild',
      veinId: vein.id,
      lotId,
      injectionId: randomUUID(),
      note: 'gone',
      done: 'watched',
      happenedAt: '2026-11-02T09:00:00.000Z',
    },
    'recording.strikeOutReaction': { reactionId: randomUUID(), reason: 'no wheal' },
    'recording.pause': { sessionId, reason: 'telephone' },
    'recording.resume': { sessionId, surgeon },
    'recording.leaveVeins': { sessionId, veinIds: [vein.id], later: true, reason: 'tired' },
    'sessions.close': {
      sessionId,
      ampoules: [{ lotId, ampoulesOpened: 1, wastedUl: 1_700 }],
      differenceReason: 'spilled',
      compressionClass: '2',
      compressionDays: 7,
      fullLength: false,
      observedMinutes: 20,
      aftercareGiven: true,
      aftercareExplained: ['compression'],
      nextOn: '2026-11-23',
      note: 'well',
    },
    'complications.register': { from: '2026-01-01', to: '2026-11-02', lotId },
    'complications.ofPatient': { patientId },
    'complications.choices': { patientId },
    'complications.record': {
      complicationId: randomUUID(),
      caseId,
      kind: 'pigmentation',
      onsetOn: '2026-11-02',
      veinIds: [vein.id],
      sessionId,
      lotId,
      description: 'along the vein',
      origin: null,
      first: { entryId: randomUUID(), ...courseEntry },
    },
    'complications.addEntry': { complicationId: randomUUID(), entryId: randomUUID(), ...courseEntry },
    'complications.strikeOut': {
      complicationId: randomUUID(),
      entryId: randomUUID(),
      reason: 'other patient',
    },
    'clinicLists.recall': { lotId },
    'clinicLists.noteTold': { lotId, patientId, told: true, onDate: '2026-11-02', note: 'by phone' },
    'clinicLists.overrides': { month: '2026-11' },
    'sessions.sign': { sessionId, role: 'nurse', pin: PIN },
    'closing.draft': { sessionId },
    'closing.keepDraft': { sessionId, content: '{}' },
    'closing.startWalk': { sessionId },
    'closing.endWalk': { sessionId, reason: 'left early' },
    'closing.amendmentDraft': { sessionId },
    'closing.keepAmendmentDraft': { sessionId, draft: { amendmentId: randomUUID(), content: '{}' } },
    'closing.amend': {
      amendmentId: randomUUID(),
      sessionId,
      reason: 'found in the notes',
      pin: PIN,
      strikeOut: [randomUUID()],
      add: [
        {
          injectionId: randomUUID(),
          veinId: vein.id,
          site: { leg: 'left', aspect: 'lateral', point: [10, 600] },
          lotId,
          preparation,
          volumeUl: 300,
          needle: '30 G',
          givenAt: '2026-11-02T09:00:00.000Z',
          givenBy: at.people.nurse.id,
          volumeConfirmed: false,
        },
      ],
      closing: {
        ampoules: [{ lotId, ampoulesOpened: 1, wastedUl: 1_700 }],
        differenceReason: 'spilled',
        compressionClass: '2',
        compressionDays: 7,
        fullLength: false,
        observedMinutes: 20,
        aftercareGiven: true,
        aftercareExplained: ['compression'],
        note: 'well',
      },
      remark: 'as the nurse says',
    },
    'stock.addLot': {
      productId: open.session.boxes[0]?.product.id ?? randomUUID(),
      lotNumber: 'A1',
      expiresOn: '2027-01-01',
      ampoules: 10,
      code: 'gtin:00367850140059',
    },
    'stock.addProduct': { name: 'Asclera', strengthUgPerMl: 5_000, ampouleUl: 2_000 },
    'stock.correct': { lotId, kind: 'disposed', ampoules: 2, reason: 'broken' },
    'stock.learnCode': { lotId, code: 'gtin:00367850140066', packExpiresOn: '2027-01-01' },
    'stock.recallLot': { lotId, reason: 'particles' },
    'profiles.choose': { profileId: 'us-asclera', version: 1 },
    'profiles.history': { profileId: 'strictest' },
    'profiles.copy': { profileId: 'strictest', version: 1, name: 'Harbour limits' },
    'profiles.save': { profileId: 'strictest', baseVersion: 1, content: smallContent() },
    'profiles.approve': { profileId: 'strictest', version: 1, comment: 'read' },
    'statistics.response': {
      treatedFrom: '2026-01-01',
      treatedTo: '2026-12-31',
      part: 'thigh',
      kind: 'reticular',
    },
    'statistics.responseVeins': {
      treatedFrom: '2026-01-01',
      treatedTo: '2026-12-31',
      part: 'thigh',
      kind: 'reticular',
      classes: [{ dimension: 'diameter', key: '1-2' }],
      of: 'cleared',
      offset: 0,
    },
    'reviews.get': { caseId },
    'reviews.draft': { caseId },
    'reviews.keepDraft': {
      caseId,
      draft: {
        reviewId: randomUUID(),
        ratings: [
          { veinId: vein.id, response: 'same', matting: 1, pigmentation: 0, ulcer: 0, disposition: 'done' },
        ],
        improvementPercent: 60,
        satisfaction: 'neither',
        legs: { right: { ceap: 'C1', vcss }, left: { ceap: null, vcss } },
        restUntil: '2026-12-01',
        note: 'half',
        corrects: { reviewId: randomUUID(), onDate: '2026-11-02', reason: 'wrong' },
      },
    },
    'reviews.record': {
      reviewId: randomUUID(),
      caseId,
      onDate: '2026-11-02',
      responses: [
        {
          veinId: vein.id,
          response: 'better',
          matting: 0,
          pigmentation: 1,
          ulcer: 0,
          disposition: 'rest',
        },
      ],
      improvementPercent: 60,
      satisfaction: 'satisfied',
      legs: { right: { ceap: 'C1', vcss }, left: { ceap: null, vcss: null } },
      restUntil: '2027-01-02',
      note: 'well',
      replaces: { reviewId: randomUUID(), reason: 'the other leg' },
    },
    'audit.read': { before: 5, limit: 10, personId: null, onDate: '2026-11-02', patientId },
  };
}
