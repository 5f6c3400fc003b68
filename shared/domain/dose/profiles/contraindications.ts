import type { Contraindication, ContraindicationGrade, Source } from '../label-profile.ts';
import { clinic, confirmed } from './sources.ts';

const INFORMATION = "The clinic's patient information";
const EU_LEAFLET = 'Aethoxysklerol leaflet (DE)';
const EU_WEIGHING = 'German label: only after weighing benefit against risk';

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

/** What the clinic itself asks, whatever the label. */
export const CLINIC_QUESTIONS: readonly Contraindication[] = [
  question('pregnancy', 'Pregnant', 'absolute', clinic(`${INFORMATION}: not treated`), EACH_SESSION),
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
    clinic(`${INFORMATION}: not treated`),
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
    clinic(`${INFORMATION}: relative contraindication`),
  ),
  question('diabetes', 'Diabetes mellitus', 'relative', clinic(`${INFORMATION}: relative contraindication`)),
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
];

/** What every label of polidocanol rules out. */
export const LABEL_ABSOLUTE: readonly Contraindication[] = [
  question(
    'allergy-polidocanol',
    'Allergy to polidocanol',
    'absolute',
    confirmed(`Asclera safety information; ${EU_LEAFLET}`),
  ),
  question(
    'acute-thromboembolism',
    'Acute thromboembolic disease (deep vein thrombosis, pulmonary embolism)',
    'absolute',
    confirmed(`Asclera safety information; ${EU_LEAFLET}`),
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
  question(
    'recent-surgery',
    'Major surgery or a long stay in hospital within three months',
    'relative',
    confirmed('Asclera label, warning: extra risk of thrombosis'),
    EACH_SESSION,
  ),
  question(
    'fever-infection',
    'Fever or an infection',
    'relative',
    confirmed('UIP consensus 2023: no treatment in acute illness or infection'),
    EACH_SESSION,
  ),
];

/** What the European labels rule out beside the allergy and acute thromboembolism. */
export const EU_ABSOLUTE: readonly Contraindication[] = [
  question('immobility', 'Bed-bound or unable to walk', 'absolute', confirmed(EU_LEAFLET), EACH_SESSION),
  question(
    'arterial-disease-severe',
    'Severe arterial occlusive disease (Fontaine III or IV)',
    'absolute',
    confirmed(EU_LEAFLET),
  ),
  question(
    'high-thrombosis-risk',
    'High risk of thrombosis (thrombophilia, active cancer, several risk factors together)',
    'absolute',
    confirmed(EU_LEAFLET),
  ),
  question(
    'acute-severe-illness',
    'Acute severe illness, above all untreated',
    'absolute',
    confirmed(EU_LEAFLET),
    EACH_SESSION,
  ),
  question(
    'pfo-symptomatic',
    'Known symptomatic patent foramen ovale',
    'absolute',
    confirmed(`${EU_LEAFLET}: no foam`),
    { foamOnly: true },
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
  question(
    'pfo-silent',
    'Known patent foramen ovale without symptoms',
    'caution',
    confirmed('Aethoxysklerol precautions (UK 2018): smaller volumes of foam, no straining afterwards'),
    { foamOnly: true },
  ),
  question(
    'foam-neurological',
    'Visual or neurological symptoms after foam in the past',
    'relative',
    confirmed('Aethoxysklerol precautions (UK 2018): longer lying down, smaller volumes of foam'),
    { foamOnly: true },
  ),
];

/** The same questions with one of them graded otherwise by a label. */
export function regraded(
  questions: readonly Contraindication[],
  id: string,
  grade: ContraindicationGrade,
  source: Source,
): readonly Contraindication[] {
  return questions.map((entry) => (entry.id === id ? { ...entry, grade, source } : entry));
}
