import { randomUUID } from 'node:crypto';
import type { AddedInjection, AmendSession } from '../../shared/contract/closing.ts';
import type { SessionId } from '../../shared/kernel/ids.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import type { Core } from './clinic.ts';
import { PIN } from './clinic.ts';
import { LIQUID_1_PERCENT, type OpenSessionAtHand } from './treatment.ts';

/** An amendment that does nothing yet but give its reason. */
export function amendment(sessionId: SessionId, over: Partial<AmendSession> = {}): AmendSession {
  return {
    amendmentId: idOf<'amendment'>(randomUUID()),
    sessionId,
    reason: 'found in the notes',
    pin: PIN,
    strikeOut: [],
    add: [],
    closing: null,
    remark: '',
    ...over,
  };
}

/** 0.3 mL of 1 % that the nurse gave into the first vein, when the session was opened. */
export function addition(
  core: Core,
  { session, veins, lotId }: OpenSessionAtHand,
  over: Partial<AddedInjection> = {},
): AddedInjection {
  return {
    injectionId: idOf<'injection'>(randomUUID()),
    veinId: veins[0].id,
    site: { leg: 'left', aspect: 'lateral', point: [10, 590] },
    lotId,
    preparation: LIQUID_1_PERCENT,
    volumeUl: microlitres(300),
    needle: '30 G',
    givenAt: session.opening.openedAt,
    givenBy: core.people.nurse.id,
    volumeConfirmed: false,
    ...over,
  };
}
