import { mutantsOf } from './mutant.ts';

const CLOSING_TESTS = [
  'tests/services/sessions/close-session.test.ts',
  'tests/services/sessions/ending-session.test.ts',
  'tests/services/sessions/amend-session.test.ts',
];
const SESSION_TESTS = ['tests/shared/domain/session'];
const PAUSE_TESTS = ['tests/services/sessions/reactions.test.ts'];

export const CLOSING = mutantsOf(
  'shared/domain/session/closing.ts',
  [
    [
      'what was struck out was injected',
      'const given = standing(injections).filter',
      'const given = injections.filter',
    ],
    ['every box gave everything', '=> injection.lotId === lotId);', '=> injection.lotId.length > 0);'],
    ['foam counts with its gas', 'sum + liquidUlOf(dose)', 'sum + dose.volumeUl'],
    ['the last injection stands for the sum', 'sum + liquidUlOf(dose)', 'sum * 0 + liquidUlOf(dose)'],
    ['what was wasted is left out', ' - injectedUl - wastedUl;', ' - injectedUl;'],
    ['what was wasted is added', ' - injectedUl - wastedUl;', ' - injectedUl + wastedUl;'],
    ['an opened ampoule is empty', 'ampoulesOpened * ampouleUl', 'ampoulesOpened * 0'],
    ['every ampoule is that of the first box', 'boxes.find(({ id }) => id === lotId)?', 'boxes[0]?'],
    ['too much is no difference', 'if (difference !== 0)', 'if (difference > 0)'],
    ['too little is no difference', 'if (difference !== 0)', 'if (difference < 0)'],
  ],
  [...CLOSING_TESTS, ...SESSION_TESTS],
);

export const COUNTING = mutantsOf(
  'electron/services/sessions/count-ampoules.ts',
  [
    ['a foreign box is counted', 'if (foreign >= 0)', 'if (foreign > 99)'],
    ['a box is counted twice', '.size < ampoules.length)', '.size < 0)'],
    ['a box is forgotten', 'if (ampoules.length < boxes.length)', 'if (ampoules.length < 0)'],
    ['a difference needs no reason', 'if (differenceUl !== 0 && ', 'if (differenceUl > 9_999_999 && '],
    ['no reason is enough', ' && differenceReason === null) {', ') {'],
  ],
  CLOSING_TESTS,
);

export const PAUSES = [
  ...mutantsOf(
    'shared/domain/session/reaction.ts',
    [
      ['what is severe goes on', "return grade === 'severe' || ALWAYS_SERIOUS", 'return ALWAYS_SERIOUS'],
      ['what is moderate pauses', "return grade === 'severe'", "return grade !== 'mild'"],
      [
        'a mild loss of sight goes on',
        "  'visual-disturbance',\n  'chest-tightness',\n  'dys",
        "  'chest-tightness',\n  'dys",
      ],
      ['a mild syncope goes on', "  'syncope',\n]);", ']);'],
      ['a pause that ended holds', '=> resumption === null);', '=> resumption !== undefined);'],
      ['a pause by hand hides the serious one', 'lasting.find(({ needsSurgeon }) => needsSurgeon) ?? ', ''],
    ],
    [...PAUSE_TESTS, ...SESSION_TESTS],
  ),
  ...mutantsOf(
    'electron/services/sessions/record-reaction.ts',
    [
      ['something serious pauses nothing', "if (state === 'open' && isSerious(kind, grade))", 'if (false)'],
      ['whatever happens pauses', "if (state === 'open' && isSerious(kind, grade))", "if (state === 'open')"],
      ['a nurse ends a serious pause', 'needsSurgeon: true,', 'needsSurgeon: false,'],
    ],
    PAUSE_TESTS,
  ),
  ...mutantsOf(
    'electron/services/sessions/pause-session.ts',
    [
      ['nobody needs a surgeon', 'if (word.value === null && lasting', 'if (word.value !== null && lasting'],
      ['a pause by hand needs a surgeon', 'needsSurgeon: false };', 'needsSurgeon: true };'],
      [
        'two pauses are made of one',
        '(await readPauses(trx, sessionId)) === null)',
        '(await readPauses(trx, sessionId)) !== undefined)',
      ],
    ],
    PAUSE_TESTS,
  ),
  ...mutantsOf(
    'shared/domain/session/session-minutes.ts',
    [
      ['a pause is work', 'worked: sinceOpening - paused,', 'worked: sinceOpening,'],
      ['two pauses at once count twice', 'Math.max(from, reached)', 'from'],
      ['a pause that lasts is none', 'resumption?.at ?? now', 'resumption?.at ?? since'],
    ],
    SESSION_TESTS,
  ),
];
