import { describe, expect, test } from 'vitest';
import { checkProfile } from '../../../../shared/domain/dose/check-profile.ts';
import { compareProfiles } from '../../../../shared/domain/dose/compare-profiles.ts';
import type { Limit, StrengthRule } from '../../../../shared/domain/dose/label-profile.ts';
import { figuresOf, type ProfileRules } from '../../../../shared/domain/dose/profile-figures.ts';
import { SHIPPED_PROFILES } from '../../../../shared/domain/dose/profiles/index.ts';
import { settleSources } from '../../../../shared/domain/dose/settle-sources.ts';
import { widerThanLabel } from '../../../../shared/domain/dose/wider-than-label.ts';
import { microgramsPerMillilitre } from '../../../../shared/kernel/units.ts';

const [strictest] = SHIPPED_PROFILES;
if (!strictest) throw new Error('nothing is shipped');
const LABEL: ProfileRules = strictest;
const OWN = { text: 'Agreed by the surgeons', mark: 'clinic' } as const;

function withLimit(id: string, change: Partial<Limit>): ProfileRules {
  return {
    ...LABEL,
    limits: LABEL.limits.map((limit) => (limit.id === id ? { ...limit, source: OWN, ...change } : limit)),
  };
}

/** The first rule for reticular lines changed. */
function withRule(change: Partial<StrengthRule>): ProfileRules {
  const at = LABEL.strengths.findIndex(
    ({ veinKind, pattern, form }) => veinKind === 'reticular' && pattern !== 'web' && form === 'liquid',
  );
  return {
    ...LABEL,
    strengths: LABEL.strengths.map((rule, n) => (n === at ? { ...rule, source: OWN, ...change } : rule)),
  };
}

function withQuestion(id: string, change: object): ProfileRules {
  return {
    ...LABEL,
    contraindications: LABEL.contraindications.map((question) =>
      question.id === id ? { ...question, source: OWN, ...change } : question,
    ),
  };
}

const faultsOf = (rules: ProfileRules) =>
  checkProfile(rules).map(({ path, rule }) => [path.replace(/\d+/, 'n'), rule]);
const widerOf = (rules: ProfileRules) =>
  widerThanLabel(rules, LABEL).map(({ by, label, own }) => [by, (label ?? own)?.key]);

describe('a profile that can be used', () => {
  test.each(SHIPPED_PROFILES)('$id passes its own check and is no wider than itself', (profile) => {
    expect(checkProfile(profile)).toEqual([]);
    expect(widerThanLabel(profile, profile)).toEqual([]);
    expect(compareProfiles(profile, profile)).toEqual([]);
    expect(settleSources(profile, profile)).toEqual(profile);
  });
});

describe('a profile cannot be used', () => {
  test.each<[string, ProfileRules, string, string]>([
    [
      'a cap of nothing',
      withLimit('session-volume', { cap: { per: 'person', amount: 0 } }),
      'limits.n.cap',
      'too_small',
    ],
    [
      'a cap that is absurd',
      withLimit('mass-24h', { cap: { per: 'kilogram', amount: 20_001 } }),
      'limits.n.cap',
      'too_big',
    ],
    [
      'a hard limit from memory',
      withLimit('session-volume', { source: { text: 'remembered', mark: 'from-memory' } }),
      'limits.n.severity',
      'memory-cannot-be-hard',
    ],
    [
      'a foam limit on liquid',
      withLimit('foam-session', { scope: { form: 'liquid' } }),
      'limits.n.scope',
      'never-counts',
    ],
    [
      'widths the wrong way round',
      withLimit('session-volume', { scope: { diameterMm: { over: 3, upTo: 1 } } }),
      'limits.n.diameterMm',
      'range-reversed',
    ],
    [
      'two limits of one id',
      { ...LABEL, limits: [...LABEL.limits, ...LABEL.limits.slice(0, 1)] },
      'limits.n.id',
      'twice',
    ],
    [
      'no hard limit over a session',
      { ...LABEL, limits: LABEL.limits.filter(({ severity }) => severity !== 'hard') },
      'limits',
      'no-hard-limit',
    ],
    [
      'a hard limit that holds only in the first session',
      {
        ...LABEL,
        limits: LABEL.limits
          .filter(({ severity, id }) => severity !== 'hard' || id === 'session-volume')
          .map((limit) =>
            limit.id === 'session-volume' ? { ...limit, scope: { firstSession: true } } : limit,
          ),
      },
      'limits',
      'no-hard-limit',
    ],
    ['no strength at all', withRule({ strengthsUgPerMl: [] }), 'strengths.n.strengthsUgPerMl', 'no-strength'],
    [
      'a proposal that is not allowed',
      withRule({ proposedUgPerMl: microgramsPerMillilitre(30_000) }),
      'strengths.n.proposedUgPerMl',
      'proposed-not-allowed',
    ],
    [
      'a proposal over the limit of one injection',
      withRule({ proposedVolumeUl: 310 }),
      'strengths.n.proposedVolumeUl',
      'over-injection-limit',
    ],
    ['no spacing', withRule({ punctureEvery: 0 }), 'strengths.n.punctureEvery', 'too_small'],
    [
      'the same rule twice',
      { ...LABEL, strengths: [...LABEL.strengths, ...LABEL.strengths.slice(0, 1)] },
      'strengths.n.veinKind',
      'twice',
    ],
    [
      'no question about polidocanol',
      {
        ...LABEL,
        contraindications: LABEL.contraindications.filter(({ id }) => id !== 'allergy-polidocanol'),
      },
      'contraindications',
      'allergy-stays',
    ],
    [
      'an allergy that may be accepted',
      withQuestion('allergy-polidocanol', { grade: 'relative' }),
      'contraindications.n.grade',
      'allergy-absolute',
    ],
    [
      'an allergy that counts for foam only',
      withQuestion('allergy-polidocanol', { foamOnly: true }),
      'contraindications.n.grade',
      'allergy-absolute',
    ],
    [
      'a question without words',
      withQuestion('diabetes', { text: ' ' }),
      'contraindications.n.text',
      'required',
    ],
    [
      'a figure that nobody vouches for',
      withLimit('session-volume', { source: { text: ' ', mark: 'clinic' } }),
      'limits.n.source',
      'source-missing',
    ],
    [
      'a usual interval below the least',
      { ...LABEL, interval: { minimumDays: 14, usualDays: 7, source: OWN } },
      'interval.usualDays',
      'range-reversed',
    ],
  ])('with %s', (_what, rules, path, rule) => {
    expect(faultsOf(rules)).toContainEqual([path, rule]);
  });

  test('and a proposal within the limit of one injection is none of it', () => {
    expect(faultsOf(withRule({ proposedVolumeUl: 300 }))).toEqual([]);
  });
});

describe('wider than the label', () => {
  test.each<[string, ProfileRules, readonly (string | undefined)[]]>([
    [
      'a greater cap',
      withLimit('session-volume', { cap: { per: 'person', amount: 15_000 } }),
      ['cap', 'session-volume'],
    ],
    [
      'a cap by another measure',
      withLimit('mass-24h', { cap: { per: 'person', amount: 1_000 } }),
      ['other-measure', 'mass-24h'],
    ],
    ['a milder limit', withLimit('session-volume', { severity: 'soft' }), ['severity', 'session-volume']],
    [
      'a limit that leaves veins out',
      withLimit('session-volume', { scope: { veinKinds: ['reticular'] } }),
      ['scope', 'session-volume'],
    ],
    [
      'a limit that leaves widths out',
      withLimit('session-volume', { scope: { diameterMm: { over: 1, upTo: null } } }),
      ['scope', 'session-volume'],
    ],
    [
      'a limit that is left out',
      { ...LABEL, limits: LABEL.limits.filter(({ id }) => id !== 'mass-24h') },
      ['removed', 'mass-24h'],
    ],
    ['a milder grade', withQuestion('pregnancy', { grade: 'caution' }), ['grade', 'pregnancy']],
    [
      'a question asked less often',
      withQuestion('pregnancy', { askEachSession: false }),
      ['asked-less', 'pregnancy'],
    ],
    [
      'a shorter interval',
      { ...LABEL, interval: { minimumDays: 1, usualDays: 7, source: OWN } },
      ['shorter', ''],
    ],
  ])('is %s', (_what, rules, expected) => {
    expect(widerOf(rules)).toEqual([expected]);
  });

  test('is a strength that the label does not foresee', () => {
    const strengthsUgPerMl = [10_000, 20_000].map(microgramsPerMillilitre);
    expect(widerThanLabel(withRule({ strengthsUgPerMl }), LABEL).map(({ by }) => by)).toEqual(['strengths']);
  });

  test.each<[string, ProfileRules]>([
    ['a smaller cap', withLimit('session-volume', { cap: { per: 'person', amount: 9_000 } })],
    ['a graver limit', withLimit('session-volume-caution', { severity: 'hard' })],
    ['a graver question', withQuestion('diabetes', { grade: 'absolute' })],
    ['a kind of vein less', { ...LABEL, strengths: LABEL.strengths.slice(1) }],
    ['a longer interval', { ...LABEL, interval: { minimumDays: 21, usualDays: 28, source: OWN } }],
  ])('is not %s', (_what, rules) => {
    expect(widerOf(rules)).toEqual([]);
  });
});

describe('whose source a figure has', () => {
  const sourceOf = (rules: ProfileRules, key: string) =>
    figuresOf(rules).find((figure) => figure.key === key)?.value.source;

  test('the label vouches for what is unchanged, the clinic for what is changed', () => {
    const changed = withLimit('session-volume', { cap: { per: 'person', amount: 9_000 } });
    const settled = settleSources(changed, LABEL);
    expect(sourceOf(settled, 'session-volume')).toEqual(OWN);
    expect(sourceOf(settled, 'mass-24h')).toEqual(sourceOf(LABEL, 'mass-24h'));
  });

  test('words of the label do not vouch for another figure', () => {
    const source = sourceOf(LABEL, 'session-volume');
    if (!source) throw new Error('no such limit');
    const changed = withLimit('session-volume', { cap: { per: 'person', amount: 9_000 }, source });
    expect(sourceOf(settleSources(changed, LABEL), 'session-volume')).toEqual({ text: '', mark: 'clinic' });
  });

  test('changed and changed back is unchanged', () => {
    const back = withLimit('session-volume', {});
    expect(compareProfiles(LABEL, settleSources(back, LABEL))).toEqual([]);
  });
});

test('what differs between two versions is listed by figure: new, changed, left out', () => {
  const after: ProfileRules = {
    ...withLimit('session-volume', { cap: { per: 'person', amount: 9_000 } }),
    contraindications: [
      ...LABEL.contraindications.filter(({ id }) => id !== 'diabetes'),
      {
        id: 'own',
        text: 'Needle phobia',
        grade: 'caution',
        askEachSession: false,
        foamOnly: false,
        source: OWN,
      },
    ],
  };
  const keys = compareProfiles(LABEL, after).map(({ before, after: now }) => [before?.key, now?.key]);
  expect(keys).toEqual([
    ['session-volume', 'session-volume'],
    [undefined, 'own'],
    ['diabetes', undefined],
  ]);
});
