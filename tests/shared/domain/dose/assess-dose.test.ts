import { describe, expect, it } from 'vitest';
import { assessDose, gaugeState } from '../../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../../shared/domain/dose/label-profile.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import { foam, into, liquid, patientOf, questionOf } from './examples.ts';

function gaugeOf(assessment: ReturnType<typeof assessDose>, id: string) {
  const gauge = assessment.gauges.find(({ limit }) => limit.id === id);
  if (!gauge) throw new Error(`no gauge ${id}`);
  return gauge;
}

const PER_LEG: Limit = {
  id: 'leg-volume',
  quantity: 'total-volume',
  window: 'leg-in-session',
  cap: { per: 'person', amount: 1_000 },
  scope: {},
  severity: 'hard',
  source: { text: 'A clinic of its own', mark: 'clinic' },
};

describe('the state of a gauge', () => {
  it('is still ok at exactly 80 % and near above it', () => {
    expect(gaugeState(8_000, 10_000)).toBe('ok');
    expect(gaugeState(8_001, 10_000)).toBe('near');
  });

  it('is near at the cap and over above it', () => {
    expect(gaugeState(10_000, 10_000)).toBe('near');
    expect(gaugeState(10_001, 10_000)).toBe('over');
  });

  it('is ok for nothing of nothing', () => {
    expect(gaugeState(0, 0)).toBe('ok');
  });
});

describe('an injection against the limits', () => {
  it('counts what was given in the morning towards 24 hours and not towards the session', () => {
    const assessment = assessDose(
      questionOf('strictest', 60, {
        ledger: { session: [into(liquid(100, 1_000))], earlierIn24h: [into(liquid(100, 2_000))] },
      }),
    );
    expect(gaugeOf(assessment, 'mass-24h').used).toBe(30_000);
    expect(gaugeOf(assessment, 'session-volume').used).toBe(1_000);
  });

  it('shows the total before it is given, and what is left before that', () => {
    const assessment = assessDose(
      questionOf('strictest', 44, {
        ledger: { session: [into(liquid(100, 8_600))], earlierIn24h: [] },
        syringe: liquid(100, 0),
        candidate: into(liquid(100, 300)),
      }),
    );
    const mass = gaugeOf(assessment, 'mass-24h');
    expect(mass).toMatchObject({
      cap: 88_000,
      used: 86_000,
      projected: 89_000,
      left: 2_000,
      leftOfSyringeUl: 200,
      usedState: 'near',
      projectedState: 'over',
    });
    expect(assessment.bindingLimitId).toBe('mass-24h');
    expect(assessment.verdict).toBe('hard');
    expect(assessment.passed.hard).toEqual(['mass-24h']);
  });

  it('asks for a reason above 0.2 mL in a spider vein, and not in a reticular one', () => {
    const spider = assessDose(
      questionOf('strictest', 60, { candidate: into(liquid(50, 210), 'telangiectasia') }),
    );
    expect(spider.passed.soft).toEqual(['injection-telangiectasia']);
    expect(spider.verdict).toBe('soft');
    expect(assessDose(questionOf('strictest', 60, { candidate: into(liquid(50, 210)) })).verdict).toBe(
      'clear',
    );
  });

  it('takes a free site for any kind of vein, so that the smallest volume holds', () => {
    const { passed } = assessDose(questionOf('strictest', 60, { candidate: into(liquid(50, 250), null) }));
    expect(passed.soft).toEqual(['injection-telangiectasia']);
  });

  it('only informs above 3 mL in a session', () => {
    const { verdict, passed } = assessDose(
      questionOf('us-asclera', 60, {
        ledger: { session: [into(liquid(50, 2_900))], earlierIn24h: [] },
        candidate: into(liquid(50, 200)),
      }),
    );
    expect(verdict).toBe('caution');
    expect(passed.caution).toEqual(['session-volume-caution']);
  });

  it('does not blame a liquid for foam that is over its limit', () => {
    const ledger = { session: [into(foam(100, 4, 10_500), 'varicose')], earlierIn24h: [] };
    const { gauges, verdict } = assessDose(
      questionOf('de-aethoxysklerol', 80, { ledger, candidate: into(liquid(100, 300)) }),
    );
    expect(gauges.find(({ limit }) => limit.id === 'foam-session')?.usedState).toBe('over');
    expect(verdict).toBe('clear');
  });

  it('stops whatever is added to a limit that is passed already', () => {
    const ledger = { session: [into(liquid(50, 10_200))], earlierIn24h: [] };
    const assessment = assessDose(
      questionOf('us-asclera', 60, { ledger, syringe: liquid(50, 0), candidate: into(liquid(50, 10)) }),
    );
    expect(gaugeOf(assessment, 'session-volume').left).toBe(0);
    expect(assessment.leftOfSyringeUl).toBe(0);
    expect(assessment.verdict).toBe('hard');
  });
});

describe('the first session of somebody prone to hypersensitivity', () => {
  const prone = { proneToHypersensitivity: true, isFirstSession: true };
  const one = { session: [into(liquid(25, 100), 'telangiectasia')], earlierIn24h: [] };

  it('allows one injection and stops the second', () => {
    const question = questionOf('strictest', 60, {
      patient: patientOf(60, prone),
      candidate: into(liquid(25, 100), 'telangiectasia'),
    });
    expect(assessDose(question).verdict).toBe('clear');
    expect(assessDose({ ...question, ledger: one }).passed.hard).toEqual(['first-session-prone']);
  });

  it('leaves nothing of the syringe after the first injection', () => {
    const question = questionOf('strictest', 60, {
      patient: patientOf(60, prone),
      ledger: one,
      syringe: liquid(25, 0),
    });
    expect(assessDose(question)).toMatchObject({
      leftOfSyringeUl: 0,
      bindingLimitId: 'first-session-prone',
    });
  });

  it.each([
    { proneToHypersensitivity: true, isFirstSession: false },
    { proneToHypersensitivity: false, isFirstSession: true },
  ])('says nothing of it otherwise: %o', (patient) => {
    const { gauges } = assessDose(questionOf('strictest', 60, { patient: patientOf(60, patient) }));
    expect(gauges.map(({ limit }) => limit.id)).not.toContain('first-session-prone');
  });
});

describe('medium and large varices in the first session', () => {
  const first = { isFirstSession: true };
  const varix = (volumeUl: number, diameterMm: number, dose = liquid(200, volumeUl)) => ({
    ...into(dose, 'varicose'),
    diameterMm,
  });
  const inSession = (isFirstSession: boolean, candidate: ReturnType<typeof varix>, before = 0) => {
    const session = Array.from({ length: before }, () => varix(500, 4));
    return assessDose(
      questionOf('de-aethoxysklerol', 70, {
        patient: patientOf(70, { ...first, isFirstSession }),
        ledger: { session, earlierIn24h: [] },
        candidate,
      }),
    ).passed.soft;
  };

  it('one injection of up to 1 mL', () => {
    expect(inSession(true, varix(1_000, 4))).toEqual([]);
    expect(inSession(true, varix(1_010, 4))).toEqual(['first-session-injection-varices']);
    expect(inSession(true, varix(500, 4), 1)).toEqual(['first-session-varices']);
  });

  it('later several, of up to 2 mL', () => {
    expect(inSession(false, varix(2_000, 4), 2)).toEqual([]);
    expect(inSession(false, varix(2_010, 4), 2)).toEqual(['injection-varicose']);
  });

  it('small ones have 0.3 mL, as often as needed', () => {
    expect(inSession(true, varix(300, 3), 1)).toEqual([]);
    expect(inSession(false, varix(310, 3))).toEqual(['injection-varicose-small']);
  });

  it('foam has figures of its own', () => {
    expect(inSession(true, varix(4_000, 4, foam(200, 4, 4_000)), 1)).toEqual([]);
    expect(inSession(true, varix(4_010, 4, foam(200, 4, 4_010)), 1)).toEqual(['foam-injection-varicose']);
  });

  it('a varix of unknown width counts under all of them', () => {
    const unknown = into(liquid(200, 400), 'varicose');
    expect(inSession(false, { ...unknown, diameterMm: 4 })).toEqual([]);
    const { passed } = assessDose(questionOf('de-aethoxysklerol', 70, { candidate: unknown }));
    expect(passed.soft).toEqual(['injection-varicose-small']);
  });

  it('Switzerland calls them medium from 2 mm on', () => {
    const question = questionOf('ch-aethoxysklerol', 70, {
      patient: patientOf(70, first),
      ledger: { session: [varix(200, 2.5)], earlierIn24h: [] },
      candidate: varix(200, 2.5),
    });
    expect(assessDose(question).passed.soft).toEqual(['first-session-varices']);
    expect(assessDose({ ...question, candidate: varix(200, 2) }).passed.soft).toEqual([]);
  });
});

describe('a limit on each leg', () => {
  const session = [into(liquid(50, 900), 'reticular', 'left'), into(liquid(50, 300), 'reticular', 'right')];
  const question = {
    ...questionOf('us-asclera', 60),
    limits: [PER_LEG],
    ledger: { session, earlierIn24h: [] },
  };

  it('counts only the leg that is injected', () => {
    const candidate = (leg: 'left' | 'right') => into(liquid(50, 200), 'reticular', leg);
    expect(assessDose({ ...question, candidate: candidate('left') }).verdict).toBe('hard');
    expect(assessDose({ ...question, candidate: candidate('right') }).verdict).toBe('clear');
  });

  it('shows the fuller leg while none is chosen', () => {
    const assessment = assessDose({ ...question, syringe: liquid(50, 0) });
    expect(gaugeOf(assessment, 'leg-volume')).toMatchObject({ used: 900, left: 100, leftOfSyringeUl: 100 });
  });
});

describe('the syringe in hand', () => {
  it('has no bound from a limit that does not count it', () => {
    const assessment = assessDose(questionOf('de-aethoxysklerol', 70, { syringe: liquid(100, 0) }));
    expect(gaugeOf(assessment, 'foam-session').leftOfSyringeUl).toBeNull();
    expect(gaugeOf(assessment, 'mass-24h').leftOfSyringeUl).toBe(microlitres(14_000));
  });

  it('is not needed to see the gauges', () => {
    const assessment = assessDose(questionOf('strictest', 60));
    expect(assessment.gauges.map(({ limit }) => limit.id)).toEqual([
      'mass-24h',
      'session-volume',
      'foam-session',
      'foam-24h',
      'session-volume-caution',
    ]);
    expect(assessment).toMatchObject({ bindingLimitId: null, leftOfSyringeUl: null, verdict: 'clear' });
  });
});
