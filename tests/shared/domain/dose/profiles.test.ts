import { describe, expect, it } from 'vitest';
import type { LabelProfile } from '../../../../shared/domain/dose/label-profile.ts';
import {
  DEFAULT_PROFILE_ID,
  profileById,
  SHIPPED_PROFILES,
} from '../../../../shared/domain/dose/profiles/index.ts';
import { FORMS } from '../../../../shared/domain/dose/ledger.ts';
import { strengthRulesFor } from '../../../../shared/domain/dose/off-label.ts';
import { VEIN_KINDS, VEIN_PATTERNS } from '../../../../shared/domain/leg-map/vein.ts';
import { shipped } from './examples.ts';

function hardIds(profile: LabelProfile): readonly string[] {
  return profile.limits.filter(({ severity }) => severity === 'hard').map(({ id }) => id);
}

describe('the shipped profiles', () => {
  it('are the three labels and the strictest of two, which is offered first', () => {
    expect(SHIPPED_PROFILES.map(({ id }) => id)).toEqual([
      'strictest',
      'us-asclera',
      'de-aethoxysklerol',
      'ch-aethoxysklerol',
    ]);
    expect(profileById(DEFAULT_PROFILE_ID)).toBe(SHIPPED_PROFILES[0]);
    expect(profileById('nothing')).toBeUndefined();
  });

  it('hold their hard limits in the order in which they bind on a tie', () => {
    expect(hardIds(shipped('us-asclera'))).toEqual(['session-volume']);
    const european = ['mass-24h', 'foam-session', 'foam-24h', 'first-session-prone'];
    expect(hardIds(shipped('de-aethoxysklerol'))).toEqual(european);
    expect(hardIds(shipped('strictest'))).toEqual([
      'mass-24h',
      'session-volume',
      'foam-session',
      'foam-24h',
      'first-session-prone',
    ]);
  });

  it.each(['us-asclera', 'de-aethoxysklerol'])('the strictest is nowhere laxer than %s', (id) => {
    const strictest = new Map(shipped('strictest').limits.map((limit) => [limit.id, limit]));
    for (const limit of shipped(id).limits) {
      const own = strictest.get(limit.id);
      expect(own, limit.id).toBeDefined();
      expect(own?.cap.per).toBe(limit.cap.per);
      expect(own?.cap.amount).toBeLessThanOrEqual(limit.cap.amount);
    }
    const asked = new Map(shipped('strictest').contraindications.map((entry) => [entry.id, entry.grade]));
    for (const { id: question, grade } of shipped(id).contraindications) {
      expect(asked.get(question), question).toBe(grade);
    }
  });

  it.each(SHIPPED_PROFILES)(
    '$id names a source for every figure, and none from memory is hard',
    (profile) => {
      const { limits, strengths, contraindications, interval, observationMinutes, compressionDays } = profile;
      const { breastfeedingPause, expectation, pace } = profile;
      const all = [
        ...(breastfeedingPause ? [breastfeedingPause] : []),
        ...(expectation ? [expectation] : []),
        ...(pace ? [pace] : []),
        ...limits,
        ...strengths,
        ...contraindications,
        interval,
        observationMinutes,
        compressionDays,
      ];
      expect(all.length).toBe(limits.length + strengths.length + contraindications.length + 6);
      for (const { source } of all) {
        expect(source.text.length).toBeGreaterThan(10);
        expect(source.text.length).toBeLessThanOrEqual(300);
      }
      const binding = [
        ...limits.filter(({ severity }) => severity === 'hard'),
        ...contraindications.filter(({ grade }) => grade === 'absolute'),
      ];
      expect(binding.filter(({ source }) => source.mark === 'from-memory')).toEqual([]);
    },
  );

  it.each(SHIPPED_PROFILES)('$id uses every id once', ({ limits, contraindications }) => {
    for (const ids of [limits.map(({ id }) => id), contraindications.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it.each(SHIPPED_PROFILES)('$id proposes only what it allows', ({ strengths }) => {
    for (const rule of strengths) {
      expect(rule.strengthsUgPerMl).toContain(rule.proposedUgPerMl);
      expect(rule.proposedVolumeUl % 10).toBe(0);
    }
  });

  it.each(SHIPPED_PROFILES)(
    "$id holds the clinic's own list, and asks at each session what changes",
    (profile) => {
      const of = (id: string) => profile.contraindications.find((entry) => entry.id === id);
      for (const id of ['pregnancy', 'breastfeeding', 'contraceptives', 'allergy-polidocanol']) {
        expect(of(id)?.grade, id).toBe('absolute');
      }
      for (const id of ['anticoagulation', 'vte-history', 'asthma-corticosteroids']) {
        expect(of(id)?.grade, id).toBe('relative');
      }
      const changing = [
        'pregnancy',
        'breastfeeding',
        'contraceptives',
        'anticoagulation',
        'new-medication',
        'fever-infection',
        'nsaid-alcohol',
        'creams',
      ];
      for (const id of changing) expect(of(id)?.askEachSession, id).toBe(true);
    },
  );

  it.each(['diabetes', 'fever-infection', 'reduced-mobility'])(
    'Switzerland rules %s out, the others weigh it',
    (question) => {
      const grades = SHIPPED_PROFILES.map(
        ({ contraindications }) => contraindications.find(({ id }) => id === question)?.grade,
      );
      expect(grades).toEqual(['relative', 'relative', 'relative', 'absolute']);
    },
  );

  it('Switzerland alone rules out an acute heart disease and who cannot wear compression', () => {
    for (const question of ['heart-disease-acute', 'no-compression']) {
      const having = SHIPPED_PROFILES.filter(({ contraindications }) =>
        contraindications.some(({ id, grade }) => id === question && grade === 'absolute'),
      );
      expect(having.map(({ id }) => id)).toEqual(['ch-aethoxysklerol']);
    }
  });

  it.each(SHIPPED_PROFILES)('$id holds what the consensus of 2023 rules out', ({ contraindications }) => {
    for (const question of [
      'allergy-polidocanol',
      'acute-thromboembolism',
      'earlier-severe-event',
      'acute-severe-illness',
      'arterial-disease-severe',
    ])
      expect(contraindications.find(({ id }) => id === question)?.grade, question).toBe('absolute');
  });

  it.each(SHIPPED_PROFILES)('$id asks of a patent foramen ovale only where foam is planned', (profile) => {
    const foam = profile.contraindications.filter(({ foamOnly }) => foamOnly);
    expect(foam.map(({ id, grade }) => `${id}: ${grade}`)).toEqual([
      'pfo-symptomatic: absolute',
      'foam-neurological: relative',
      'pfo-silent: caution',
      'pfo-suspect: caution',
    ]);
  });

  it('pauses breastfeeding for 8 hours in the United States, for 3 days in Europe', () => {
    expect(SHIPPED_PROFILES.map(({ breastfeedingPause }) => breastfeedingPause?.hours)).toEqual([
      72, 8, 72, 72,
    ]);
  });

  it('says 2 to 6 sessions, 50 to 80 % and three months, in the words of the clinic', () => {
    for (const { expectation } of SHIPPED_PROFILES) {
      expect(expectation).toMatchObject({
        sessions: { from: 2, to: 6 },
        improvementPercent: { from: 50, to: 80 },
        monthsToResult: 3,
        source: { mark: 'clinic' },
      });
    }
  });

  it('observe and compress as the label says', () => {
    const shown = SHIPPED_PROFILES.map(({ observationMinutes, compressionDays, interval }) => [
      observationMinutes.value,
      compressionDays.telangiectasia,
      compressionDays.reticular,
      interval.minimumDays,
    ]);
    expect(shown).toEqual([
      [20, 3, 7, 7],
      [20, 3, 7, 7],
      [15, 3, 7, 7],
      [30, 3, 7, 7],
    ]);
  });

  it('no two strength rules are for the same vessel, so that one proposal holds', () => {
    for (const { strengths } of SHIPPED_PROFILES) {
      for (const kind of VEIN_KINDS)
        for (const pattern of VEIN_PATTERNS)
          for (const form of FORMS)
            for (const diameterMm of [0.5, 1, 2, 2.1, 3, 3.1, 6, 6.1, 20]) {
              const rules = strengthRulesFor({ strengths }, { kind, pattern, diameterMm }, form);
              expect(rules.length, `${kind} ${pattern} ${form} ${String(diameterMm)}`).toBeLessThanOrEqual(1);
            }
    }
  });
});
