import { describe, expect, it } from 'vitest';
import type { LabelProfile } from '../../../../shared/domain/dose/label-profile.ts';
import {
  DEFAULT_PROFILE_ID,
  profileById,
  SHIPPED_PROFILES,
} from '../../../../shared/domain/dose/profiles/index.ts';
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
    for (const limit of shipped(id).limits.filter(({ id }) => id !== 'foam-injection-varicose')) {
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
      const all = [
        ...limits,
        ...strengths,
        ...contraindications,
        interval,
        observationMinutes,
        compressionDays,
      ];
      for (const { source } of all) expect(source.text.length).toBeGreaterThan(10);
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

  it('Switzerland rules diabetes out, the others weigh it', () => {
    const gradeIn = (id: string) =>
      shipped(id).contraindications.find((entry) => entry.id === 'diabetes')?.grade;
    expect(SHIPPED_PROFILES.map(({ id }) => gradeIn(id))).toEqual([
      'relative',
      'relative',
      'relative',
      'absolute',
    ]);
  });
});
