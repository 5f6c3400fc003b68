import type { DiameterDoubt } from '../../shared/domain/leg-map/vein-kind.ts';
import type { Level, Region } from '../../shared/domain/leg-map/region.ts';
import type { VeinMeasures } from '../../shared/domain/leg-map/measure.ts';
import { sidesOf } from '../../shared/domain/leg-map/views.ts';
import type {
  Aspect,
  Leg,
  LegView,
  Vein,
  VeinColour,
  VeinDepth,
  VeinKind,
  VeinPattern,
} from '../../shared/domain/leg-map/vein.ts';

export const LEG_WORDS: Readonly<Record<Leg, string>> = { right: 'RIGHT', left: 'LEFT' };

export const ASPECT_WORDS: Readonly<Record<Aspect, string>> = {
  anterior: 'Anterior',
  medial: 'Medial',
  posterior: 'Posterior',
  lateral: 'Lateral',
};

/** `LEFT · Posterior`. */
export function viewTitle(view: LegView): string {
  return `${LEG_WORDS[view.leg]} · ${ASPECT_WORDS[view.aspect]}`;
}

/** `lateral ◂ ▸ medial`: which side of the leg lies at which edge of the picture. */
export function viewSides(view: LegView): string {
  const [left, right] = sidesOf(view);
  return `${left} ◂ ▸ ${right}`;
}

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  'upper-thigh': 'Upper thigh',
  'mid-thigh': 'Mid thigh',
  'lower-thigh': 'Lower thigh',
  'upper-leg': 'Upper leg',
  'mid-leg': 'Mid leg',
  'lower-leg': 'Lower leg',
  foot: 'Foot',
};

export const REGION_WORDS: Readonly<Record<Region, string>> = {
  groin: 'Groin',
  buttock: 'Buttock',
  hip: 'Hip',
  'thigh-anterior': 'Thigh anterior',
  'thigh-medial': 'Thigh medial',
  'thigh-posterior': 'Thigh posterior',
  'thigh-lateral': 'Thigh lateral',
  'knee-anterior': 'Knee anterior',
  'knee-medial': 'Knee medial',
  'popliteal-fossa': 'Popliteal fossa',
  'knee-lateral': 'Knee lateral',
  'leg-anterior': 'Leg anterior',
  'leg-medial': 'Leg medial',
  'calf-posterior': 'Calf posterior',
  'leg-lateral': 'Leg lateral',
  'ankle-anterior': 'Ankle anterior',
  'medial-malleolus': 'Medial malleolus',
  'ankle-posterior': 'Ankle posterior',
  'lateral-malleolus': 'Lateral malleolus',
  'foot-dorsum': 'Foot dorsum',
  'foot-medial': 'Foot medial',
  heel: 'Heel',
  'foot-lateral': 'Foot lateral',
};

export const KIND_WORDS: Readonly<Record<VeinKind, string>> = {
  telangiectasia: 'Telangiectasia',
  reticular: 'Reticular',
  varicose: 'Varicose',
};

export const PATTERN_WORDS: Readonly<Record<VeinPattern, string>> = { line: 'Line', web: 'Web' };

export const COLOUR_WORDS: Readonly<Record<VeinColour, string>> = {
  red: 'red',
  purple: 'purple',
  blue: 'blue',
  'blue-green': 'blue-green',
};

export const DEPTH_WORDS: Readonly<Record<VeinDepth, string>> = {
  intradermal: 'Intradermal',
  subdermal: 'Subdermal',
  subcutaneous: 'Subcutaneous',
};

/** `Reticular`, `Web, purple`, `Line, red`: short enough for a list, and never a colour without its word. */
export function veinWords(vein: Pick<Vein, 'kind' | 'pattern' | 'colour'>): string {
  if (vein.kind === 'telangiectasia') return `${PATTERN_WORDS[vein.pattern]}, ${COLOUR_WORDS[vein.colour]}`;
  const kind = KIND_WORDS[vein.kind];
  const usual = vein.colour === 'blue-green' ? kind : `${kind}, ${COLOUR_WORDS[vein.colour]}`;
  return vein.pattern === 'web' ? `${usual}, web` : usual;
}

/** `Reticular, blue-green`. */
export function veinWordsInFull(vein: Pick<Vein, 'kind' | 'pattern' | 'colour'>): string {
  const pattern = vein.kind === 'telangiectasia' || vein.pattern === 'web' ? ` ${vein.pattern}` : '';
  return `${KIND_WORDS[vein.kind]}${pattern}, ${COLOUR_WORDS[vein.colour]}`;
}

/** `297` for a line, `68 × 49` for a web; in millimetres. */
export function sizeWords({ lengthMm, sizeMm }: VeinMeasures): string {
  return sizeMm === null ? String(lengthMm) : `${String(sizeMm[0])} × ${String(sizeMm[1])}`;
}

/** A tool as its button and as the command palette call it. */
export const TOOL_WORDS = {
  select: {
    short: 'Select',
    long: 'Select and move',
    hint: 'Click a vein, or drag a box. Drag what is selected, or its points.',
  },
  pan: { short: 'Pan', long: 'Pan the view', hint: 'Drag to move the view. The wheel zooms.' },
  line: {
    short: 'Line',
    long: 'Draw a line vein',
    hint: 'Drag along the vein, or click its points and press Enter.',
  },
  web: {
    short: 'Web',
    long: 'Draw a web',
    hint: 'Drag around the web, or click its corners and press Enter.',
  },
  branch: {
    short: 'Branch',
    long: 'Add a branch to the selected line',
    hint: 'Drag a side branch of the selected line, or click its points and press Enter.',
  },
  site: {
    short: 'Site',
    long: 'Mark an injection site',
    hint: 'Click where the needle shall go in. Near a vein the site belongs to it.',
  },
  note: {
    short: 'Note',
    long: 'Pin a note to the leg',
    hint: 'Click where the note belongs, then write it.',
  },
  feeder: {
    short: 'Feeder',
    long: 'Give a vein its feeder',
    hint: 'Drag from a vein to the one that feeds it, on any view of the leg.',
  },
  scale: {
    short: 'Scale',
    long: 'Set the scale by a measured distance',
    hint: 'Drag between two points whose distance you measured on the patient.',
  },
  erase: {
    short: 'Erase',
    long: 'Erase veins and marks',
    hint: 'Click a vein or a mark, or drag over several. Undo brings them back.',
  },
} as const;

export const EDIT_WORDS = {
  undo: 'Undo',
  redo: 'Redo',
  eraseSelected: 'Erase what is selected',
  takeBack: 'Take back the last point, or erase what is selected',
  nudge: (mm: number) => `Move what is selected by ${String(mm)} mm`,
  splitInMiddle: 'Split the selected line in the middle',
  join: 'Join the two selected lines',
  mirror: 'Mirror what is selected to the other leg',
  copy: 'Copy what is selected',
  paste: 'Paste, 10 mm lower',
  duplicate: 'Duplicate what is selected, 10 mm lower',
  selectAll: 'Select all on the shown views',
  editSelected: 'Edit what is selected',
  penMode: {
    auto: 'Fingers draw until a pen is used',
    on: 'Pen mode: fingers only move and zoom',
    off: 'Fingers and pen both draw',
  },
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomWhole: 'Show the whole legs',
} as const;

/** Why kind and diameter of a vein do not go together. */
export function kindDisagreement(kind: VeinKind, why: DiameterDoubt, suggested: VeinKind): string {
  const instead = `at this diameter it counts as ${KIND_WORDS[suggested].toLowerCase()}.`;
  if (kind === 'telangiectasia') return `A telangiectasia is at most 1 mm wide: ${instead}`;
  if (kind === 'varicose') return `A varicose vein is wider than 3 mm: ${instead}`;
  return why === 'too-thick'
    ? `A reticular vein is at most 3 mm wide: ${instead}`
    : `A reticular vein below 1 mm is blue-green: in this colour it counts as ${KIND_WORDS[suggested].toLowerCase()}.`;
}

/** Why colour and diameter of a vein want a second look. */
export function colourDisagreement(colour: VeinColour, why: DiameterDoubt): string {
  const said = {
    red: 'A red vein is seldom wider than 1 mm',
    purple: 'A purple vein is seldom wider than 2 mm',
    blue: 'A blue vein is found at every diameter',
    'blue-green': 'A blue-green vein is seldom thinner than 1 mm',
  }[colour];
  return `${said}: look again at the ${why === 'too-thick' ? 'diameter and the colour' : 'colour and the diameter'}.`;
}

export const VARICOSE_NOTE =
  'Wider than 3 mm: duplex first; other strengths, perhaps foam and ultrasound guidance.';
