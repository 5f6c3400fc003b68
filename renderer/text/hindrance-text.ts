import { veinLabel, type Vein } from '../../shared/domain/leg-map/vein.ts';
import type { Contraindication } from '../../shared/domain/dose/label-profile.ts';
import type { DuplexReason } from '../../shared/domain/session/duplex-first.ts';
import type { Hindrance, Lift } from '../../shared/domain/session/hindrance.ts';
import { rolesFor } from '../../shared/domain/staff/roles.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { NBSP } from './format.ts';
import { sourceText } from './limit-text.ts';
import { counted } from './plan-text.ts';
import { rolesText } from './role-text.ts';

const DUPLEX_WORDS: Readonly<Record<DuplexReason, string>> = {
  'wider-than-reticular': `wider than 3${NBSP}mm`,
  'ankle-fan': 'a fan at the ankle',
  'class-of-leg': 'on a leg of class C2 or more',
};

/** What the words of a hindrance are made from. */
export interface HindranceFacts {
  readonly veins: readonly Pick<Vein, 'id' | 'leg' | 'number'>[];
  readonly contraindications: readonly Contraindication[];
}

/** What stands in the way, in a sentence. */
export function hindranceWhat(hindrance: Hindrance, { veins, contraindications }: HindranceFacts): string {
  const label = (id: Vein['id']) => {
    const vein = veins.find((each) => each.id === id);
    return vein ? veinLabel(vein) : 'a vein that was erased';
  };
  switch (hindrance.kind) {
    case 'contraindicated':
    case 'acceptance': {
      const question = contraindications.find(({ id }) => id === hindrance.contraindicationId);
      return `${question?.text ?? 'A contraindication'}.`;
    }
    case 'duplex': {
      const reasons = [...new Set(hindrance.veins.map(({ because }) => because))];
      const needs = reasons.map((reason) => {
        const veins = hindrance.veins.filter(({ because }) => because === reason);
        return `${listed(veins.map(({ veinId }) => label(veinId)))}, ${DUPLEX_WORDS[reason]}`;
      });
      return `No duplex findings are on record. They are wanted for ${needs.join('; ')}.`;
    }
    case 'feeder': {
      const feeders = [...new Set(hindrance.veins.map(({ feederId }) => feederId))];
      const pairs = feeders.map((feeder) => {
        const fed = hindrance.veins.filter(({ feederId }) => feederId === feeder);
        const labels = listed(fed.map(({ veinId }) => label(veinId)));
        return `${labels} ${fed.length === 1 ? 'is' : 'are'} fed by ${label(feeder)}`;
      });
      return `${pairs.join('; ')}: not treated yet, and not planned with it.`;
    }
    case 'assessment':
      return hindrance.unanswered === null
        ? 'There is no assessment yet.'
        : `${counted(hindrance.unanswered.length, 'question')} of the assessment not answered.`;
    case 'consent':
      return 'No signed consent is on record.';
    case 'allergies':
      return 'Nobody has asked about allergies yet.';
    case 'identity':
      return 'The patient has not said name and birth date yet.';
    case 'leg':
      return 'The patient has not named the leg of the plan yet.';
    case 'weight':
      return hindrance.doubt ? 'The weight wants a second look.' : 'There is no weight of today.';
    case 'changes':
      return 'What may have changed has not been asked yet.';
    case 'other-session':
      return 'Another session of this patient is open.';
    default:
      return assertNever(hindrance);
  }
}

/** `R2, L2 and L3` */
function listed(labels: readonly string[]): string {
  const last = labels.at(-1) ?? '';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} and ${last}`;
}

/** Who may lift it. */
export function liftText(lift: Lift): string {
  switch (lift.by) {
    case 'nobody':
      return 'No one can allow it here.';
    case 'surgeon':
      return 'A surgeon may let it pass, with a reason and a PIN.';
    case 'doing': {
      const who = rolesText(rolesFor(lift.action));
      return `${who.slice(0, 1).toUpperCase()}${who.slice(1)} can do it.`;
    }
  }
}

/** `Why: IAC Vein Center Standards 2020: … (read in the source)` */
export function whyText({ source }: Hindrance): string {
  return `Why: ${sourceText(source)}.`;
}
