import type { Contraindication, ContraindicationGrade, Source } from '../label-profile.ts';
import { clinic, confirmed, secondHand } from './sources.ts';

const INFORMATION = "The clinic's patient information";
const EU_LEAFLET = 'Aethoxysklerol leaflet (DE)';
const EU_WEIGHING = 'German label: only after weighing benefit against risk';
const UK_2018 = 'Aethoxysklerol precautions (UK 2018)';
const UIP = 'UIP consensus 2023';
const SWISS = 'Swiss labels: a contraindication';

type Extra = Partial<Pick<Contraindication, 'askEachSession' | 'foamOnly'>>;

function question(
  id: string,
  text: string,
  grade: ContraindicationGrade,
  source: Source,
  extra: Extra = {},
): Contraindication {
  return { id, text, grade, source, askEachSession: false, foamOnly: false, ...extra };
}

const EACH_SESSION: Extra = { askEachSession: true };

/** What the clinic itself asks, whatever the label; where a label differs, both are said. */
export const CLINIC_QUESTIONS: readonly Contraindication[] = [
  question(
    'pregnancy',
    'Pregnant',
    'absolute',
    clinic(`${INFORMATION}: not treated (European leaflets: only if strictly needed)`),
    EACH_SESSION,
  ),
  question(
    'breastfeeding',
    'Breastfeeding',
    'absolute',
    clinic(`${INFORMATION}: not treated (labels: a pause of 8 hours to 3 days)`),
    EACH_SESSION,
  ),
  question(
    'contraceptives',
    'Takes hormonal contraceptives',
    'absolute',
    clinic(`${INFORMATION}: not treated (UK label 2018: one of several risk factors of thrombosis)`),
    EACH_SESSION,
  ),
  question(
    'anticoagulation',
    'Takes anticoagulants, also newly',
    'relative',
    clinic(`${INFORMATION}: relative contraindication`),
    EACH_SESSION,
  ),
  question(
    'vte-history',
    'Has had a deep vein thrombosis or pulmonary embolism',
    'relative',
    clinic(`${INFORMATION}: relative contraindication (Asclera warning: extra risk of thrombosis)`),
  ),
  question(
    'diabetes',
    'Diabetes mellitus',
    'relative',
    clinic(
      `${INFORMATION}: relative contraindication (Swiss labels: a contraindication; UK: if uncontrolled)`,
    ),
  ),
  question(
    'asthma-corticosteroids',
    'Serious bronchial asthma treated with corticosteroids',
    'relative',
    clinic(`${INFORMATION}: relative contraindication`),
  ),
  question(
    'new-medication',
    'New medication since the last visit',
    'caution',
    clinic("The clinic's check at every visit"),
    EACH_SESSION,
  ),
  question(
    'nsaid-alcohol',
    'Aspirin, another NSAID or alcohol within two days',
    'caution',
    clinic(`${INFORMATION}: not in the two days before`),
    EACH_SESSION,
  ),
  question(
    'creams',
    'Creams or lotions on the legs within 24 hours',
    'caution',
    clinic(`${INFORMATION}: not in the 24 hours before`),
    EACH_SESSION,
  ),
  question(
    'long-travel',
    'A long journey within four weeks',
    'caution',
    clinic(`${INFORMATION}: only after talking to the physician`),
    EACH_SESSION,
  ),
];

/** What every label of polidocanol rules out. */
export const LABEL_ABSOLUTE: readonly Contraindication[] = [
  question(
    'allergy-polidocanol',
    'Allergy to polidocanol',
    'absolute',
    confirmed(`Asclera safety information; ${EU_LEAFLET}; ${UIP}`),
  ),
  question(
    'acute-thromboembolism',
    'Acute thromboembolic disease (deep vein thrombosis, pulmonary embolism)',
    'absolute',
    confirmed(`Asclera safety information; ${EU_LEAFLET}; ${UIP}`),
    EACH_SESSION,
  ),
];

/** Raised risk of thrombosis, as the American label warns of it. */
export const US_WARNINGS: readonly Contraindication[] = [
  question(
    'reduced-mobility',
    'Reduced mobility',
    'relative',
    confirmed('Asclera label, warning: extra risk of thrombosis'),
  ),
];

/** What the European labels rule out beside the allergy and acute thromboembolism. */
export const EU_ABSOLUTE: readonly Contraindication[] = [
  question('immobility', 'Bed-bound or unable to walk', 'absolute', confirmed(EU_LEAFLET), EACH_SESSION),
  question(
    'arterial-disease-severe',
    'Severe arterial occlusive disease (Fontaine III or IV)',
    'absolute',
    confirmed(`${EU_LEAFLET}; ${UK_2018}`),
  ),
  question(
    'high-thrombosis-risk',
    'High risk of thrombosis (thrombophilia, active cancer, several risk factors together)',
    'absolute',
    confirmed(`${EU_LEAFLET}; ${UK_2018}: thrombophilia, several risk factors; French label: active cancer`),
  ),
  question(
    'acute-severe-illness',
    'Acute severe illness, above all untreated',
    'absolute',
    confirmed(`${EU_LEAFLET}; ${UIP}`),
    EACH_SESSION,
  ),
];

/** What the European labels let through after weighing. */
export const EU_RELATIVE: readonly Contraindication[] = [
  question('fever-infection', 'Fever or an infection', 'relative', confirmed(EU_WEIGHING), EACH_SESSION),
  question(
    'skin-inflammation',
    'Inflamed skin where it would be injected',
    'relative',
    confirmed(EU_WEIGHING),
    EACH_SESSION,
  ),
  question(
    'hypercoagulability',
    'Blood that clots too easily',
    'relative',
    confirmed(`${EU_WEIGHING}; ${UIP}: relative`),
  ),
  question(
    'arterial-disease-moderate',
    'Arterial occlusive disease (Fontaine II)',
    'relative',
    confirmed(EU_WEIGHING),
  ),
  question('leg-oedema', 'Swollen legs', 'relative', confirmed(EU_WEIGHING)),
  question('microangiopathy', 'Diabetic microangiopathy or neuropathy', 'relative', confirmed(EU_WEIGHING)),
  question('reduced-mobility', 'Reduced mobility', 'relative', confirmed(EU_WEIGHING)),
  question('poor-general-state', 'Poor general state', 'relative', confirmed(EU_WEIGHING)),
  question('asthma', 'Asthma', 'relative', confirmed(EU_WEIGHING)),
  question('allergy-tendency', 'Prone to allergies', 'relative', confirmed(EU_WEIGHING)),
  question(
    'local-anaesthetic',
    'Another local anaesthetic within 24 hours',
    'caution',
    confirmed('Aethoxysklerol leaflet (PL): the effects on the heart add up'),
    EACH_SESSION,
  ),
];

/** What the consensus of the phlebologists' union says beside the labels, and what two labels only warn of. */
export const CONSENSUS: readonly Contraindication[] = [
  question(
    'earlier-severe-event',
    'A severe neurological or cardiac event after sclerotherapy in the past',
    'absolute',
    confirmed(`${UIP}: absolute`),
  ),
  question(
    'acute-severe-illness',
    'Acute severe illness, above all untreated',
    'absolute',
    confirmed(`${UIP}: absolute`),
    EACH_SESSION,
  ),
  question(
    'arterial-disease-severe',
    'Severe arterial occlusive disease (Fontaine III or IV)',
    'absolute',
    confirmed(`${UIP}: critical limb ischaemia is absolute`),
  ),
  question(
    'fever-infection',
    'Fever or an infection',
    'relative',
    confirmed(`${UIP}: no treatment in severe acute illness or infection`),
    EACH_SESSION,
  ),
  question('hypercoagulability', 'Blood that clots too easily', 'relative', confirmed(`${UIP}: relative`)),
  question(
    'recent-surgery',
    'Major surgery or a long stay in hospital within three months',
    'relative',
    confirmed('Asclera label, warning: extra risk of thrombosis; French label: a contraindication'),
    EACH_SESSION,
  ),
  question('postpartum', 'Has given birth in the last weeks', 'relative', confirmed(`${UIP}: relative`)),
  question(
    'neurological-risk',
    'Raised risk of neurological events (stroke, TIA)',
    'relative',
    confirmed(`${UIP}: relative`),
  ),
  question('cardiac-risk', 'Raised risk of cardiac events', 'relative', confirmed(`${UIP}: relative`)),
  question(
    'uncontrolled-illness',
    'Poorly controlled chronic illness',
    'relative',
    confirmed(`${UIP}: relative; ${UK_2018}: uncontrolled systemic disease is a contraindication`),
  ),
];

/** What is asked only where foam is planned. */
export const EU_FOAM: readonly Contraindication[] = [
  question(
    'pfo-symptomatic',
    'Known symptomatic patent foramen ovale',
    'absolute',
    confirmed(`${EU_LEAFLET}: no foam; ${UK_2018}: right-to-left shunt with symptoms`),
    { foamOnly: true },
  ),
  question(
    'foam-neurological',
    'Visual or neurological symptoms after foam in the past',
    'relative',
    confirmed(`${UK_2018}: longer lying down, no straining, smaller volumes of foam`),
    { foamOnly: true },
  ),
  question(
    'pfo-silent',
    'Known patent foramen ovale without symptoms',
    'caution',
    confirmed(`${UK_2018}: smaller volumes of foam, no straining afterwards`),
    { foamOnly: true },
  ),
  question(
    'pfo-suspect',
    'Migraine with aura, a stroke in the past, or pulmonary hypertension',
    'caution',
    confirmed('Aetoxisclérol (FR): look for a patent foramen ovale first'),
    { foamOnly: true },
  ),
];

/** What the Swiss labels rule out where the others weigh, or say nothing. */
export const SWISS_ABSOLUTE: readonly Contraindication[] = [
  question('diabetes', 'Diabetes mellitus', 'absolute', secondHand(SWISS)),
  question('fever-infection', 'Fever or an infection', 'absolute', secondHand(SWISS), EACH_SESSION),
  question('reduced-mobility', 'Reduced mobility', 'absolute', secondHand(SWISS)),
  question(
    'arterial-disease-moderate',
    'Arterial occlusive disease (Fontaine II)',
    'absolute',
    secondHand(SWISS),
  ),
  question('heart-disease-acute', 'Acute severe heart disease', 'absolute', secondHand(SWISS), EACH_SESSION),
  question('no-compression', 'Cannot wear compression', 'absolute', secondHand(SWISS)),
];

/** Each question once: the first of an id is kept, so that what weighs more is named first. */
export function oncePerId(questions: readonly Contraindication[]): readonly Contraindication[] {
  return questions.filter(({ id }, n) => questions.findIndex((other) => other.id === id) === n);
}
