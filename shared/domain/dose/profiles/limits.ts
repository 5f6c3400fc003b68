import type { Limit, LimitScope, Source } from '../label-profile.ts';
import type { VeinKind } from '../../leg-map/vein.ts';
import type { Form } from '../ledger.ts';

/** 2 mg of polidocanol per kg of body weight within 24 hours, in all sessions together. */
export function massIn24h(source: Source): Limit {
  return {
    id: 'mass-24h',
    quantity: 'mass',
    window: '24-hours',
    cap: { per: 'kilogram', amount: 2_000 },
    scope: {},
    severity: 'hard',
    source,
  };
}

/** 10 mL in a session, liquid and foam together. */
export function sessionVolume(source: Source): Limit {
  return {
    id: 'session-volume',
    quantity: 'total-volume',
    window: 'session',
    cap: { per: 'person', amount: 10_000 },
    scope: {},
    severity: 'hard',
    source,
  };
}

/** 10 mL of foam in a session, and the same within 24 hours. */
export function foamVolumes(source: Source): readonly Limit[] {
  const foam = {
    quantity: 'foam-volume',
    cap: { per: 'person', amount: 10_000 },
    scope: {},
    severity: 'hard',
    source,
  } as const;
  return [
    { ...foam, id: 'foam-session', window: 'session' },
    { ...foam, id: 'foam-24h', window: '24-hours' },
  ];
}

/**
 * One injection only in the first session of somebody prone to hypersensitivity. Hard: the label states it as a ceiling, it is
 * about anaphylaxis, and what has been injected cannot be taken back; a surgeon may still pass it with a reason and a PIN.
 */
export function firstSessionIfProne(source: Source): Limit {
  return {
    id: 'first-session-prone',
    quantity: 'injections',
    window: 'session',
    cap: { per: 'person', amount: 1 },
    scope: { firstSessionIfProne: true },
    severity: 'hard',
    source,
  };
}

/**
 * One injection of liquid only into medium and large varices in the first session; foam has figures of its own. Soft: it stands in the dosage of the sister labels as the
 * way to begin, and the surgeon knows what the patient has had elsewhere.
 */
export function firstSessionVarices(overMm: number, source: Source): Limit {
  return {
    id: 'first-session-varices',
    quantity: 'injections',
    window: 'session',
    cap: { per: 'person', amount: 1 },
    scope: largeInFirstSession(overMm),
    severity: 'soft',
    source,
  };
}

/** And not more than 1 mL in it. */
export function firstVariceVolume(overMm: number, source: Source): Limit {
  return {
    id: 'first-session-injection-varices',
    quantity: 'total-volume',
    window: 'injection',
    cap: { per: 'person', amount: 1_000 },
    scope: largeInFirstSession(overMm),
    severity: 'soft',
    source,
  };
}

function largeInFirstSession(overMm: number): LimitScope {
  const diameterMm = { over: overMm, upTo: null };
  return { veinKinds: ['varicose'], diameterMm, form: 'liquid', firstSession: true };
}

/** The most in one place, for a kind of vein. Soft: it is the usual range of a label, and one vessel differs from the next. */
export function perInjection(
  veinKind: VeinKind,
  volumeUl: number,
  source: Source,
  form: Form | 'any' = 'any',
): Limit {
  return {
    id: form === 'foam' ? `foam-injection-${veinKind}` : `injection-${veinKind}`,
    quantity: 'total-volume',
    window: 'injection',
    cap: { per: 'person', amount: volumeUl },
    scope: form === 'any' ? { veinKinds: [veinKind] } : { veinKinds: [veinKind], form },
    severity: 'soft',
    source,
  };
}

/** The most liquid in one place of a small varix, up to 3 mm wide. */
export function perInjectionOfSmallVarices(source: Source): Limit {
  return {
    id: 'injection-varicose-small',
    quantity: 'total-volume',
    window: 'injection',
    cap: { per: 'person', amount: 300 },
    scope: { veinKinds: ['varicose'], diameterMm: { over: 0, upTo: 3 }, form: 'liquid' },
    severity: 'soft',
    source,
  };
}

/** Above 3 mL in a session severe allergic reactions were most frequent. */
export function anaphylaxisCaution(source: Source): Limit {
  return {
    id: 'session-volume-caution',
    quantity: 'total-volume',
    window: 'session',
    cap: { per: 'person', amount: 3_000 },
    scope: {},
    severity: 'caution',
    source,
  };
}
