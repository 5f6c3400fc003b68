import type { Source } from '../dose/label-profile.ts';

const clinic = (text: string): Source => ({ text, mark: 'clinic' });
const confirmed = (text: string): Source => ({ text, mark: 'confirmed' });

const IAC = 'IAC Vein Center Standards 2020';

/** Why each check before the first injection is made. */
export const CHECK_SOURCES = {
  identity: clinic("The clinic's check before every session: name and birth date, said by the patient"),
  leg: clinic("The clinic's check before every session: the leg, named aloud by the patient"),
  consent: confirmed(
    'UK training list for injections: signed consent; NICE IPG440 says what it must mention',
  ),
  assessment: confirmed(`${IAC}: history, class and score before treatment`),
  allergies: confirmed(`${IAC}: allergies and changes at every encounter`),
  changes: confirmed(`${IAC}: medication and changes at every encounter`),
  weight: clinic("The clinic's check before every session: the weight of the day"),
  otherSession: clinic('One open session per patient, so that no total is split'),
  duplex: confirmed(
    `${IAC}: reflux ultrasound always from C2 on (CEAP 2020: veins wider than 3 mm are C2, a fan at the ankle is C4c)`,
  ),
  feeder: confirmed('Technique: reticular and feeding veins before what they feed'),
} as const satisfies Record<string, Source>;
