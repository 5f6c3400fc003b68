import { readFileSync } from 'node:fs';
import process from 'node:process';
import { profileById } from '../shared/domain/dose/profiles/index.ts';
import { differencesOfDose } from './vectors/dose-case.ts';
import { differencesOfPlan } from './vectors/plan-case.ts';
import { VectorFile, type Vector } from './vectors/vector-file.ts';

/**
 * `npm run vectors -- FILE`: runs the cases of a file against the dose rules and the planner. Prints a line per failing case and
 * the sum; exits 0 if all pass, 1 if any fails, 2 if the file cannot be read as cases.
 */
function main(path: string | undefined): number {
  if (path === undefined) {
    console.error('Which file? Usage: npm run vectors -- FILE');
    return 2;
  }
  const vectors = read(path);
  if (typeof vectors === 'string') {
    console.error(vectors);
    return 2;
  }
  let failed = 0;
  for (const vector of vectors) {
    const differences = differencesOf(vector);
    if (differences.length === 0) continue;
    failed += 1;
    console.log(`${vector.name}: ${differences.join('; ')}`);
  }
  console.log(`${String(vectors.length - failed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

/** The cases of a file, or a sentence that says why there are none. */
function read(path: string): readonly Vector[] | string {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return `${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const parsed = VectorFile.safeParse(content);
  if (parsed.success) return parsed.data.vectors;
  const issue = parsed.error.issues[0];
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  return `${path} is not a file of vectors${place}: ${issue?.message ?? 'unknown form'}`;
}

function differencesOf(vector: Vector): readonly string[] {
  const profile = profileById(vector.profile);
  if (!profile) return [`there is no profile ${vector.profile}`];
  return vector.kind === 'plan' ? differencesOfPlan(vector, profile) : differencesOfDose(vector, profile);
}

process.exitCode = main(process.argv[2]);
