import { expect, test } from 'vitest';
import { withAssessments } from '../../../db/repositories/stored-assessment.ts';
import { recordInjection, readSession } from '../../../electron/services/sessions.ts';
import { valueOf } from '../../db/temporary-database.ts';
import { core, rowCounts } from '../../support/core.ts';
import { injection, openedSession } from '../../support/treatment.ts';

test('the limits that injections are judged by are kept once, and stand with each of them', async () => {
  const at = await core();
  const open = await openedSession(at);
  const first = valueOf(await recordInjection(at.as('nurse'), injection(open)));
  const before = await rowCounts(at.database);
  const second = valueOf(await recordInjection(at.as('nurse'), injection(open)));
  const after = await rowCounts(at.database);
  expect(after['judged_limits']).toBe(before['judged_limits']);
  expect(first.assessment.gauges.length).toBeGreaterThan(2);
  const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
  expect(injections.map(({ assessment }) => assessment)).toEqual([first.assessment, second.assessment]);
  const row = await at.context.db.selectFrom('injections').select('assessment').executeTakeFirstOrThrow();
  expect(row.assessment.length).toBeLessThan(JSON.stringify(first.assessment).length / 2);
});

test('an injection of before, which carries its limits whole, reads as it was judged', async () => {
  const at = await core();
  const open = await openedSession(at);
  const { assessment } = valueOf(await recordInjection(at.as('nurse'), injection(open)));
  const row = { assessment: JSON.stringify(assessment) };
  expect(await withAssessments(at.context.db, [row], (_row, read) => read)).toEqual([assessment]);
});
