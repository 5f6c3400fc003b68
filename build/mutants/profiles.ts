import { mutantsOf } from './mutant.ts';

export const LIMITS = mutantsOf('shared/domain/dose/profiles/limits.ts', [
  ['2.1 mg per kg', "{ per: 'kilogram', amount: 2_000 }", "{ per: 'kilogram', amount: 2_100 }"],
  ['1 mg per kg', "{ per: 'kilogram', amount: 2_000 }", "{ per: 'kilogram', amount: 1_000 }"],
  ['2 mg for everybody', "{ per: 'kilogram', amount: 2_000 }", "{ per: 'person', amount: 2_000 }"],
  [
    'the mass counts in the session alone',
    "quantity: 'mass',\n    window: '24-hours'",
    "quantity: 'mass',\n    window: 'session'",
  ],
  [
    'the mass asks for a reason only',
    "cap: { per: 'kilogram', amount: 2_000 },\n    scope: {},\n    severity: 'hard'",
    "cap: { per: 'kilogram', amount: 2_000 },\n    scope: {},\n    severity: 'soft'",
  ],
  [
    'a session has 12 mL',
    "window: 'session',\n    cap: { per: 'person', amount: 10_000 }",
    "window: 'session',\n    cap: { per: 'person', amount: 12_000 }",
  ],
  [
    '10 mL count over the day',
    "window: 'session',\n    cap: { per: 'person', amount: 10_000 }",
    "window: '24-hours',\n    cap: { per: 'person', amount: 10_000 }",
  ],
  [
    '10 mL are of liquid alone',
    "id: 'session-volume',\n    quantity: 'total-volume'",
    "id: 'session-volume',\n    quantity: 'liquid-volume'",
  ],
  [
    'a session has 15 mL of foam',
    "quantity: 'foam-volume',\n    cap: { per: 'person', amount: 10_000 }",
    "quantity: 'foam-volume',\n    cap: { per: 'person', amount: 15_000 }",
  ],
  [
    'the foam of the day is that of the session',
    "id: 'foam-24h', window: '24-hours'",
    "id: 'foam-24h', window: 'session'",
  ],
  [
    'the foam of the session is that of the day',
    "id: 'foam-session', window: 'session'",
    "id: 'foam-session', window: '24-hours'",
  ],
  [
    'the prone have two injections',
    'amount: 1 },\n    scope: { firstSessionIfProne: true }',
    'amount: 2 },\n    scope: { firstSessionIfProne: true }',
  ],
  [
    'the prone have one injection always',
    'scope: { firstSessionIfProne: true },\n    severity',
    'scope: {},\n    severity',
  ],
  [
    'the prone may have more with a reason',
    "scope: { firstSessionIfProne: true },\n    severity: 'hard'",
    "scope: { firstSessionIfProne: true },\n    severity: 'soft'",
  ],
  ['the limit on one place holds for every kind', '? { veinKinds: [veinKind] }', '? {}'],
  ['the limit on one place forgets its form', '{ veinKinds: [veinKind], form }', '{ veinKinds: [veinKind] }'],
  ['the warning comes above 4 mL', 'amount: 3_000 }', 'amount: 4_000 }'],
  [
    'the warning asks for a reason',
    "scope: {},\n    severity: 'caution'",
    "scope: {},\n    severity: 'soft'",
  ],
]);

export const FIRST_SESSION = mutantsOf('shared/domain/dose/profiles/limits.ts', [
  [
    'two injections into varices at first',
    "id: 'first-session-varices',\n    quantity: 'injections',\n    window: 'session',\n    cap: { per: 'person', amount: 1 }",
    "id: 'first-session-varices',\n    quantity: 'injections',\n    window: 'session',\n    cap: { per: 'person', amount: 2 }",
  ],
  ['2 mL into a varix at first', 'amount: 1_000 }', 'amount: 2_000 }'],
  ['0.5 mL into a small varix', 'amount: 300 }', 'amount: 500 }'],
  ['a small varix is up to 4 mm wide', '{ over: 0, upTo: 3 }', '{ over: 0, upTo: 4 }'],
]);

export const STRENGTHS = mutantsOf('shared/domain/dose/profiles/strengths.ts', [
  ['1 % is 1 mg/mL', 'const UG_PER_ML_PER_HUNDREDTH = 100;', 'const UG_PER_ML_PER_HUNDREDTH = 10;'],
]);

export const STRICTEST = mutantsOf('shared/domain/dose/profiles/strictest.ts', [
  ['0.3 mL into a spider vein', "perInjection('telangiectasia', 200", "perInjection('telangiectasia', 300"],
  ['0.5 mL into a reticular vein', "perInjection('reticular', 300", "perInjection('reticular', 500"],
]);

export const DE = mutantsOf('shared/domain/dose/profiles/de-aethoxysklerol.ts', [
  [
    '0.3 mL into a spider vein in Germany',
    "perInjection('telangiectasia', 200",
    "perInjection('telangiectasia', 300",
  ],
  [
    '0.2 mL into a reticular vein in Germany',
    "perInjection('reticular', 300",
    "perInjection('reticular', 200",
  ],
]);

export const US = mutantsOf('shared/domain/dose/profiles/us-asclera.ts', [
  [
    '0.2 mL into a spider vein in the United States',
    "perInjection('telangiectasia', 300",
    "perInjection('telangiectasia', 200",
  ],
  [
    '0.5 mL into a reticular vein in the United States',
    "perInjection('reticular', 300",
    "perInjection('reticular', 500",
  ],
]);

export const CH = mutantsOf('shared/domain/dose/profiles/ch-aethoxysklerol.ts', [
  [
    '0.3 mL into a spider vein in Switzerland',
    "perInjection('telangiectasia', 200",
    "perInjection('telangiectasia', 300",
  ],
]);
