import { mutantsOf } from './mutant.ts';

const AMENDMENT_TESTS = [
  'tests/services/sessions/amend-session.test.ts',
  'tests/services/sessions/amendment-properties.test.ts',
];
const WINDOW_TESTS = [
  'tests/services/clock-24h.test.ts',
  'tests/services/sessions/amend-session.test.ts',
  'tests/services/sessions/record-injection.test.ts',
];

export const AMENDMENTS = [
  ...mutantsOf(
    'electron/services/sessions/amend-session.ts',
    [
      [
        'what is struck out stays',
        'for (const injectionId of input.strikeOut) {',
        'for (const injectionId of input.strikeOut.slice(1)) {',
      ],
      ['the last one added is lost', 'of input.add.entries()) {', 'of input.add.slice(0, -1).entries()) {'],
      [
        'a difference was explained once for all',
        'if (canonicalJson(ampoules) === canonicalJson(before.ampoules)) return ok(before);',
        'if (before.differenceReason !== undefined) return ok(before);',
      ],
      ['a corrected closing is not kept', '!== canonicalJson(before)) {', '=== null) {'],
      ['fewer ampoules move no stock', 'if (more < 0)', 'if (more < -9_999)'],
      ['more ampoules move no stock', 'if (more > 0) {', 'if (more > 9_999) {'],
      [
        'ampoules are counted as if none had been',
        'const more = ampoulesOpened - counted;',
        'const more = ampoulesOpened - counted * 0;',
      ],
      ['the end of the compression stays', '    compressionUntil: compressionUntil(onDate, closing),\n', ''],
      ['two amendments have one number', 'amendments.length + 1;', '1;'],
    ],
    AMENDMENT_TESTS,
  ),
  ...mutantsOf(
    'electron/services/sessions/added-injection.ts',
    [
      ['something may be added before the opening', 'input.givenAt < opening.openedAt || ', ''],
      ['something may be added after the closing', ' || input.givenAt > closedAt', ''],
      [
        'the box may hold another strength',
        'if (box.product.strengthUgPerMl !== input',
        'if (box.product.strengthUgPerMl === 0 * input',
      ],
    ],
    AMENDMENT_TESTS,
  ),
  ...mutantsOf(
    'shared/domain/patient/cumulative.ts',
    [
      [
        'foam is added to the liquid',
        "preparation.form === 'liquid' ? volumeUl : 0",
        'preparation ? volumeUl : 0',
      ],
      [
        'liquid is added to the foam',
        "preparation.form === 'foam' ? volumeUl : 0",
        'preparation ? volumeUl : 0',
      ],
      ['one leg has the sum of both', 'part.leg === leg))', 'part.leg.length > 0))'],
      ['the share of a cap is rounded up', 'Math.floor((amount', 'Math.ceil((amount'],
      [
        'the greatest amount is nearest to its cap',
        'amount * most.cap.amount > most.amount * cap.amount',
        'amount > most.amount',
      ],
      ['what lies within 24 hours is left out', 'session.within24h?.massUg ?? ', ''],
    ],
    ['tests/shared/domain/patient'],
  ),
];

export const WINDOW = [
  ...mutantsOf('shared/domain/dose/rolling-24h.ts', [
    ['the first moment is out', 'gone.givenAt < from;', 'gone.givenAt <= from;'],
    ['a day has 23 hours', 'hoursBefore(dose.givenAt, 24)', 'hoursBefore(dose.givenAt, 23)'],
    ['a day has 25 hours', 'hoursBefore(dose.givenAt, 24)', 'hoursBefore(dose.givenAt, 25)'],
    [
      'the session itself is left out',
      '[given.get(dose.sessionId) ?? NOTHING, ...others',
      '[NOTHING, ...others',
    ],
    [
      'the session counts within 24 hours alone',
      'given.get(dose.sessionId) ?? NOTHING,',
      'inWindow.get(dose.sessionId) ?? NOTHING,',
    ],
    ['the last stands for the most', 'Math.max(before?.massUg ?? 0, total(', '(total('],
    ['what is past is added again', 'massUg: sum.massUg + times * massUg', 'massUg: sum.massUg + massUg'],
    ['two sessions that touch are apart', 'last.to >= hoursBefore(span.from, 24)', 'last.to > span.from'],
    [
      'a long session hides behind a short one',
      'if (!last || span.to > last.to) last = span;',
      'last = span;',
    ],
  ]),
  ...mutantsOf(
    'db/repositories/ledger.ts',
    [
      ['what was struck out counts', "    .where('strike.injection_id', 'is', null)\n", ''],
      ['other patients count', "    .where('injections.patient_id', '=', question.patientId)\n", ''],
      [
        'the first moment of 24 hours is out',
        "'injections.given_at', '>=', question.from",
        "'injections.given_at', '>', question.from",
      ],
      ['a session counts twice', "    .where('injections.session_id', '!=', question.otherThan)\n", ''],
      ['what came later counts for a late one', 'if (question.to !== null)', 'if (question.to === null)'],
    ],
    WINDOW_TESTS,
  ),
  ...mutantsOf(
    'electron/services/sessions/session-time.ts',
    [
      ['the window has 23 hours', 'earliestReading(now, 24,', 'earliestReading(now, 23,'],
      [
        'a clock that was set is forgotten',
        'await readClockSets(db))',
        '(await readClockSets(db)).slice(99))',
      ],
      ['times run backwards', 'last !== null && last > now ? last : now', 'now ?? last'],
    ],
    [...WINDOW_TESTS, 'tests/services/sessions/session-times.test.ts', 'tests/api/clock.test.ts'],
  ),
];

export const RECALL = mutantsOf(
  'electron/services/recall.ts',
  [
    ['what was struck out was given', '=> struckBecause === null);', '=> struckBecause !== undefined);'],
    ['foam is told as liquid', "({ form }) => form === 'liquid'", '({ form }) => form.length > 0'],
    ['foam is forgotten', "({ form }) => form === 'foam'", '({ form }) => form.length === 0'],
    ['a box that was only opened was given', 'injections > 0)) return', 'injections >= 0)) return'],
    ['what was struck out was never there', "? 'struck-out' : 'opened'", "? 'opened' : 'opened'"],
    ['the last volume stands for the sum', 'sum + volumeUl, 0)', 'sum * 0 + volumeUl, 0)'],
    ['the last mass stands for the sum', 'sum + massUg, 0)', 'sum * 0 + massUg, 0)'],
    [
      'a vein is told as often as it was injected',
      '`${site.leg} ${String(site.number)}`, site',
      'Symbol(site.leg), site',
    ],
    ['reactions of others are told', '=> ofThese.has(sessionId))', '=> sessionId.length > 0)'],
    [
      'a lot that is not recalled is told of',
      'if (lot.recalledBecause === null) return',
      'if (lot.recalledBecause === undefined) return',
    ],
    ['somebody who never had it is told', 'if (!sessions.some(', 'if (!sessions.every('],
    ['a day to come is taken', 'if (input.onDate > context.today())', "if (input.onDate > '9999-12-31')"],
  ],
  ['tests/services/recall.test.ts'],
);
