import type { RecordComplication } from '../../shared/contract/complications.ts';
import { veinLabel } from '../../shared/domain/leg-map/vein.ts';
import type { ComplicationGrade, ComplicationState } from '../../shared/domain/outcome/complication.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { readComplicationChoices } from '../services/complications/read-choices.ts';
import { readRegisterOf } from '../services/complications/read-register.ts';
import { addCourseEntry, recordComplication } from '../services/complications/record-complication.ts';
import { strikeOutComplication } from '../services/complications/strike-out-complication.ts';
import { searchPatients } from '../services/patients.ts';
import { as, done, type DemoClinic, type StaffName } from './demo-clinic.ts';
import { after } from './demo-time.ts';
import type { Script } from './scripts.ts';
import { seededUuids } from './seeded-uuids.ts';

/** A look at a complication. Days are counted from today. */
interface Look {
  readonly on: number;
  readonly by: StaffName;
  readonly state: ComplicationState;
  readonly grade?: ComplicationGrade;
  readonly treatment?: string;
  readonly note?: string;
}

interface Trouble {
  readonly familyName: string;
  readonly kind: RecordComplication['kind'];
  readonly onset: number;
  /** The number of the session that it is put down to. */
  readonly session: number;
  readonly veins: readonly string[];
  readonly serious?: boolean;
  readonly description: string;
  /** Whether it takes up what a review found. */
  readonly follows?: 'pigmentation';
  readonly looks: readonly [Look, ...Look[]];
  readonly struckOut?: string;
}

const TROUBLES: readonly Trouble[] = [
  {
    familyName: 'Marchetti',
    kind: 'deep-vein-thrombosis',
    onset: -202,
    session: 2,
    veins: [],
    serious: true,
    description: 'Pain in the left calf; duplex: one muscle vein closed over 3 cm.',
    looks: [
      {
        on: -201,
        by: 'okafor',
        state: 'ongoing',
        grade: 'moderate',
        treatment: 'Sent to the vascular clinic; anticoagulation and stocking from there.',
      },
      { on: -180, by: 'okafor', state: 'ongoing', grade: 'mild', note: 'No pain; duplex again in 8 weeks.' },
      { on: -126, by: 'soerensen', state: 'resolved', note: 'Muscle vein open again on duplex.' },
    ],
  },
  {
    familyName: 'Bauer',
    kind: 'matting',
    onset: -80,
    session: 2,
    veins: ['L1'],
    description: 'Fine red net below the treated vein, 3 by 4 cm.',
    looks: [
      { on: -80, by: 'soerensen', state: 'ongoing', grade: 'moderate', note: 'To be left alone for now.' },
      { on: -38, by: 'soerensen', state: 'resolved', note: 'Faded by itself.' },
    ],
  },
  {
    familyName: 'Dubois',
    kind: 'pigmentation',
    onset: -92,
    session: 1,
    veins: ['R1'],
    follows: 'pigmentation',
    description: 'Brown line along the feeder of the outer thigh.',
    looks: [
      { on: -92, by: 'soerensen', state: 'ongoing', grade: 'moderate', treatment: 'Sun protection.' },
      { on: -40, by: 'brandt', state: 'ongoing', grade: 'mild', note: 'Fading; seen at a visit for advice.' },
    ],
  },
  {
    familyName: 'Andersen',
    kind: 'ulcer-or-necrosis',
    onset: -64,
    session: 1,
    veins: ['R6'],
    description: 'Ulcer of 4 mm at a puncture above the inner ankle.',
    looks: [
      {
        on: -63,
        by: 'okafor',
        state: 'ongoing',
        grade: 'moderate',
        treatment: 'Dressing every second day.',
      },
      { on: -35, by: 'silva', state: 'ongoing', grade: 'mild', note: '2 mm, clean.' },
      { on: -12, by: 'silva', state: 'resolved-with-sequelae', note: 'Closed; a scar of 2 mm.' },
    ],
  },
  {
    familyName: 'Ferreira',
    kind: 'superficial-vein-thrombosis',
    onset: -12,
    session: 2,
    veins: ['L1'],
    description: 'Hard, tender cord of 6 cm behind the left knee.',
    looks: [
      {
        on: -10,
        by: 'okafor',
        state: 'ongoing',
        grade: 'mild',
        treatment: 'Two clots expressed, stocking for another week.',
      },
    ],
  },
  {
    familyName: 'Santos',
    kind: 'blister',
    onset: -100,
    session: 1,
    veins: [],
    description: 'Blister under the plaster.',
    looks: [{ on: -100, by: 'silva', state: 'ongoing', grade: 'mild' }],
    struckOut: 'Meant for another patient',
  },
];

/** What went wrong in the demo clinic, and how it went on: a script for each. */
export function complications(clinic: DemoClinic): readonly Script[] {
  const newUuid = seededUuids('complications of the demo clinic');
  return TROUBLES.map((trouble) => play(clinic, trouble, newUuid));
}

async function* play(clinic: DemoClinic, trouble: Trouble, newUuid: () => string): Script {
  const complicationId = idOf<'complication'>(newUuid());
  const [first, ...later] = trouble.looks;
  yield clinic.calendar.moment(first.on, '17:10');
  const said = await placeOf(clinic, trouble);
  await done(
    recordComplication(as(clinic, first.by), {
      ...said,
      complicationId,
      first: { entryId: idOf<'course-entry'>(newUuid()), ...entryOf(clinic, first, trouble) },
    }),
  );
  if (trouble.struckOut !== undefined) {
    yield after(clinic.calendar.moment(first.on, '17:10'), 240);
    await done(
      strikeOutComplication(as(clinic, first.by), {
        complicationId,
        entryId: null,
        reason: trouble.struckOut,
      }),
    );
  }
  for (const look of later) {
    yield clinic.calendar.moment(look.on, '17:20');
    const entryId = idOf<'course-entry'>(newUuid());
    await done(
      addCourseEntry(as(clinic, look.by), { complicationId, entryId, ...entryOf(clinic, look, trouble) }),
    );
  }
}

function entryOf(clinic: DemoClinic, look: Look, { serious }: Trouble) {
  return {
    onDate: clinic.calendar.day(look.on),
    state: look.state,
    grade: look.grade ?? null,
    serious: serious ?? false,
    treatment: look.treatment ?? '',
    note: look.note ?? '',
  };
}

async function placeOf(
  clinic: DemoClinic,
  trouble: Trouble,
): Promise<Omit<RecordComplication, 'complicationId' | 'first'>> {
  const context = as(clinic, 'okafor');
  const [patient] = await done(searchPatients(context, { text: trouble.familyName, limit: 1 }));
  if (!patient) throw new Error(`nobody is called ${trouble.familyName}`);
  const [newest] = (await done(readComplicationChoices(context, patient.id))).cases;
  const session = newest?.sessions.find(({ number }) => number === trouble.session);
  if (!newest || !session) throw new Error('the session of a complication was not held');
  const found = trouble.follows ? await done(readRegisterOf(context, patient.id)) : [];
  const origin = found.flatMap(({ kind, source }) =>
    source.from === 'review' && kind === trouble.follows ? [source.origin] : [],
  )[0];
  return {
    caseId: newest.id,
    kind: trouble.kind,
    onsetOn: clinic.calendar.day(trouble.onset),
    veinIds: newest.veins.filter((vein) => trouble.veins.includes(veinLabel(vein))).map(({ id }) => id),
    sessionId: session.id,
    lotId: session.lots[0]?.id ?? null,
    description: trouble.description,
    origin: origin ?? null,
  };
}
