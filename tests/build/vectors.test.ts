import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const FIXTURES = join(ROOT, 'tests', 'fixtures', 'vectors');
const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly exitCode: number | string | null | undefined;
  readonly lines: readonly string[];
  readonly complaint: string;
}

function vectors(...paths: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const script = join(ROOT, 'build', 'vectors.ts');
    execFile(process.execPath, [script, ...paths], (error, stdout, stderr) => {
      resolve({ exitCode: error ? error.code : 0, lines: stdout.trimEnd().split('\n'), complaint: stderr });
    });
  });
}

function written(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const doseCase = (more: object = {}) => ({
  name: 'three tenths',
  profile: 'us-asclera',
  weightGrams: 60_000,
  earlierIn24h: [],
  injections: [{ form: 'liquid', strengthUgPerMl: 5_000, volumeUl: 300 }],
  expect: { totals: { massUg: 1_500, liquidUl: 300, foamUl: 0, injections: 1 }, limits: {} },
  ...more,
});

const planCase = (more: object = {}) => ({
  kind: 'plan',
  name: 'one vein',
  profile: 'strictest',
  weightGrams: 60_000,
  oneLegPerSession: true,
  veins: [
    { id: 'a', leg: 'left', kind: 'reticular', form: 'liquid', strengthUgPerMl: 5_000, volumeUl: 4_000 },
  ],
  expect: { sessions: 1 },
  ...more,
});

function file(name: string, ...cases: readonly object[]): string {
  return written(name, JSON.stringify({ format: 1, vectors: cases }));
}

describe('npm run vectors', () => {
  it('passes the figures of the labels', async () => {
    const { exitCode, lines } = await vectors(join(FIXTURES, 'dose.json'));
    expect(lines).toEqual(['6 passed, 0 failed']);
    expect(exitCode).toBe(0);
  });

  it('passes small plans whose fewest sessions can be seen', async () => {
    const { exitCode, lines } = await vectors(join(FIXTURES, 'plan.json'));
    expect(lines).toEqual(['4 passed, 0 failed']);
    expect(exitCode).toBe(0);
  });

  it('says of every wrong case what differs, and fails', async () => {
    const { exitCode, lines } = await vectors(join(FIXTURES, 'wrong.json'));
    expect(lines).toEqual([
      'label figure rounded up: next.leftUl is 4666, expected 4667',
      'a limit that the label lacks: mass-24h is not a limit of this profile',
      'three doses of 4 mL: 2 sessions (proven, at least 2), expected 3',
      'no such label: there is no profile uk-aethoxysklerol',
      '1 passed, 4 failed',
    ]);
    expect(exitCode).toBe(1);
  });

  it('takes both kinds of case in one file, and reads over what it does not know', async () => {
    const mixed = file(
      'mixed.json',
      doseCase({
        note: 'from a colleague',
        candidate: { form: 'liquid', strengthUgPerMl: 5_000, lot: 'A1' },
      }),
      planCase({ oneLegPerSession: undefined, author: 'nobody' }),
      planCase({ name: 'a vein in no session', expect: { sessions: 0 } }),
    );
    const { exitCode, lines } = await vectors(mixed);
    expect(lines).toEqual([
      'a vein in no session: 1 sessions (proven, at least 1), expected 0',
      '2 passed, 1 failed',
    ]);
    expect(exitCode).toBe(1);
  });

  it.each([
    ['no file', [], /Which file/],
    ['a file that is not there', [join(folder, 'missing.json')], /cannot be read as JSON/],
    ['text', [written('text.json', 'Dear colleague')], /cannot be read as JSON/],
    ['an empty file', [written('empty.json', '')], /cannot be read as JSON/],
    [
      'a file that breaks off',
      [written('broken.json', '{"format":1,"vectors":[{')],
      /cannot be read as JSON/,
    ],
    ['a file without cases', [file('none.json')], /not a file of vectors at vectors/],
    ['a list of cases without a frame', [written('bare.json', '[]')], /not a file of vectors/],
    ['another kind of case', [file('kind.json', doseCase({ kind: 'outcome' }))], /at vectors\.0/],
    ['ten tonnes', [file('heavy.json', doseCase({ weightGrams: 10_000_000 }))], /at vectors\.0\.weightGrams/],
    ['another form', [written('form.json', '{"format":2,"vectors":[]}')], /not a file of vectors at format/],
    [
      'half a microlitre',
      [
        written(
          'half.json',
          JSON.stringify({
            format: 1,
            vectors: [
              {
                name: 'half',
                profile: 'strictest',
                weightGrams: 60_000,
                earlierIn24h: [],
                injections: [{ form: 'liquid', strengthUgPerMl: 5_000, volumeUl: 0.5 }],
                expect: { limits: {} },
              },
            ],
          }),
        ),
      ],
      /at vectors\.0\.injections\.0\.volumeUl/,
    ],
  ])('refuses %s with a sentence', async (_, paths, sentence) => {
    const { exitCode, complaint } = await vectors(...paths);
    expect(complaint).toMatch(sentence);
    expect(exitCode).toBe(2);
  });
});
