import { describe, expect, it } from 'vitest';
import {
  consequenceText,
  pauseText,
  questionSourceText,
  saidBeforeText,
  weightDoubtText,
} from '../../../renderer/text/eligibility-text.ts';
import { CH_AETHOXYSKLEROL } from '../../../shared/domain/dose/profiles/ch-aethoxysklerol.ts';
import { STRICTEST } from '../../../shared/domain/dose/profiles/strictest.ts';
import { US_ASCLERA } from '../../../shared/domain/dose/profiles/us-asclera.ts';
import { SHIPPED_PROFILES } from '../../../shared/domain/dose/profiles/index.ts';
import { calendarDate, instantOf } from '../../../shared/kernel/time.ts';
import { grams } from '../../../shared/kernel/units.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function question(id: string, profile = STRICTEST) {
  const found = profile.contraindications.find((entry) => entry.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

describe('what a yes means', () => {
  it('says of each question why it counts, how well that is supported, and who may lift it', () => {
    for (const { contraindications } of SHIPPED_PROFILES) {
      for (const entry of contraindications) {
        const words = consequenceText(entry);
        expect(words).toContain(entry.source.text);
        expect(words).toMatch(
          entry.grade === 'absolute'
            ? /No one can allow it/
            : entry.grade === 'relative'
              ? /surgeon/
              : /nobody/,
        );
        expect(words.includes('plan liquid instead')).toBe(entry.foamOnly && entry.grade !== 'caution');
        expect(questionSourceText(entry)).toContain(entry.source.text);
      }
    }
  });

  it('says the pause in breastfeeding where a clinic lets it pass, in the words of the label', () => {
    const relative = { ...question('breastfeeding'), grade: 'relative' } as const;
    expect(plain(pauseText(relative, US_ASCLERA) ?? '')).toBe(
      'No breastfeeding for 8 hours after the dose: Asclera label: consider interrupting for up to 8 hours.',
    );
    expect(plain(pauseText(relative, CH_AETHOXYSKLEROL) ?? '')).toContain('3 days (72 hours)');
    expect(pauseText(question('breastfeeding'), US_ASCLERA)).toBeNull();
    expect(pauseText(relative, { breastfeedingPause: null })).toBeNull();
    expect(pauseText({ ...question('diabetes'), grade: 'relative' }, US_ASCLERA)).toBeNull();
  });
});

describe('what was said before', () => {
  it('has its answer, its day and its place', () => {
    const said = { contraindicationId: 'creams', present: true, saidAt: instantOf(0), atSession: 2 };
    expect(saidBeforeText(said)).toMatch(/^Last: YES, .*19(69|70), session 2$/);
    expect(saidBeforeText({ ...said, present: false, atSession: null })).toMatch(
      /^Last: no, .*, at the assessment$/,
    );
    expect(saidBeforeText(undefined)).toBe('Not asked before');
  });
});

describe('a doubtful weight', () => {
  const last = { weightG: grams(60_000), onDate: calendarDate('2026-11-02') };

  it('says by how much it differs, and from what', () => {
    expect(plain(weightDoubtText({ because: 'changed', last }, 63_100))).toBe(
      '5.2 % more than 60.0 kg on 2 Nov 2026: is it right?',
    );
    expect(plain(weightDoubtText({ because: 'changed', last }, 54_000))).toContain(
      '10.0 % less than 60.0 kg',
    );
  });

  it('says how old it is', () => {
    expect(weightDoubtText({ because: 'old', last, days: 91 }, 60_000)).toContain('The same as 91 days ago');
  });
});
