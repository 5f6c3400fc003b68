import type { Limit } from '../../../../../shared/domain/dose/label-profile.ts';
import type { PlannerInput, PlannerVein } from '../../../../../shared/domain/plan/planner.ts';

/** A vein, or what one session gives of it: the volume of every puncture. */
export interface Portion {
  readonly vein: PlannerVein;
  readonly volumesUl: readonly number[];
}

/** A vein's volume in as many parts as punctures, alike to the microlitre, the larger ones first. */
export function whole(vein: PlannerVein): Portion {
  const { punctures, volumeUl } = vein;
  const least = Math.trunc(volumeUl / punctures);
  const larger = volumeUl - least * punctures;
  return {
    vein,
    volumesUl: Array.from({ length: punctures }, (_, index) => least + (index < larger ? 1 : 0)),
  };
}

/** Something that a session has only so much of. */
export interface Resource {
  readonly name: string;
  /** What one puncture of a vein takes. */
  readonly takes: (vein: PlannerVein, volumeUl: number) => number;
  /** What the session with this index has; null: it does not count there. */
  readonly has: (session: number) => number | null;
}

/** The limits of an input on a whole session, and its minutes, worked out from the words of the rules alone. */
export function resourcesOf(input: PlannerInput): readonly Resource[] {
  const { limits, options } = input;
  const shaping = limits.filter(({ window, severity }) => window !== 'injection' && severity !== 'caution');
  const resources = shaping.flatMap((limit) =>
    limit.window === 'leg-in-session'
      ? (['right', 'left'] as const).map((leg) => limited(input, limit, leg))
      : [limited(input, limit, null)],
  );
  if (options.time === null) return resources;
  const { minutesPerSession, secondsPerPuncture } = options.time;
  return [
    ...resources,
    { name: 'minutes', takes: () => secondsPerPuncture, has: () => minutesPerSession * 60 },
  ];
}

function limited(input: PlannerInput, limit: Limit, leg: PlannerVein['leg'] | null): Resource {
  const { weightG, proneToHypersensitivity, isFirstSession } = input.patient;
  const cap =
    limit.cap.per === 'person' ? limit.cap.amount : Math.floor((limit.cap.amount * weightG) / 1_000);
  return {
    name: leg === null ? limit.id : `${limit.id} of the ${leg} leg`,
    takes: (vein, volumeUl) => (leg === null || vein.leg === leg ? amount(limit, vein, volumeUl) : 0),
    has: (session) => {
      const isFirst = isFirstSession && session === 0;
      if (limit.scope.firstSession === true && !isFirst) return null;
      if (limit.scope.firstSessionIfProne === true && !(isFirst && proneToHypersensitivity)) return null;
      return Math.min(cap, input.sessionCaps?.[session]?.get(limit.id) ?? cap);
    },
  };
}

function amount({ quantity, scope }: Limit, vein: PlannerVein, volumeUl: number): number {
  const { kind, preparation, diameterMm = null } = vein;
  const { form, strengthUgPerMl } = preparation;
  const { over = 0, upTo = null } = scope.diameterMm ?? {};
  const isOfWidth = diameterMm === null || (diameterMm > over && diameterMm <= (upTo ?? Infinity));
  const isCounted = (scope.veinKinds?.includes(kind) ?? true) && (scope.form ?? form) === form;
  if (!isCounted || !isOfWidth) return 0;
  if (quantity === 'injections') return 1;
  if (quantity === 'total-volume' || quantity === `${form}-volume`) return volumeUl;
  if (quantity !== 'mass') return 0;
  const parts = preparation.form === 'foam' ? 1 + preparation.gasParts : 1;
  return Math.ceil((volumeUl * strengthUgPerMl) / (1_000 * parts));
}

/** What portions take of a resource together. */
export function taken(resource: Resource, portions: readonly Portion[]): number {
  let sum = 0;
  for (const { vein, volumesUl } of portions) {
    for (const volumeUl of volumesUl) sum += resource.takes(vein, volumeUl);
  }
  return sum;
}

/** A session that is neither the first nor made tighter. */
export const PLAIN_SESSION = Number.MAX_SAFE_INTEGER;

/** Whether a portion fits by itself into a session without anything of its own. */
export function fitsAlone(input: PlannerInput, portion: Portion): boolean {
  return resourcesOf(input).every(
    (resource) => taken(resource, [portion]) <= (resource.has(PLAIN_SESSION) ?? Infinity),
  );
}
