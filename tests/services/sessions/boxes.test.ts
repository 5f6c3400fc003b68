import { describe, expect, test } from 'vitest';
import { openBox, openSession, recordInjection } from '../../../electron/services/sessions.ts';
import { readStock, recallLot } from '../../../electron/services/stock.ts';
import { failureOf, valueOf } from '../../db/temporary-database.ts';
import { core } from '../../support/core.ts';
import { aLot, injection, openedSession, opening, readyCase } from '../../support/treatment.ts';

describe('a box that was opened', () => {
  test('and is recalled meanwhile gives no further injection', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    valueOf(await recallLot(at.as('surgeon'), { lotId: open.lotId, reason: 'glass splinters' }));
    expect(at.changes.some(({ topic, id }) => topic === 'stock' && id === open.lotId)).toBe(true);
    expect(failureOf(await recordInjection(at.as('nurse'), injection(open)))).toMatchObject({
      code: 'lot/recalled',
    });
  });

  test('may be used to the end of its last day by the clinic’s calendar, and not after midnight', async () => {
    const at = await core();
    const open = await openedSession(at);
    const lotId = await aLot(at, { expiresOn: '2026-11-02' });
    valueOf(await openBox(at.as('nurse'), { sessionId: open.session.opening.id, lotId }));
    at.clock.advance(14.99);
    valueOf(await recordInjection(at.as('nurse'), injection({ ...open, lotId })));
    at.clock.advance(0.02);
    expect(failureOf(await recordInjection(at.as('nurse'), injection({ ...open, lotId })))).toMatchObject({
      code: 'lot/expired',
      expiresOn: '2026-11-02',
    });
  });

  test('is offered to the next session of the same day as open, and not on the next day', async () => {
    const at = await core();
    const { lotId } = await openedSession(at);
    const isOpen = async () =>
      valueOf(await readStock(at.as('nurse'))).lots.find(({ id }) => id === lotId)?.openedToday;
    expect(await isOpen()).toBe(true);
    const next = await readyCase(at);
    const session = valueOf(await openSession(at.as('nurse'), opening(next.caseId)));
    // Open there is not open here: the box is taken into each session by itself.
    const other = { ...next, session, lotId };
    expect(failureOf(await recordInjection(at.as('nurse'), injection(other)))).toMatchObject({
      code: 'lot/not-opened',
    });
    at.clock.advance(24);
    expect(await isOpen()).toBe(false);
  });
});
